import type {Nodes, Parents} from 'mdast'

/** A file of the original with the words that came back for its units. */
export interface Pattern {
  text: string
  /** The text of the translation; empty where there is none. */
  translation: string
  /** By the offset at which a unit begins: where it ends, and its words in the other language. */
  units: ReadonlyMap<number, {end: number; words: string | undefined}>
}

/**
 * A block of the original in the other language, as it is typed there: the words of each unit are those that came back. A
 * unit without words is left out, and so is what then holds nothing.
 *
 * @returns undefined where no unit of it has words
 */
export function renderedBlock(node: Nodes, pattern: Pattern): string | undefined {
  const written = hasWords(node, pattern) ? rendered(node, pattern) : undefined
  return written?.replace(/(?:\n[ \t>]*)+$/, '')
}

/** Whether words came back for a unit of a block. */
export function hasWords(node: Nodes, {units}: Pattern): boolean {
  const [start, end] = rangeOf(node)
  return [...units].some(([at, {words}]) => words !== undefined && at >= start && at < end)
}

function rendered(node: Nodes, pattern: Pattern): string | undefined {
  if (isWhole(node)) return hasOnlyMissing(node, pattern) ? undefined : withWords(rangeOf(node), pattern)
  const {children} = node as Parents
  const [first, last] = [children[0] as Nodes, children.at(-1) as Nodes]
  const [start, end] = rangeOf(node)
  const body = renderedBlocks(children as Nodes[], pattern)
  if (body === '') return undefined
  return pattern.text.slice(start, rangeOf(first)[0]) + body + pattern.text.slice(rangeOf(last)[1], end)
}

/** Blocks that follow one another, with the empty lines and marks that stand between them in the original. */
export function renderedBlocks(children: readonly Nodes[], pattern: Pattern): string {
  let written = ''
  let isAfterLabel = false
  for (const [index, child] of children.entries()) {
    const text = isLabel(child) ? withWords(rangeOf(child), pattern) : rendered(child, pattern)
    if (text === undefined) continue
    const between = isAfterLabel ? gapBefore(children, 1, pattern) : gapBefore(children, index, pattern)
    written += (written === '' && !isAfterLabel ? '' : between) + text
    isAfterLabel = index === 0 && isLabel(child)
  }
  return written
}

/** What stands between a block and the one before it. */
export function gapBefore(children: readonly Nodes[], index: number, {text}: Pattern): string {
  const [before, own] = [children[index - 1], children[index]]
  return before && own ? text.slice(endOfWords(before, text), rangeOf(own)[0]) : ''
}

/** Where a block ends: a list in a quotation takes the empty line behind it with it. */
export function endOfWords(node: Nodes, text: string): number {
  const [, end] = rangeOf(node)
  const behind = /(?:\n[ \t>]*)+$/.exec(text.slice(Math.max(0, end - mostBehind), end))
  return end - (behind?.[0].length ?? 0)
}

/** Characters of empty lines behind a block that are looked at. */
const mostBehind = 200

/** Paragraphs and headings, tables with all of their cells, and what holds no words. */
function isWhole(node: Nodes): boolean {
  const isOfWords = node.type === 'paragraph' || node.type === 'heading' || node.type === 'table'
  return isOfWords || !('children' in node) || node.children.length === 0
}

function hasOnlyMissing(node: Nodes, pattern: Pattern): boolean {
  const [start, end] = rangeOf(node)
  const own = [...pattern.units].filter(([at]) => at >= start && at < end)
  return own.length > 0 && own.every(([, {words}]) => words === undefined)
}

/** A piece of the original with the words that came back in the place of its own. */
function withWords([start, end]: readonly [number, number], {text, units}: Pattern): string {
  let written = ''
  let at = start
  for (const [from, unit] of [...units].sort(([a], [b]) => a - b)) {
    if (from < start || from >= end) continue
    written += text.slice(at, from) + (unit.words ?? '')
    at = unit.end
  }
  return written + text.slice(at, end)
}

/** Offsets of a block in its file. */
export function rangeOf({position}: Nodes): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0]
}

/** The words in brackets behind the name of a directive. */
export function isLabel(node: Nodes): boolean {
  return 'data' in node && node.data !== undefined && 'directiveLabel' in node.data
}
