import type {Clause} from './block-types.ts'
import type {CaptionedPicture, PictureCaption} from './picture-types.ts'

/** The caption of a picture, where it has one, and what stands right under it. */
export function partsOfPicture({children}: CaptionedPicture): {caption?: PictureCaption; under: Clause[]} {
  const [first, ...rest] = children
  if (first?.type === 'pictureCaption') return {caption: first, under: rest as Clause[]}
  return {under: children as Clause[]}
}
