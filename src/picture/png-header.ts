import {damaged} from './faults.ts'
import type {Chunk} from './png-chunks.ts'
import type {PictureFault} from './types.ts'

/** What the first chunk of a PNG file says (PNG, third edition, 11.2.1). */
export interface PngHeader {
  width: number
  height: number
  bitDepth: number
  colorType: ColorType
  isInterlaced: boolean
}

type ColorType = 0 | 2 | 3 | 4 | 6

/** Samples of a pixel, and how many bits each may have, by the type of its colours (table 12). */
const colorTypes: ReadonlyMap<number, {samples: number; depths: readonly number[]}> = new Map([
  [0, {samples: 1, depths: [1, 2, 4, 8, 16]}],
  [2, {samples: 3, depths: [8, 16]}],
  [3, {samples: 1, depths: [1, 2, 4, 8]}],
  [4, {samples: 2, depths: [8, 16]}],
  [6, {samples: 4, depths: [8, 16]}],
])
const headerLength = 13
const largest = 0x7fffffff

/** The header of a file, where it is one that the format knows. */
export function headerOf(first: Chunk | undefined): {header: PngHeader} | {fault: PictureFault} {
  if (first?.name !== 'IHDR' || first.data.length !== headerLength)
    return damaged('it does not begin with its width and height')
  const view = new DataView(first.data.buffer, first.data.byteOffset, headerLength)
  const [width, height] = [view.getUint32(0), view.getUint32(4)]
  const [bitDepth, color, compression, filter, interlace] = [8, 9, 10, 11, 12].map((at) => view.getUint8(at))
  const type = colorTypes.get(color ?? -1)
  const isKnown = type?.depths.includes(bitDepth ?? 0) && compression === 0 && filter === 0
  if (!isKnown || (interlace !== 0 && interlace !== 1) || width > largest || height > largest)
    return damaged('it says of its colours what no picture has')
  return {
    header: {
      width,
      height,
      bitDepth: bitDepth ?? 0,
      colorType: color as ColorType,
      isInterlaced: interlace === 1,
    },
  }
}

/** Bits of a pixel. */
export function bitsOfPixel({colorType, bitDepth}: PngHeader): number {
  return (colorTypes.get(colorType)?.samples ?? 0) * bitDepth
}

/** Where the seven passes of an interlaced picture begin, and how far apart their pixels are (8.1): x, y, dx, dy. */
const passes: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
]

/** The rows of a picture as they stand in its data: how many, and of how many bytes each, with the byte of its filter. */
export function rowsOf(header: PngHeader): {rows: number; bytes: number}[] {
  const {width, height, isInterlaced} = header
  const bytes = (pixels: number): number => 1 + Math.ceil((pixels * bitsOfPixel(header)) / 8)
  if (!isInterlaced) return [{rows: height, bytes: bytes(width)}]
  return passes.flatMap(([x, y, dx, dy]) => {
    const [columns, rows] = [Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)]
    return columns > 0 && rows > 0 ? [{rows, bytes: bytes(columns)}] : []
  })
}
