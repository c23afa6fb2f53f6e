import type {Numbering, Styles} from '../resolve/index.ts'
import type {DocumentTree} from '../tree/index.ts'

/** What a renderer is given: one finished tree and how things look. It may not change either. */
export interface Finished {
  tree: DocumentTree
  styles: Styles
  numbering: Numbering
  /** The bytes of its pictures, by path; a tree without any needs none. */
  pictures?: PictureBytes | undefined
}

/** Bytes of pictures by the path of their file. */
export type PictureBytes = ReadonlyMap<string, Uint8Array>

/** A format: its extension, and its renderer, loaded only when it is needed. */
export interface Format {
  extension: string
  /** Whether its files are committed, for reviewers to read and for everybody to open; others are only built. */
  isCommitted: boolean
  /** Whether it is for those who review a change alone, so that no page leads to it. */
  isForReviewers?: true
  render(finished: Finished): Promise<Uint8Array>
  /** The same file, smaller, for those whom it is sent; where undefined it is sent as it is. */
  forRelease?(bytes: Uint8Array): Promise<Uint8Array>
}
