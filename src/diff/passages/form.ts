import type {Node} from 'unist'
import type {CaptionedPicture, CaptionedTable} from '../../tree/index.ts'

/** What of a block says how it is set; that it stays on a page with the next one follows from the next one. */
const keys = [
  'style',
  'level',
  'depth',
  'heading',
  'sequenceKind',
  'isOperative',
  'isHeading',
  'lines',
  'change',
  'oldLabel',
] as const

/** How a block is set, as one text. */
export function formOf(node: Node): string {
  const own = node as Node & Partial<Record<(typeof keys)[number], unknown>>
  return [node.type, ...keys.flatMap((key) => (own[key] === undefined ? [] : [`${key}=${own[key]}`]))].join(
    ' ',
  )
}

/** How a table is set beside its words; widths that nobody gave follow from these. */
export function tableForm({widths, hasOwnWidths, headRows, headColumns, isTurned}: CaptionedTable): string {
  return JSON.stringify([hasOwnWidths ? widths : [], headRows, headColumns, isTurned])
}

/** How large a picture is, and in which language it is described. */
export function pictureForm({width, height, tag}: CaptionedPicture): string {
  return JSON.stringify([width, height, tag])
}
