import {choices, few, quote} from '../message/index.ts'
import {holds} from './conditions.ts'
import {unknown} from './findings.ts'
import type {AnnexForm, Kind} from './kind-types.ts'
import type {Conditions} from './record-types.ts'
import type {Language} from './template-types.ts'
import type {AnnexPlan, AnnexRecord, DocumentRecord, Subject} from './types.ts'

/** The annexes that a document.yaml lists, whatever their conditions, each with its keys. */
export function annexEntries(value: DocumentRecord): AnnexRecord[] {
  return (value.annexes ?? []).map((annex) => (typeof annex === 'string' ? {name: annex} : annex))
}

/** The annex of which an annex is one by its name: `annex-1` for `annex-1-a`. */
export function annexOf(name: string): string | undefined {
  return /^(annex-[0-9]+)-[a-z]$/.exec(name)?.[1]
}

/** The annexes that are printed as the facts stand on a day; those of an annex that is not are not either. */
export function printedAnnexes(
  value: DocumentRecord,
  {kind, subject, asOf}: {kind: Kind; subject: Subject; asOf: string},
  languages: readonly Language[],
): AnnexPlan[] {
  const plans: AnnexPlan[] = []
  for (const entry of annexEntries(value)) {
    const {name, when, requires} = entry
    const of = annexOf(name)
    if (!holds(when, subject, asOf) || (of && !plans.some((other) => other.name === of))) continue
    const form = formOf(entry, kind)
    const only = languages.find(({code}) => code === entry.only)
    plans.push({
      name,
      ...(of ? {of} : {}),
      ...(form ? {form} : {}),
      ...(only ? {only} : {}),
      ...(entry.number === false ? {isUnnumbered: true} : {}),
      ...(requires ? {requiredBlocks: requires.blocks} : {}),
    })
  }
  return plans
}

/** The form that the kind gives an annex, with what the document says of its paragraphs. */
function formOf({form, 'numbers-paragraphs': numbers}: AnnexRecord, kind: Kind): AnnexForm | undefined {
  const known = form ? kind['annex-forms']?.[form] : undefined
  return numbers === undefined ? known : {...known, 'numbers-paragraphs': numbers}
}

/** Annexes that have numbers where they are several: those of another annex have its number. */
export function countedAnnexes(annexes: readonly AnnexPlan[]): AnnexPlan[] {
  return annexes.filter(({of, isUnnumbered}) => of === undefined && !isUnnumbered)
}

/** The conditions of an annex, or of that of which it is one, as they are written; undefined where it has none. */
export function annexConditions(value: DocumentRecord, name: string): string | undefined {
  const entries = annexEntries(value)
  const whenOf = (wanted: string | undefined): Conditions | undefined =>
    entries.find((entry) => entry.name === wanted)?.when
  const conditions = whenOf(name) ?? whenOf(annexOf(name))
  return conditions && few([conditions].flat())
}

type Say = (pointer: (string | number)[], ruleId: string, reason: string) => void

/**
 * Annexes named twice, of a form that the kind does not have, away from the annex to which they belong, or in a language
 * in which the document is not made.
 */
export function annexFindings(value: DocumentRecord, kind: Kind, say: Say): void {
  const seen: string[] = []
  for (const [index, {name, form, only}] of annexEntries(value).entries()) {
    if (only !== undefined && !Object.hasOwn(value.languages, only))
      say(
        ['annexes', index, 'only'],
        'annex-language',
        `The annex is in the language ${quote(only)}, in which the document is not made. Write ${choices(only, Object.keys(value.languages))}, or add ${quote(only)} to “languages”.`,
      )
    if (seen.includes(name))
      say(['annexes', index], 'id-twice', `The annex ${quote(name)} is named twice. Delete one of the two.`)
    const of = annexOf(name)
    const before = seen.at(-1) ?? ''
    if (of && before !== of && annexOf(before) !== of)
      say(
        ['annexes', index],
        'annex-order',
        `${quote(name)} is an annex of ${quote(of)}. List it right after that annex.`,
      )
    seen.push(name)
    if (form && !Object.hasOwn(kind['annex-forms'] ?? {}, form))
      say(
        ['annexes', index, 'form'],
        'unknown-form',
        kind['annex-forms']
          ? unknown('form of an annex', form, Object.keys(kind['annex-forms']))
          : 'Annexes of this kind of document have no forms. Delete “form”.',
      )
  }
}
