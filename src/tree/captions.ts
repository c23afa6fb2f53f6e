import type {CaptionNumber} from './caption-types.ts'
import type {PictureCaption} from './picture-types.ts'
import type {TableCaption} from './table-types.ts'

/**
 * Captions that may be numbered: the type of the node, and the kind of the sequence that it has in
 * templates/numbering.yaml, under which the labels of a language have its words.
 */
export const captionSequences = {tableCaption: 'table-caption', pictureCaption: 'picture-caption'} as const

/** Type of a caption. */
export type CaptionType = keyof typeof captionSequences

/** A caption, numbered or not. */
export type Caption = TableCaption | PictureCaption

/** A caption with a number. */
export type NumberedCaption = Caption & CaptionNumber

/** Whether a node is a caption, with a number or without. */
export function isCaption(node: {type: string}): node is Caption {
  return Object.hasOwn(captionSequences, node.type)
}
