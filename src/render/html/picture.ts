import assert from 'node:assert/strict'
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {type CaptionedPicture, type DocumentTree, htmlIdOf, partsOfPicture, visit} from '../../tree/index.ts'
import type {Finished, PictureBytes} from '../types.ts'
import {captionOf, paragraphOf} from './table.ts'

/** Twips of a pixel of CSS, of which 96 stand on an inch. */
const twipsPerPixel = 15
const newline: ElementContent = {type: 'text', value: '\n'}

/**
 * A picture that lies in the page itself, as large as in the Word file and never wider than the screen, with its caption
 * and what stands right under it. Until the page is text, its digest stands for its bytes (`withPictures`).
 */
export function captionedPicture(node: CaptionedPicture): Element {
  const {picture, description, tag, unit} = node
  const {caption, under} = partsOfPicture(node)
  const lines: Element[] = [
    ...(caption ? [h('p', {id: htmlIdOf(caption.unit), className: ['caption']}, captionOf(caption))] : []),
    ...under.map((one) => paragraphOf(one)),
  ]
  return h('figure', {id: htmlIdOf(unit)}, [
    newline,
    h('img', {
      src: `data:image/${picture.type};base64,${picture.digest}`,
      width: pixels(node.width),
      height: pixels(node.height),
      alt: description,
      lang: tag,
    }),
    newline,
    ...(lines.length > 0
      ? [h('figcaption', [...lines.flatMap((line): ElementContent[] => [newline, line]), newline]), newline]
      : []),
  ])
}

function pixels(twips: number): number {
  return Math.max(1, Math.round(twips / twipsPerPixel))
}

/**
 * A page with the bytes of its pictures in the place of their digests. No words can be taken for one: they have no sign
 * that opens an element. What makes and cleans the page need not pass the bytes on, which takes ten times their memory.
 *
 * @param page  from `serialize`
 */
export function withPictures(
  page: Uint8Array,
  {tree, pictures}: Pick<Finished, 'tree' | 'pictures'>,
): Uint8Array {
  const known = bytesOf(tree, pictures)
  if (known.size === 0) return page
  const whole = Buffer.from(page.buffer, page.byteOffset, page.byteLength)
  const pieces: Uint8Array[] = []
  let from = 0
  for (let at = whole.indexOf(opening); at >= 0; at = whole.indexOf(opening, from)) {
    const start = whole.indexOf(',', at) + 1
    const end = whole.indexOf('"', start)
    const bytes = known.get(whole.toString('latin1', start, end))
    assert(bytes, 'a page shows the pictures of its document and no others')
    pieces.push(whole.subarray(from, start), Buffer.from(Buffer.from(bytes).toString('base64'), 'latin1'))
    from = end
  }
  return Buffer.concat([...pieces, whole.subarray(from)])
}

const opening = '<img src="data:'

/** The bytes of the pictures of a document, by their digests. */
function bytesOf(tree: DocumentTree, pictures: PictureBytes | undefined): Map<string, Uint8Array> {
  const known = new Map<string, Uint8Array>()
  visit(tree, 'captionedPicture', ({picture}) => {
    const bytes = pictures?.get(picture.path)
    assert(bytes, `a renderer is given the bytes of ${picture.path}`)
    known.set(picture.digest, bytes)
  })
  return known
}
