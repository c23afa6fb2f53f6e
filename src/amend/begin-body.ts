import type {RootContent} from 'mdast'
import {bodyUnits, parseBody} from './body-units.ts'
import type {OldUnit} from './types.ts'

/**
 * The words in force as a body, ready to be edited: each paragraph with its id, the line between the preamble and the
 * operative part where the text has it, or before the first operative verb.
 *
 * @param text  the body as it is; its front matter stays
 * @param old  of the text in force
 * @param notes  words of its notes by their names
 * @param isExample  whether its words are not confirmed
 */
export function begunBody(
  text: string,
  old: readonly OldUnit[],
  {
    notes,
    isExample,
    isOperative,
  }: {notes: Readonly<Record<string, string>>; isExample: boolean; isOperative: (words: string) => boolean},
): string {
  const tops = [...old.keys()].filter((index) => old[index]?.parent === undefined)
  const own = tops.find((index) => old[index]?.isPivot)
  const first = own ?? tops.find((index) => isOperative(old[index]?.text ?? ''))
  const blocksOf = (some: readonly number[]): string[] => {
    const blocks = some.filter((index) => index !== own).flatMap((index) => blocksOfUnit(old, index))
    return isExample && blocks.length > 0 ? [[':::example', blocks.join('\n\n'), ':::'].join('\n')] : blocks
  }
  const blocks =
    first === undefined
      ? blocksOf(tops)
      : [
          ...blocksOf(tops.filter((index) => index < first)),
          '::pivot',
          ...blocksOf(tops.filter((index) => index >= first)),
        ]
  const named = Object.entries(notes).filter(([name]) =>
    old.some(({text: words}) => words.includes(`[^${name}]`)),
  )
  const definitions = named.map(([name, words]) => `[^${name}]: ${words.trim().replace(/\s*\n\s*/g, ' ')}`)
  const [head] = parseBody(text).children
  const front = head?.type === 'yaml' ? `${text.slice(0, head.position?.end.offset)}\n\n` : ''
  return `${front}${[...blocks, ...definitions].join('\n\n')}\n`
}

function blocksOfUnit(old: readonly OldUnit[], index: number): string[] {
  const below = (parent: number): number[] => [...old.keys()].filter((other) => old[other]?.parent === parent)
  const wordsOf = (unit: number): string => `${old[unit]?.text} ^${old[unit]?.id}`
  // What goes on without a label stands behind an empty line.
  const lines = (parent: number, indent: string): string[] =>
    below(parent).flatMap((other) =>
      old[other]?.isContinuation
        ? ['', `${indent}${wordsOf(other)}`]
        : [`${indent}1. ${wordsOf(other)}`, ...lines(other, `${indent}   `)],
    )
  const under = lines(index, '')
  return [[wordsOf(index), ...(under.length > 0 && under[0] !== '' ? [''] : []), ...under].join('\n')]
}

/** Whether a body has no words of its author yet: nothing, or the hints with which a new document begins. */
export function isWithoutWords(text: string): boolean {
  const isBare = (block: RootContent): boolean =>
    block.type === 'yaml' ||
    block.type === 'paragraph' ||
    block.type === 'list' ||
    (block.type === 'leafDirective' && block.name === 'pivot')
  const units = bodyUnits(text).filter(({kind}) => kind !== 'pivot')
  const isHint = (words: string): boolean => words.includes(':hint[')
  return (
    parseBody(text).children.every(isBare) &&
    (units.length === 0 || units.some(({text: words}) => isHint(words))) &&
    // What leads to hints is of the beginning too.
    units.every(({text: words}) => isHint(words) || words.endsWith(':'))
  )
}
