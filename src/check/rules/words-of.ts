import type {Node, Parent} from 'unist'
import type {CaptionedPicture, DocumentTree} from '../../tree/index.ts'

/** A line for each block of a finished document: its label, if it has one, and its words with their marks. */
export function linesOf(tree: DocumentTree): string[] {
  return tree.children.flatMap((part) => blocksOf(part))
}

const inlineBlocks = new Set([
  'coverBlock',
  'sectionHeading',
  'leadParagraph',
  'textParagraph',
  'addressee',
  'pivot',
  'tableCaption',
  'pictureCaption',
  'tableCell',
  'answerSpace',
])

function blocksOf(node: Node, label = ''): string[] {
  const own = 'label' in node && typeof node.label === 'string' ? `${node.label} ` : ''
  if (inlineBlocks.has(node.type)) return [`${label}${own}${wordsOf(node)}`]
  const children = 'children' in node ? (node as Parent).children : []
  const picture = node.type === 'captionedPicture' ? [pictureLine(node as CaptionedPicture)] : []
  return [...picture, ...children.flatMap((child, index) => blocksOf(child, index === 0 ? own : ''))]
}

/** Another picture says something else than the one before, even under the same words. */
function pictureLine({description, picture}: CaptionedPicture): string {
  return `[${description}] ${picture.digest}`
}

// Struck and underlined words are words of another kind; bold and italic ones are not.
const marks = new Map([
  ['inserted', '+'],
  ['deleted', '-'],
  ['delete', '-'],
  ['superscript', '^'],
  ['subscript', '_'],
])

function wordsOf(node: Node): string {
  if (node.type === 'crossReference')
    return ((node as Node & {links?: {label: string}[]}).links ?? []).map((link) => link.label).join(' ')
  if (node.type === 'footnoteReference') return `[${(node as Node & {label?: string}).label ?? ''}]`
  if ('value' in node && typeof node.value === 'string') return node.value
  if (!('children' in node)) return node.type === 'break' || node.type === 'tab' ? ' ' : ''
  const words = (node as Parent).children.map((child) => wordsOf(child)).join('')
  const mark = marks.get(node.type) ?? ''
  const url = 'url' in node && typeof node.url === 'string' ? ` (${node.url})` : ''
  return `${mark}${words}${url}${mark}`
}
