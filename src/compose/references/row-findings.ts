import {quote} from '../../message/index.ts'
import {type Entry, kindNames, type Named, type Target} from './target.ts'

/** What is wrong with several things that are named together, and in which of their entries; undefined where all is right. */
export interface RowFault {
  ruleId: 'reference-mixed' | 'reference-range'
  reason: string
  entry: Entry
}

/**
 * What is wrong with what a reference names together: things of different kinds, in different parts, twice, or a range
 * that is none.
 *
 * @param directive  such as `ref`, for the messages
 */
export function rowFault(entries: readonly Entry[], directive: string): RowFault | undefined {
  const seen: Entry[] = []
  for (const entry of entries) {
    const found = rangeFault(entry, directive) ?? mixedFault(seen, entry, directive)
    if (found) return {...found, entry}
    seen.push(entry)
  }
  return undefined
}

type Found = Omit<RowFault, 'entry'>

function rangeFault({first, last}: Entry, directive: string): Found | undefined {
  if (!last) return undefined
  const range = quote(`${first.name}..${last.name}`)
  const one = (name: string): string => `“:${directive}[${name}]”`
  const fault = (reason: string): Found => ({ruleId: 'reference-range', reason})
  if (first.target.chain.at(-1) === last.target.chain.at(-1))
    return fault(`The range ${range} holds one thing alone. Write ${one(first.name)}.`)
  if (first.target.kind !== last.target.kind)
    return fault(
      `The range ${range} begins with ${theKind(first)} and ends with ${theKind(last)}. Write ${one(first.name)} and ${one(last.name)}.`,
    )
  if (first.target.kind === 'heading')
    return fault(
      `${quote(first.name)} and ${quote(last.name)} are headings without numbers, and words have no range. Write ${one(`${first.name} ${last.name}`)}, or refer to the paragraphs under them.`,
    )
  if (first.target.kind === 'caption')
    return fault(
      `The captions of ${quote(first.name)} and ${quote(last.name)} have no numbers, and words have no range. Write ${one(`${first.name} ${last.name}`)}, or give captions numbers (“captions: numbered” in document.yaml).`,
    )
  if (first.target.part !== last.target.part && isCounted(first.target))
    return fault(
      `${quote(first.name)} stands in ${partName(first.target)}, ${quote(last.name)} in ${partName(last.target)}, and each counts from 1. Write ${one(first.name)} and ${one(last.name)}.`,
    )
  if (first.target.cell !== last.target.cell)
    return fault(
      `${quote(first.name)} and ${quote(last.name)} do not stand in one cell, and each cell of a table has letters of its own. Write ${one(first.name)} and ${one(last.name)}.`,
    )
  if (first.target.row !== last.target.row) {
    const levels =
      first.target.chain.length === last.target.chain.length ? 'in different lists' : 'on different levels'
    return fault(
      `${quote(first.name)} and ${quote(last.name)} stand ${levels}. A range begins and ends in one list: write ${one(`${first.name} ${last.name}`)}, or another first or last.`,
    )
  }
  if (first.target.place > last.target.place)
    return fault(
      `The range ${range} is turned round: ${quote(last.name)} stands before ${quote(first.name)}. Write ${one(`${last.name}..${first.name}`)}.`,
    )
  return undefined
}

function mixedFault(before: readonly Entry[], entry: Entry, directive: string): Found | undefined {
  const {first} = entry
  const [start] = before
  if (!start) return undefined
  const fault = (reason: string): Found => ({ruleId: 'reference-mixed', reason})
  const own = start.first
  if (own.target.kind !== first.target.kind)
    return fault(
      `${quote(own.name)} is ${theKind(own)}, ${quote(first.name)} is ${theKind(first)}. Write a “:${directive}[…]” for each.`,
    )
  if (own.target.part !== first.target.part)
    return fault(
      `${quote(own.name)} stands in ${partName(own.target)}, ${quote(first.name)} in ${partName(first.target)}. Write a “:${directive}[…]” for each.`,
    )
  if (own.target.quotation !== first.target.quotation)
    return fault(
      `${quote(own.name)} and ${quote(first.name)} have labels of different texts, one of which is quoted. Write a “:${directive}[…]” for each.`,
    )
  if (own.target.cell !== first.target.cell)
    return fault(
      `${quote(own.name)} and ${quote(first.name)} do not stand in one cell, and each cell of a table has letters of its own. Write a “:${directive}[…]” for each.`,
    )
  const bare = [own, first].find(({target}) => target.isUnnumbered)
  if (bare)
    return fault(
      `${quote(bare.name)} is an annex without a number, which cannot stand among numbers. Write a “:${directive}[…]” for each.`,
    )
  const twice = before.some((other) => holds(other, first.target) || holds(entry, other.first.target))
  if (twice) return fault(`${quote(first.name)} is named twice. Take it out of one place.`)
  return undefined
}

/** Whether an entry names a target, or one that stands between its first and its last. */
function holds({first, last}: Entry, target: Target): boolean {
  if (first.target.chain.at(-1) === target.chain.at(-1)) return true
  if (!last || first.target.row !== target.row) return false
  return first.target.place <= target.place && target.place <= last.target.place
}

/** Whether a target is one of the tables or pictures that each part counts by itself. */
function isCounted({kind}: Target): boolean {
  return kind === 'table' || kind === 'picture'
}

function theKind({target}: Named): string {
  return kindNames[target.kind]
}

function partName({part}: Target): string {
  return part === undefined || part.name === 'body' ? 'the body' : quote(part.name)
}
