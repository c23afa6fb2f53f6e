import type {Node, Parent} from 'unist'
import {type Place, quote} from '../../message/index.ts'
import {type Change, changeOf, firstWords} from '../../tree/index.ts'
import {reportError} from '../context.ts'
import type {OpenReference} from '../open-reference.ts'
import {decisionTarget, noDecision} from './decision-targets.ts'
import type {Document} from './document.ts'
import {namesIn} from './names.ts'
import {rowFault} from './row-findings.ts'
import type {Entry, Named, Target} from './target.ts'
import {noUnit, unitTarget} from './units-by-name.ts'

/** Where a reference stands: in a heading or a caption, whose words another reference may print; in struck words. */
interface Around {
  isInHeading: boolean
  isInCaption: boolean
  isInStruck: boolean
}

/**
 * What a reference names, found in the document; each fault is reported at its place.
 *
 * @param around  where the reference stands
 * @returns undefined where anything is wrong
 */
export function entriesOf(open: OpenReference, around: Around, document: Document): Entry[] | undefined {
  const {context} = document
  const directive = open.decision === undefined ? 'ref' : 'decision'
  const words = open.decision ?? open.target ?? ''
  const {names, faults} = namesIn(words, directive)
  const isOne = names.length + faults.length === 1 && names[0]?.last === undefined
  const say = ({start, end}: {start: number; end: number}, ruleId: string, reason: () => string): void =>
    reportError(context, open.path, isOne ? open.place : placeIn(open, start, end), ruleId, reason)
  let isWrong = faults.length > 0
  for (const fault of faults) say(fault, 'reference-form', () => fault.reason)
  const entries: Entry[] = []
  for (const {first, last, start, end} of names) {
    const find = (name: string, at: number): Named | undefined => {
      const target = targetOf(name, open, document)
      const fault = target
        ? (unfit(target, name, open, around) ?? amendedFault(target, name, around.isInStruck, document))
        : missing(name, open, document)
      if (!fault) return target ? {name, target} : undefined
      say({start: at, end: at + name.length}, fault.ruleId, fault.reason)
      return undefined
    }
    const from = find(first, start)
    const to = last === undefined ? undefined : find(last, end - last.length)
    if (from && (to || last === undefined)) entries.push({first: from, ...(to ? {last: to} : {}), start, end})
    else isWrong = true
  }
  if (isWrong) return undefined
  const fault = rowFault(entries, directive)
  if (!fault) return entries
  say(fault.entry, fault.ruleId, () => fault.reason)
  return undefined
}

function targetOf(name: string, {decision}: OpenReference, document: Document): Target | undefined {
  const {context, units} = document
  return decision === undefined ? unitTarget(name, document) : decisionTarget(context, name, units)
}

/** What is wrong with a name, and what to write instead. */
interface Fault {
  ruleId: string
  reason(): string
}

function missing(name: string, {decision}: OpenReference, document: Document): Fault {
  if (decision === undefined) return noUnit(name, document)
  return {ruleId: 'unknown-decision', reason: () => noDecision(document.context, name)}
}

/** Why what is there cannot be printed as it is asked for. */
function unfit(
  {kind, chain}: Target,
  name: string,
  {form}: OpenReference,
  {isInHeading, isInCaption}: Around,
): Fault | undefined {
  if (form === 'last' && chain.length === 1)
    return {
      ruleId: 'unknown-decision',
      reason: () =>
        'Only a lettered provision has a letter. Write “{form=number}” for the number of the decision.',
    }
  if (kind === 'caption') return unfitCaption(name, form, isInHeading || isInCaption)
  if (kind !== 'heading') return undefined
  if (isInHeading)
    return {
      ruleId: 'reference-without-label',
      reason: () =>
        `A heading does not repeat the words of another, ${quote(name)}. Type them, or refer to a paragraph under it.`,
    }
  if (form === undefined) return undefined
  return {
    ruleId: 'reference-without-label',
    reason: () =>
      `${quote(name)} is a heading without a number. Write “:ref[${name}]”, which prints its words.`,
  }
}

/** Why the words of a caption cannot be printed in this place, or in this form. */
function unfitCaption(name: string, form: string | undefined, isInWords: boolean): Fault | undefined {
  const ruleId = 'reference-without-label'
  if (isInWords)
    return {
      ruleId,
      reason: () =>
        `A heading or a caption does not repeat the words of the caption of ${quote(name)}. Type them, or give captions numbers (“captions: numbered” in document.yaml).`,
    }
  if (form === undefined) return undefined
  return {
    ruleId,
    reason: () =>
      `${quote(name)} has no number, since the captions of this document have none. Write “:ref[${name}]”, which prints its words, or give captions numbers (“captions: numbered” in document.yaml).`,
  }
}

/** A reference is to the text in which it stands: in struck words to the old one, in all others to the new one. */
function amendedFault(
  {chain}: Target,
  name: string,
  isInStruck: boolean,
  {units}: Document,
): Fault | undefined {
  const node = chain.at(-1) as Node | undefined
  const change = node && (units.changes.get(node) ?? headingChange(node))
  if (!node || change !== (isInStruck ? 'new' : 'struck')) return undefined
  const [lead = node] = (node as Partial<Parent>).children ?? []
  const words = quote(firstWords(lead))
  const reason = isInStruck
    ? `${words} (^${name}) is new, and this reference stands in struck words, which the old text had without it. Type the words of the old text, or refer to something that it had.`
    : `${words} (^${name}) is struck, so that the new text has no label for it. Refer to what takes its place, by its own id, or leave the reference out.`
  return {ruleId: 'reference-struck', reason: () => reason}
}

/** Of a heading, all of whose words may be struck: nothing of it would be printed. */
function headingChange(node: Node): Change | undefined {
  const isHeading = node.type === 'sectionHeading' || node.type === 'addressee'
  return isHeading ? changeOf((node as Parent).children) : undefined
}

/** The place of some characters of the words, where they stand in the line in which the reference begins. */
function placeIn({place, before}: OpenReference, start: number, end: number): Place | undefined {
  if (!place || before === undefined || place.start.line !== place.end.line) return place
  const {line, column} = place.start
  return {
    start: {line, column: column + before + start},
    end: {line, column: column + before + end},
  }
}
