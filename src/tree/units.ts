import type {Node, Parent} from 'unist'
import {canonicalText, segmentsOf} from './canonical-text.ts'
import type {InlineNode} from './inline-types.ts'
import type {CaptionedPicture} from './picture-types.ts'
import type {DocumentTree, Part} from './types.ts'
import {visitBlocks} from './visit.ts'

/** A unit of a finished tree that has words, and where they come from. */
export interface Unit {
  id: string
  /** Its words, without its label, in their canonical form. */
  text: string
  /** Path of the file that holds its words, or that calls for them where they are made from facts. */
  file: string
}

/**
 * Every unit whose words stand in one paragraph, in document order: these are what has a bookmark in Word.
 *
 * @param tree  a finished tree; parts and tables are no units of their own here, their captions and cells are
 */
export function unitsOf(tree: DocumentTree): Unit[] {
  return wordedUnits(tree).map(({id, text, ancestors, node}) => ({
    id,
    text,
    file: fileOf([...ancestors, node]),
  }))
}

/** A unit of a finished tree with its node. */
export interface WordedUnit {
  id: string
  /** Its label, where it is numbered. */
  label: string | undefined
  text: string
  node: Parent
  /** Its words as inline nodes, without its label. */
  words: readonly InlineNode[]
  ancestors: Parent[]
}

/** Nodes whose units are what stands in them. */
const wholes: ReadonlySet<string> = new Set(['part', 'captionedTable', 'captionedPicture'])

/** The units of `unitsOf` with their nodes. */
export function wordedUnits(tree: DocumentTree): WordedUnit[] {
  return unitsIn(tree, false)
}

/**
 * What somebody reads or searches a document by: its units, and the descriptions of its pictures under the units of these,
 * which have no paragraph of their own.
 */
export function readUnits(tree: DocumentTree): WordedUnit[] {
  return unitsIn(tree, true)
}

function unitsIn(tree: DocumentTree, hasDescriptions: boolean): WordedUnit[] {
  const units: WordedUnit[] = []
  visitBlocks(tree, (node, ancestors) => {
    const {unit, label} = node as Node & {unit?: string; label?: string}
    if (hasDescriptions && node.type === 'captionedPicture')
      units.push(descriptionOf(node as CaptionedPicture, ancestors))
    if (unit === undefined || wholes.has(node.type)) return
    const words = wordsOf(node as Parent) as readonly InlineNode[]
    const text = canonicalText(segmentsOf(words, tree.meta.path))
    if (text !== '')
      units.push({id: unit, label, text, node: node as Parent, words, ancestors: [...ancestors]})
  })
  return units
}

function descriptionOf(node: CaptionedPicture, ancestors: readonly Parent[]): WordedUnit {
  const {unit: id, description: text} = node
  return {id, label: undefined, text, node, words: [{type: 'text', value: text}], ancestors: [...ancestors]}
}

/** The words of a unit: those of its lead, of the first paragraph of a note, or its own. */
function wordsOf(node: Parent): readonly Node[] {
  const [first] = node.children
  const isLed = first?.type === 'leadParagraph' || node.type === 'note'
  return isLed ? ((first as Parent | undefined)?.children ?? []) : node.children
}

function fileOf(path: readonly Node[]): string {
  const owner = path.findLast((node) => typeof (node as Part).file === 'string')
  return (owner as Part | undefined)?.file ?? ''
}
