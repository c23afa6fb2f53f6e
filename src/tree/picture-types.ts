/**
 * Pictures of the document model. As in types.ts, each node says: meaning · where it is allowed · what it may contain.
 */
import type {Parent} from 'unist'
import type {Clause} from './block-types.ts'
import type {CaptionNumber} from './caption-types.ts'
import type {InlineNode} from './inline-types.ts'

/** The file of a picture: its bytes are no part of the tree, but what tells one from any other is. */
export interface PictureFile {
  /** Path of the file from the content root, under which renderers find its bytes. */
  path: string
  type: 'png' | 'jpeg'
  /** In pixels. */
  width: number
  height: number
  /** SHA-256 of its bytes, in hexadecimal digits. */
  digest: string
}

/**
 * Picture, with or without a visible caption. Allowed in a part. Contains perhaps a caption, and what stands right under
 * it: clauses without a list, such as where it comes from.
 */
export interface CaptionedPicture extends Parent {
  type: 'captionedPicture'
  unit: string
  picture: PictureFile
  /** In the document, in twips: never wider than the text nor higher than its page. */
  width: number
  height: number
  /** What the picture shows, for who does not see it. */
  description: string
  /** BCP 47 tag of the language of the description, where it is another than the document's. */
  tag?: string
  children: [PictureCaption, ...Clause[]] | Clause[]
}

/** Caption of a picture. Contains phrasing. */
export interface PictureCaption extends Parent, Partial<CaptionNumber> {
  type: 'pictureCaption'
  unit: string
  /** Written by `number`: whether a reference prints its words. */
  isReferredTo?: boolean
  children: InlineNode[]
}
