import assert from 'node:assert/strict'
import {type PictureFile, visit} from '../../../tree/index.ts'
import type {Finished} from '../../types.ts'

/** A picture as a part of the package. */
export interface MediaPart {
  /** Where it lies, such as `word/media/image1.png`. */
  name: string
  /** What stands for the id of its relationship until the others are counted. */
  mark: string
  bytes: Uint8Array
}

/** What stands in the place of the id of a picture's relationship while the document is put together. */
export function pictureMark({digest}: Pick<PictureFile, 'digest'>): string {
  return `picture-${digest}`
}

/** The pictures of a document, each once, numbered in the order in which they are first shown. */
export function mediaParts({tree, pictures}: Finished): MediaPart[] {
  const parts = new Map<string, MediaPart>()
  visit(tree, 'captionedPicture', ({picture}) => {
    const mark = pictureMark(picture)
    if (parts.has(mark)) return
    const bytes = pictures?.get(picture.path)
    assert(bytes, `a renderer is given the bytes of ${picture.path}`)
    parts.set(mark, {name: `word/media/image${parts.size + 1}.${picture.type}`, mark, bytes})
  })
  return [...parts.values()]
}
