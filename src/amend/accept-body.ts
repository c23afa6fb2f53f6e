import type {Parents, RootContent} from 'mdast'
import {applyEdits, type Edit} from '../fix/index.ts'
import {addAll} from '../message/index.ts'
import {groupDirectives} from '../tree/index.ts'
import {bodyUnits, linesOf, parseBody} from './body-units.ts'
import {acceptedWords, hasMarks} from './read-marks.ts'
import type {BodyUnit} from './types.ts'

/** A body without amendments, and what stood in it. */
export interface Accepted {
  /** The body as it shall read: what is put in stands, what is struck does not; all else as it was typed. */
  text: string
  /** The words as they were typed, of each unit that is left, in order. */
  typed: string[]
  /** Words that are struck whole above words that are not: nobody can tell where these would stand. */
  halfStruck: string[]
}

/**
 * A body as it reads once the amendments in it are accepted.
 *
 * @param text  the whole file, as it is loaded
 */
export function acceptedBody(text: string): Accepted {
  const units = bodyUnits(text)
  const accepted = units.map((unit) => (hasMarks(unit.text) ? acceptedWords(unit.text) : unit.text))
  const isStruck = (index: number): boolean =>
    accepted[index]?.trim() === '' && units[index]?.text.trim() !== '' && units[index]?.kind !== 'pivot'
  const halfStruck = units.flatMap((unit, index) => {
    const hasLiving = units.some(({parent}, below) => parent === index && !isStruck(below))
    return isStruck(index) && hasLiving ? [unit.text] : []
  })
  const struck = new Set(units.filter((_, index) => isStruck(index)).map(({start}) => start))
  const removals = removalsIn(parseBody(text), text, struck)
  const kept = units.map((_, index) => index).filter((index) => !isStruck(index))
  const edits = kept.flatMap((index): Edit[] => {
    const [unit, words] = [units[index] as BodyUnit, accepted[index] ?? '']
    return words === unit.text ? [] : [{start: unit.start, end: unit.end, text: linesOf(unit, words)}]
  })
  return {
    text: applyEdits(text, [...edits, ...removals]),
    typed: kept.map((index) => units[index]?.text ?? ''),
    halfStruck,
  }
}

/** Struck blocks of one place: each goes with the white space before it, the first ones with that behind them. */
function removalsIn(node: Parents, text: string, struck: ReadonlySet<number>): Edit[] {
  const blocks = node.children as RootContent[]
  const removals: Edit[] = []
  let lastKept: RootContent | undefined
  for (const [index, block] of blocks.entries()) {
    if (!isStruckWhole(block, struck)) {
      lastKept = block
      if (holdsBlocks(block)) addAll(removals, removalsIn(block, text, struck))
      continue
    }
    const [start, end] = [offset(block, 'start'), offset(block, 'end')]
    const next = blocks[index + 1]
    if (lastKept)
      removals.push({start: inkBefore(text, start, offset(blocks[index - 1], 'end')), end, text: ''})
    else removals.push({start, end: next ? offset(next, 'start') : end, text: ''})
  }
  return removals
}

function isStruckWhole(block: RootContent, struck: ReadonlySet<number>): boolean {
  if (block.type === 'paragraph' || block.type === 'heading')
    return block.children[0] !== undefined && struck.has(offset(block.children[0], 'start'))
  return (
    (block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote') &&
    block.children.every((child) => isStruckWhole(child, struck))
  )
}

function holdsBlocks(block: RootContent): block is RootContent & Parents {
  return (
    block.type === 'list' ||
    block.type === 'listItem' ||
    block.type === 'blockquote' ||
    (block.type === 'containerDirective' && groupDirectives.has(block.name))
  )
}

/** Offset behind the last character that is seen before a place: a line that switches a rule off is in no block. */
function inkBefore(text: string, start: number, least: number): number {
  return Math.max(least, least + text.slice(least, start).replace(/[\s>]+$/, '').length)
}

function offset(node: RootContent | undefined, which: 'start' | 'end'): number {
  return node?.position?.[which].offset ?? 0
}
