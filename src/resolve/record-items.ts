import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource} from '../load/index.ts'
import {error, type Place, quote} from '../message/index.ts'
import {toText} from '../tree/index.ts'
import {itemNumbers} from './item-numbers.ts'
import {printedBlocks} from './printed-blocks.ts'
import {numberAt} from './symbols.ts'
import type {Language, Templates} from './template-types.ts'
import type {Agenda, DocumentPlan, Dossier} from './types.ts'

/** The numbers that a message offers beside one that there is not: two before it, one after. */
const [offeredBefore, offeredAfter] = [2, 1]

/** A heading of a record with the numbers of items that its author typed. */
interface RecordHeading {
  language: Language
  path: string
  place: Place | undefined
  /** Its id, the same in every language. */
  unit: string | undefined
  numbers: string[]
}

/**
 * Items of records that the agenda of their meeting does not have: one message for each number of a heading, with the
 * numbers around it; and headings whose numbers are not those of the original. A record of a meeting without an agenda is
 * not asked for the first, nor a heading whose number the build prints.
 *
 * @param plans  the documents that are looked at; those whose words nobody asked for are left alone
 */
export function recordItemFindings(
  {documents, agendas, templates}: Dossier,
  plans: readonly DocumentPlan[],
): VFileMessage[] {
  return plans.flatMap((plan) => {
    if (!plan.kind['items-of-agenda']) return []
    const headings = headingsOf(plan, templates)
    const agenda = agendas.get(plan.meeting.id)
    const known = agenda && numbersOf(agenda, plan.meeting.id, documents)
    const strange = agenda && known ? unknownItems(headings, known, agenda.yaml.path) : []
    // Where a number is wrong by itself, that the other language has another only follows from it.
    const sound = headings.filter(({numbers}) => !known || numbers.every((number) => known.includes(number)))
    return [...strange, ...otherNumbers(sound, plan.yaml.value.original)]
  })
}

function headingsOf(plan: DocumentPlan, {usage}: Templates): RecordHeading[] {
  const {parts, languages} = plan
  return languages.flatMap(({language}) =>
    asked(parts.get(language.code)).flatMap(({path, tree}) =>
      printedBlocks(tree.children, plan)
        .nodes.filter(({type}) => type === 'heading')
        .map((node) => ({
          language,
          path,
          place: node.position,
          unit: node.data?.unitMark?.id,
          numbers: itemNumbers(toText(node), usage.get(language.code)?.value),
        })),
    ),
  )
}

function asked(parts: readonly {source: MarkdownSource}[] = []): MarkdownSource[] {
  return parts.flatMap(({source}) => (source.isUnasked ? [] : [source]))
}

function unknownItems(
  headings: readonly RecordHeading[],
  known: readonly string[],
  agenda: string,
): VFileMessage[] {
  return headings.flatMap((heading) =>
    heading.numbers
      .filter((number) => !known.includes(number))
      .map((number) =>
        finding(
          heading,
          `The agenda of this meeting has no item ${quote(number)}. Write one of: ${around(number, known).join(', ')}; or add the item to ${agenda}.`,
        ),
      ),
  )
}

/** Headings of one id that have other numbers than in the original: one of the two is a slip. */
function otherNumbers(headings: readonly RecordHeading[], original: string): VFileMessage[] {
  const first = headings.filter(({language}) => language.code === original)
  return headings.flatMap((heading) => {
    const same = first.find(({unit}) => unit !== undefined && unit === heading.unit)
    if (!same || same.numbers.join() === heading.numbers.join()) return []
    const [own, other] = [heading, same].map(({numbers}) => numbers.join(', ') || 'no number')
    const reason = `${heading.language.name} has ${own} in this heading where ${same.language.name} has ${other}. Write the same numbers in both.`
    return [finding(heading, reason)]
  })
}

function finding({path, place, language}: RecordHeading, reason: string): VFileMessage {
  return error(reason, {path, ruleId: 'record-item', place, language: language.code})
}

/** The numbers of an agenda in its order; those of documents made here are the documents' own. */
function numbersOf({yaml}: Agenda, meeting: string, documents: readonly DocumentPlan[]): string[] {
  const items = yaml.value.sections.flatMap((section) => section.items)
  return items.flatMap(({item, document}) => {
    const plan = documents.find(({path}) => path === document)
    return item ?? (plan && (numberAt(plan, meeting) ?? plan.yaml.value.symbol?.number)) ?? []
  })
}

function around(number: string, known: readonly string[]): string[] {
  const [own = 0, part = 0] = number.split('.').map(Number)
  const after = known.findIndex((other) => {
    const [item = 0, sub = 0] = other.split('.').map(Number)
    return item > own || (item === own && sub > part)
  })
  const at = after < 0 ? known.length : after
  return known.slice(Math.max(0, at - offeredBefore), at + offeredAfter)
}
