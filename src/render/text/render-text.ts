import type {Table} from 'mdast'
import type {Node, Parent} from 'unist'
import {addAll} from '../../message/index.ts'
import {
  type BlockCell,
  blocksOf,
  type CaptionedPicture,
  gridOf,
  joinedText,
  toText,
} from '../../tree/index.ts'
import type {Finished} from '../types.ts'
import {type Written, wordsOf} from './words.ts'

/**
 * The document as plain text: one unit a line, its label at its head, so that a reviewer's diff shows each change
 * and each renumbering on a line of its own.
 *
 * Inserted and deleted text is put between `[+ +]` and `[- -]`, since plain text cannot underline or strike; so are labels
 * that are struck. Those of new units are read as they are, their words say it.
 *
 * @returns UTF-8, lines end with LF
 */
export function renderText({tree}: Finished): Uint8Array {
  const lines: string[] = []
  for (const [index, part] of tree.children.entries()) {
    if (index > 0) lines.push('')
    for (const node of part.children) addAll(lines, linesOf(node, 0))
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

type Write = (node: Parent & Record<string, unknown>, depth: number) => string[]

const indentation = '   '
const answerWidth = 40

const writers = new Map<string, Write>([
  ['coverBlock', (node) => (node.isContinued ? [lineBreaks(node)] : [lineBreaks(node), ''])],
  ['sectionHeading', (node) => ['', words(node), '']],
  ['addressee', (node) => ['', words(node), '']],
  ['textParagraph', (node, depth) => [indented(words(node), depth)]],
  ['pivot', (node) => ['', words(node), '']],
  ['clause', unlabelled],
  ['continuation', continued],
  [
    'quotation',
    (node, depth) => node.children.flatMap((child) => linesOf(child, node.within ? depth : depth + 1)),
  ],
  ['numberedParagraph', labelled],
  ['provision', labelled],
  ['decision', labelled],
  ['provisionList', (node, depth) => node.children.flatMap((child) => linesOf(child, depth))],
  ['answerSpace', (node) => ['', `[${words(node)} ${'_'.repeat(answerWidth)}]`, '']],
  ['captionedTable', (node) => ['', ...node.children.flatMap((child) => linesOf(child, 0)), '']],
  ['captionedPicture', pictured],
  ['pictureCaption', caption],
  ['tableCaption', caption],
  ['table', (node) => rowsOf(node as unknown as Table)],
  ['note', (node) => [`[${node.label}] ${node.children.map((child) => words(child)).join(' ')}`]],
])

/** What it shows, between brackets, with its caption under it. */
function pictured(node: Parent & Record<string, unknown>): string[] {
  const {description, children} = node as unknown as CaptionedPicture
  return ['', `[${description}]`, ...children.flatMap((child) => linesOf(child, 0)), '']
}

function linesOf(node: Node, depth: number): string[] {
  const write = writers.get(node.type)
  if (!write) throw new Error(`The text format has no writer for ${node.type}.`)
  return write(node as Parent & Record<string, unknown>, depth)
}

function labelled(node: Parent & Record<string, unknown>, depth: number): string[] {
  const [lead, ...rest] = node.children
  const label = node.change === 'struck' ? `[-${node.label}-]` : node.label
  const old = node.oldLabel === undefined ? '' : `[-${node.oldLabel}-] `
  const line = indented(`${label} ${old}${lead ? words(lead) : ''}`, depth)
  if (node.heading !== undefined) return ['', line, '']
  return [line, ...rest.flatMap((child) => linesOf(child, depth + 1))]
}

function unlabelled(node: Parent, depth: number): string[] {
  const [lead, ...rest] = node.children
  const depthOf = (child: Node): number => (child.type === 'continuation' ? depth : depth + 1)
  return [
    indented(lead ? words(lead) : '', depth),
    ...rest.flatMap((child) => linesOf(child, depthOf(child))),
  ]
}

/** As far in as the words that it goes on with, also where it stands in the flow of a part; items as others of that list. */
function continued(node: Parent & Record<string, unknown>, depth: number): string[] {
  const [lead, ...lists] = node.children
  const own = node.within && depth === 0 ? 1 : depth
  const below = node.within ? own : own + 1
  return [indented(lead ? words(lead) : '', own), ...lists.flatMap((child) => linesOf(child, below))]
}

/** A caption, with its number where it has one. */
function caption(node: Parent & Record<string, unknown>): string[] {
  return [node.label === undefined ? lineBreaks(node) : `${node.label} ${lineBreaks(node)}`]
}

function indented(line: string, depth: number): string {
  return indentation.repeat(depth) + line
}

/** A cover block and a caption keep their line breaks; what follows a caption and a tab stands in a column of its own. */
function lineBreaks(node: Parent): string {
  const tab = node.children.findIndex(({type}) => type === 'tab')
  const before = node.children.slice(0, tab + 1)
  const isCaption = tab >= 0 && !before.some(({type}) => type === 'break')
  const line = isCaption ? `\n${' '.repeat(before.map((child) => words(child)).join('').length)}` : '\n'
  return joinedText(node.children, (child) => (child.type === 'break' ? line : words(child)))
}

/** A row is one line: what stands on a line of its own in a cell is set off by a stroke. */
const lineInCell = ' / '

/** A row is one line, with an empty place for each that a wider cell takes. */
function rowsOf(table: Table): string[] {
  return gridOf(table).map((cells) => {
    const line: string[] = []
    for (const {cell, column, across} of cells) {
      line[column] = cell.type === 'tableCell' ? words(cell, lineInCell) : blocksIn(cell)
      line[column + across - 1] ??= ''
    }
    return Array.from(line, (text) => text ?? '').join(' | ')
  })
}

/** Paragraphs and items of a cell, on the line of its row. */
function blocksIn(cell: BlockCell): string {
  return blocksOf(cell)
    .flatMap((block) => linesOf(block, 0))
    .map((line) => line.trim())
    .join(lineInCell)
}

function words(node: Node, lineBreak = ' '): string {
  return wordsOf(node, {...written, lineBreak})
}

const written: Written = {
  reference: toText,
  mark: ({label}) => `[${label ?? ''}]`,
  lineBreak: ' ',
  tab: indentation,
}
