import type {AnnexPlan} from '../../resolve/index.ts'
import {type CaptionedTable, type InlineNode, type Part, text} from '../../tree/index.ts'
import {annexLabel} from '../annex-label.ts'
import type {Context} from '../context.ts'
import {listNodes, listOfLabels} from '../lists.ts'
import {phrase} from '../phrases.ts'
import {type Entry, isWorded, type Target} from './target.ts'
import type {Units} from './unit-targets.ts'

/** Phrases with the language's word before one label, and before several. */
const words: Readonly<Record<Target['kind'], [string, string] | undefined>> = {
  paragraph: ['paragraph-reference', 'paragraphs-reference'],
  // No document was found that says what it calls its numbered sections.
  section: undefined,
  heading: undefined,
  caption: undefined,
  table: ['table-reference', 'tables-reference'],
  picture: ['picture-reference', 'pictures-reference'],
  note: ['note-reference', 'notes-reference'],
  annex: ['annex-reference-numbered', 'annexes-reference'],
  decision: ['decision-reference', 'decisions-reference'],
  'draft-decision': ['draft-decision-reference', 'draft-decisions-reference'],
}

/** How much of a reference is printed, and where. */
export interface Printed {
  /** `number` without the language's word, `last` for the last letter alone. */
  form: string | undefined
  /** The part in which it stands; undefined for words that stand in no document. */
  part: Part | undefined
  /** The table in which it stands. */
  table: CaptionedTable | undefined
  annexes: readonly AnnexPlan[]
  /** Of the document. */
  units: Units
}

/** A reference to one thing, or to several of one kind: “paragraphs 2 a) and c) of Annex 1”. */
export function referenceNodes(
  context: Context,
  entries: readonly Entry[],
  {form, part, table, annexes, units}: Printed,
): InlineNode[] {
  const [entry] = entries
  if (!entry) return []
  const {target} = entry.first
  const {isUnnumbered, part: home} = target
  const items = labelsOf(context, entries, form)
  // Words are known before anything is numbered; of a label it is not known yet how it begins.
  const last = entries.at(-1)?.first.target.words
  const number = last === undefined ? listOfLabels(context, items) : listNodes(context, items, 'list', last)
  if (form !== undefined || isWorded(target) || isUnnumbered) return number
  const isOne = entries.length === 1 && !entry.last
  const worded = isOne ? one(context, target, number) : several(context, target, number)
  const reference =
    target.table === table ? worded : inTable(context, worded, units.targets.get(target.table?.unit ?? ''))
  if (!part || !home || home === part) return reference
  if (home.name === 'body') return phrase(context, 'reference-in-body', {reference})
  const annex = text(annexLabel(context, annexes, home.name, 'annex-reference'))
  return phrase(context, 'reference-in-annex', {reference, annex})
}

/**
 * One thing with the language's word before it. Where that is the word of the caption too, one field of Word repeats the
 * whole label.
 */
function one(context: Context, {kind, whole}: Target, number: InlineNode[]): InlineNode[] {
  const [key] = words[kind] ?? []
  if (key === undefined) return number
  return whole && context.phrases.get(key) === whole.words ? [whole.node] : phrase(context, key, {number})
}

function several(context: Context, {kind}: Target, number: InlineNode[]): InlineNode[] {
  const [, key] = words[kind] ?? []
  return key === undefined ? number : phrase(context, key, {number})
}

/** What stands in a cell has letters that begin anew in each: “paragraph a) of Table 1”. */
function inTable(context: Context, reference: InlineNode[], table: Target | undefined): InlineNode[] {
  if (!table) return reference
  const label = table.label(0)
  if (isWorded(table)) return phrase(context, 'reference-under-caption', {reference, table: label})
  return phrase(context, 'reference-in-table', {reference, table: one(context, table, label)})
}

/** The label of each entry. What it shares with the one before it is not said again: “2 a) and c)”. */
function labelsOf(context: Context, entries: readonly Entry[], form: string | undefined): InlineNode[][] {
  return entries.map(({first, last}, index) => {
    const before = entries[index - 1]
    const shared = before ? sharedLevels((before.last ?? before.first).target, first.target) : 0
    const nodes = first.target.label(form === 'last' ? -1 : shared)
    return last ? phrase(context, 'reference-range', {first: nodes, last: last.target.label(-1)}) : nodes
  })
}

/**
 * How many levels of its label a thing has in common with the one named before it, where the first that is printed stands
 * beside the last one printed before: “2 a) and b) i)”, but “2 a) i) and 2 b)”, where “b)” could be taken for a level below.
 */
function sharedLevels(before: Target, after: Target): number {
  const levels = before.chain.length - 1
  const isShared = before.chain.slice(0, levels).every((level, index) => level === after.chain[index])
  return isShared && after.chain[levels] !== before.chain[levels] ? levels : 0
}
