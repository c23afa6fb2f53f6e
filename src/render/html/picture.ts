import assert from 'node:assert/strict'
import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {type CaptionedPicture, htmlIdOf, partsOfPicture} from '../../tree/index.ts'
import type {PictureBytes} from '../types.ts'
import {captionOf, paragraphOf} from './table.ts'

/** Twips of a pixel of CSS, of which 96 stand on an inch. */
const twipsPerPixel = 15
const newline: ElementContent = {type: 'text', value: '\n'}

/**
 * A picture that lies in the page itself, as large as in the Word file and never wider than the screen, with its caption
 * and what stands right under it.
 */
export function captionedPicture(node: CaptionedPicture, pictures: PictureBytes | undefined): Element {
  const {picture, description, tag, unit} = node
  const {caption, under} = partsOfPicture(node)
  const bytes = pictures?.get(picture.path)
  assert(bytes, `a renderer is given the bytes of ${picture.path}`)
  const lines: Element[] = [
    ...(caption ? [h('p', {id: htmlIdOf(caption.unit), className: ['caption']}, captionOf(caption))] : []),
    ...under.map((one) => paragraphOf(one)),
  ]
  return h('figure', {id: htmlIdOf(unit)}, [
    newline,
    h('img', {
      src: `data:image/${picture.type};base64,${Buffer.from(bytes).toString('base64')}`,
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
