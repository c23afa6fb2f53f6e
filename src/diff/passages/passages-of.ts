import type {Node, Parent} from 'unist'
import {
  type BlockCell,
  blocksOf,
  type CaptionedPicture,
  type CaptionedTable,
  type DocumentTree,
  gridOf,
  type PlacedCell,
  partsOfTable,
} from '../../tree/index.ts'
import {formOf, pictureForm, tableForm} from './form.ts'
import {piecesOf, textOf} from './pieces.ts'
import type {Passage, PassageKind} from './types.ts'

/** What stands around a block. */
interface Around {
  part: string
  /** Index of the passage in which it stands. */
  parent?: number
  /** The label of that, which goes before its own. */
  label?: string | undefined
  /** What the words are called where they stand in a cell. */
  kind?: PassageKind
  group?: string
  /** How what stands around it is set. */
  form?: string
}

/** What a node is called; a clause that is a lettered one's has its own. */
const kindOf: ReadonlyMap<string, PassageKind> = new Map([
  ['provision', 'item'],
  ['decision', 'decision'],
  ['sectionHeading', 'heading'],
  ['addressee', 'heading'],
  ['coverBlock', 'cover'],
  ['tableCaption', 'caption'],
  ['pictureCaption', 'caption'],
  ['tableCell', 'cell'],
  ['note', 'note'],
  ['captionedPicture', 'description'],
  ['answerSpace', 'answer'],
])

/** Blocks whose first child holds their words. */
const led: ReadonlySet<string> = new Set([
  'numberedParagraph',
  'clause',
  'continuation',
  'decision',
  'provision',
  'note',
])
/** Blocks that hold blocks and no words. */
const wholes: ReadonlySet<string> = new Set(['provisionList', 'quotation'])

/**
 * All that is read of a document, paragraph by paragraph in its order: also what has no id, such as lines of a cover, and
 * the description of a picture before its caption.
 *
 * @param tree  a finished tree
 */
export function passagesOf(tree: DocumentTree): Passage[] {
  const passages: Passage[] = []
  for (const part of tree.children) {
    const form = part.isLandscape ? 'landscape' : ''
    for (const node of part.children) addBlock(node, {part: part.name, form}, passages)
  }
  return passages
}

function addBlock(node: Node, around: Around, passages: Passage[]): void {
  if (node.type === 'captionedTable') addTable(node as CaptionedTable, around, passages)
  else if (node.type === 'captionedPicture') addPicture(node as CaptionedPicture, around, passages)
  else if (wholes.has(node.type))
    for (const child of (node as Parent).children) addBlock(child, around, passages)
  else {
    const parent = passages.length
    const [first, ...rest] = led.has(node.type) ? (node as Parent).children : [node]
    const passage = passageOf(node, (first as Parent | undefined)?.children ?? [], around)
    passages.push(passage)
    const within = {...around, parent, label: passage.label ?? around.label}
    if (node.type === 'note') within.kind = 'note'
    for (const child of rest) addBlock(child, within, passages)
  }
}

type Numbered = Node & {
  unit?: string
  label?: string
  place?: number
  sequence?: string
  level?: number
  style?: string
}

function passageOf(node: Node, words: readonly Node[], around: Around): Passage {
  const {unit, label, place, sequence, level = 0, style} = node as Numbered
  const pieces = piecesOf(words)
  const own = label?.replace(/[.:]$/, '')
  const isWithin = node.type === 'provision' && around.label !== undefined
  return {
    kind: around.kind ?? kindOf.get(node.type) ?? 'paragraph',
    id: unit,
    part: around.part,
    own,
    label: own !== undefined && isWithin ? `${around.label} ${own}` : own,
    sequence: sequenceOf(node.type, sequence, level, around.parent),
    place,
    pieces,
    text: textOf(pieces),
    parent: around.parent,
    group: node.type === 'coverBlock' ? style : around.group,
    form: `${formOf(node)}${around.form ?? ''}`,
  }
}

/** Items are counted in their list, notes in the document. */
function sequenceOf(
  type: string,
  sequence: string | undefined,
  level: number,
  parent: number | undefined,
): string | undefined {
  if (type === 'note') return 'notes'
  if (sequence === undefined) return undefined
  return level === 0 ? sequence : `${sequence} ${level} in ${parent}`
}

function addTable(node: CaptionedTable, around: Around, passages: Passage[]): void {
  const {caption, table, under} = partsOfTable(node)
  const form = tableForm(node)
  const head = passages.length
  if (caption) passages.push(passageOf(caption, caption.children, {...around, form}))
  for (const [row, cells] of gridOf(table).entries())
    for (const placed of cells) {
      const isHead = passages.length === head
      const inTable: Around = {
        ...around,
        ...(isHead ? {} : {parent: head}),
        kind: 'cell',
        group: `${node.unit} ${row}`,
        form: isHead ? form : '',
      }
      addCell(placed, table.align?.[placed.column] ?? '', inTable, passages)
    }
  for (const clause of under) addBlock(clause, around, passages)
}

function addCell({cell, across, down}: PlacedCell, align: string, around: Around, passages: Passage[]): void {
  const form = `${around.form}${across > 1 || down > 1 ? `${across}×${down}` : ''}${align}`
  if ((cell as Node).type === 'blockCell') {
    for (const block of blocksOf(cell as unknown as BlockCell)) addBlock(block, {...around, form}, passages)
    return
  }
  const passage = passageOf(cell, cell.children, {...around, form})
  if (passage.id !== undefined || passage.text !== '') passages.push(passage)
}

function addPicture(node: CaptionedPicture, around: Around, passages: Passage[]): void {
  const {description, picture, children} = node
  const words = [{type: 'text', value: description} as Node]
  const own = passageOf(node, words, {...around, form: pictureForm(node)})
  passages.push({...own, picture: picture.digest})
  for (const child of children) addBlock(child, around, passages)
}
