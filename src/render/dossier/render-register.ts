import type {
  DossierComposition,
  DossierDecision,
  DossierProvision,
  DossierWords,
  Implementation,
} from '../../compose/index.ts'
import {type Continuation, type Decision, type Note, type Provision, toText} from '../../tree/index.ts'
import {sortedJson} from './sorted-json.ts'

/** The same record in every language. */
type ByLanguage<T> = ReadonlyMap<string, T>

/**
 * `register.json`: every decision with its words in every language, and how far it has been carried out.
 * Its form is schemas/register.schema.json.
 */
export async function renderRegister(
  compositions: readonly DossierComposition[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const decisions = (compositions[0]?.subjects ?? []).flatMap(({decisions: list}, subject) =>
    list.map((_decision, index) =>
      decisionRecord(
        compositions[0]?.asOf ?? '',
        new Map(
          compositions.map(({language, subjects}) => [
            language.code,
            subjects[subject]?.decisions[index] as DossierDecision,
          ]),
        ),
      ),
    ),
  )
  return new Map([['register.json', new TextEncoder().encode(sortedJson(decisions))]])
}

function decisionRecord(asOf: string, languages: ByLanguage<DossierDecision>): object {
  const [{id, number, isNumberExample, addressee, source, provisions}] = first(languages)
  return {
    id,
    'as-of': asOf,
    number,
    ...(isNumberExample ? {example: true} : {}),
    addressee,
    source: source ?? null,
    text: textsOf(languages),
    ...closingRecord(languages),
    ...noteRecords(languages),
    ...implementationRecord(languages),
    provisions: provisionRecords(provisions, languages),
  }
}

/** Words after the provisions, in the languages that have them; nothing where none has. */
function closingRecord(languages: ByLanguage<DossierDecision>): {closing?: object} {
  const closings = each(languages, ({node}) => closingOf(node))
  const isClosed = [...closings.values()].some((closing) => closing !== undefined)
  const wordsOf = (closing: Continuation | undefined): string | null =>
    closing ? toText(closing.children[0]) : null
  return isClosed
    ? {closing: Object.fromEntries([...closings].map(([code, closing]) => [code, wordsOf(closing)]))}
    : {}
}

function closingOf({children}: Decision): Continuation | undefined {
  return children.find((child): child is Continuation => child.type === 'continuation')
}

/** Notes that some language has, such as one of the Secretariat; nothing where there is none. */
function noteRecords(languages: ByLanguage<DossierDecision>): {notes?: object[]} {
  const ids = new Set([...languages.values()].flatMap(({notes}) => [...notes.keys()]))
  if (ids.size === 0) return {}
  const wordsOf = (note: Note | undefined): string | null =>
    note ? note.children.map((paragraph) => toText(paragraph)).join(' ') : null
  return {
    notes: [...ids].map((id) => ({
      id,
      text: Object.fromEntries(each(languages, ({notes}) => wordsOf(notes.get(id)))),
    })),
  }
}

function provisionRecords(
  provisions: readonly DossierProvision[],
  above: ByLanguage<{provisions: DossierProvision[]}>,
): object[] {
  return provisions.map(({id, node, provisions: below}, index) => {
    const languages = each(above, (record) => record.provisions[index] as DossierProvision)
    return {
      id,
      label: node.label ?? '',
      text: textsOf(languages),
      ...implementationRecord(languages),
      provisions: provisionRecords(below, languages),
    }
  })
}

/** Status and evidence; what is not confirmed says so. */
function implementationRecord(languages: ByLanguage<Implementation>): object {
  const [{status, isExample, evidence}] = first(languages)
  return {
    status: status ?? null,
    ...(isExample ? {'status-example': true} : {}),
    evidence: evidence.map(({record, isExample: isEvidenceExample}, index) => ({
      id: record.id,
      type: record.type,
      date: record.date,
      ...(record.url === undefined ? {} : {url: record.url}),
      ...(isEvidenceExample ? {example: true} : {}),
      words: Object.fromEntries(
        each(languages, (record) => toText(record.evidence[index]?.words as DossierWords)),
      ),
    })),
  }
}

/** The words beside the label, by language; null where the language has none yet. */
function textsOf(languages: ByLanguage<{hasWords: boolean; node: Decision | Provision}>): object {
  return Object.fromEntries(
    each(languages, ({hasWords, node: {children}}) => (hasWords && children[0] ? toText(children[0]) : null)),
  )
}

function first<T>(languages: ByLanguage<T>): [T] {
  return [...languages.values()].slice(0, 1) as [T]
}

function each<T, U>(languages: ByLanguage<T>, give: (value: T) => U): Map<string, U> {
  return new Map([...languages].map(([code, value]) => [code, give(value)]))
}
