/** How a picture is to be turned to be looked at: 1 is upright (Exif 2.32, 4.6.5.1, tag 0x0112). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** How often a pixel of a picture that is turned is handled: unpacked, moved and packed again, measured beside unpacking alone. */
export const turningWork = 8

const orientationTag = 0x0112
const shortType = 3
const entryLength = 12
const headerLength = 8

/**
 * The orientation that Exif data tell (TIFF 6.0, section 2: a header, then entries of twelve bytes).
 *
 * @param tiff  the data from the letters II or MM on
 * @returns 1 where they tell none, or nothing that can be read: a program that shows pictures does so too
 */
export function orientationIn(tiff: Uint8Array): Orientation {
  if (tiff.length < headerLength) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return 1
  const isLittle = order === 0x4949
  const at = view.getUint32(4, isLittle)
  if (at + 2 > tiff.length) return 1
  const count = view.getUint16(at, isLittle)
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + index * entryLength
    if (entry + entryLength > tiff.length) return 1
    if (view.getUint16(entry, isLittle) !== orientationTag) continue
    const value = view.getUint16(entry + 8, isLittle)
    const isRight = view.getUint16(entry + 2, isLittle) === shortType && value >= 1 && value <= 8
    return isRight ? (value as Orientation) : 1
  }
  return 1
}

/** Whether width and height change places. */
export function isLaidDown(orientation: Orientation): boolean {
  return orientation >= 5
}

/**
 * Pixels as they are looked at.
 *
 * @param pixels  row by row, each of so many bytes
 * @returns new rows; width and height change places where the picture lay on its side
 */
export function turned(
  pixels: Uint8Array,
  width: number,
  height: number,
  bytesPerPixel: number,
  orientation: Orientation,
): Uint8Array {
  const result = new Uint8Array(pixels.length)
  const [newWidth, newHeight] = isLaidDown(orientation) ? [height, width] : [width, height]
  let to = 0
  for (let y = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      const [fromX, fromY] = sourceOf(orientation, x, y, width, height)
      const from = (fromY * width + fromX) * bytesPerPixel
      for (let byte = 0; byte < bytesPerPixel; byte++) result[to++] = pixels[from + byte] as number
    }
  }
  return result
}

/** Which pixel of the file is looked at in a place. */
function sourceOf(
  orientation: Orientation,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [number, number] {
  switch (orientation) {
    case 2:
      return [width - 1 - x, y]
    case 3:
      return [width - 1 - x, height - 1 - y]
    case 4:
      return [x, height - 1 - y]
    case 5:
      return [y, x]
    case 6:
      return [y, height - 1 - x]
    case 7:
      return [width - 1 - y, height - 1 - x]
    case 8:
      return [width - 1 - y, x]
    default:
      return [x, y]
  }
}
