import {createHash} from 'node:crypto'
import {damaged} from './faults.ts'
import {proveJpeg} from './jpeg.ts'
import {SOI} from './jpeg-segments.ts'
import {provePng} from './png.ts'
import {signature} from './png-chunks.ts'
import type {Picture, PictureFault, PictureLimits, PictureType} from './types.ts'

/** Other sorts of files by their first bytes, for the message; some begin behind a few others. */
const others: readonly {name: string; start: string; at?: number}[] = [
  {name: 'a GIF', start: 'GIF8'},
  {name: 'a WebP', start: 'WEBP', at: 8},
  {name: 'a TIFF', start: 'II*\0'},
  {name: 'a TIFF', start: 'MM\0*'},
  {name: 'a BMP', start: 'BM'},
  {name: 'a HEIC', start: 'ftyphe', at: 4},
  {name: 'an AVIF', start: 'ftypavi', at: 4},
  {name: 'a PDF', start: '%PDF'},
  {name: 'an SVG or another text', start: '<'},
  {name: 'a ZIP or a Word', start: 'PK'},
  {name: 'an EMF', start: ' EMF', at: 40},
  {name: 'a WMF', start: '\xd7\xcd\xc6\x9a'},
]
const typeNames: Readonly<Record<PictureType, string>> = {png: 'a PNG', jpeg: 'a JPEG'}

/**
 * A file from anywhere as a picture that may be put into documents: of the type that its name says, whole, upright, and
 * without anything that is not to be seen. The same bytes give the same picture everywhere.
 *
 * @param bytes  of the file
 * @param type  what its name says that it is
 * @param limits  on its pixels, looked at before any of them is unpacked
 */
export function provePicture(
  bytes: Uint8Array,
  type: PictureType,
  limits: PictureLimits,
): {picture: Picture} | {fault: PictureFault} {
  if (bytes.length === 0) return damaged('the file is empty')
  const found = typeOf(bytes)
  if (found !== type) return otherType(bytes, type, found)
  const proven = found === 'png' ? provePng(bytes, limits) : proveJpeg(bytes, limits)
  if ('fault' in proven) return proven
  const {picture} = proven
  return {picture: {...picture, digest: createHash('sha256').update(picture.bytes).digest('hex')}}
}

function typeOf(bytes: Uint8Array): PictureType | undefined {
  if (signature.every((byte, index) => bytes[index] === byte)) return 'png'
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff ? 'jpeg' : undefined
}

function otherType(
  bytes: Uint8Array,
  type: PictureType,
  found: PictureType | undefined,
): {fault: PictureFault} {
  if (found) {
    const ending = found === 'png' ? '.png' : '.jpg'
    const reason = `The name of this picture says that it is ${typeNames[type]}, and it is ${typeNames[found]}. Let its name end in ${ending}.`
    return {fault: {ruleId: 'picture-type', reason}}
  }
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  const other = others.find(({start, at = 0}) => head.startsWith(start, at))
  const what = other ? `it is ${other.name} file` : 'it does not begin as one does'
  const reason = `The name of this picture says that it is ${typeNames[type]}, and ${what}. Save it as a PNG or JPEG file, and let its name end in .png or .jpg.`
  return {fault: {ruleId: 'picture-type', reason}}
}
