import {inflateSync} from 'node:zlib'
import {bitsOfPixel, type PngHeader, rowsOf} from './png-header.ts'

const filters = 5

/**
 * The rows of a PNG file as they are filtered; no more is unpacked than its header says.
 *
 * @param packed  its IDAT chunks, joined
 * @returns undefined where they are not exactly these rows
 */
export function filteredRows(packed: Uint8Array, header: PngHeader): Uint8Array | undefined {
  const rows = rowsOf(header)
  const due = rows.reduce((sum, pass) => sum + pass.rows * pass.bytes, 0)
  const filtered = inflated(packed, due)
  if (filtered?.length !== due) return undefined
  let at = 0
  for (const {rows: count, bytes} of rows) {
    for (let row = 0; row < count; row++) {
      if ((filtered[at] as number) >= filters) return undefined
      at += bytes
    }
  }
  return filtered
}

/**
 * What a stream of zlib holds.
 *
 * @param most  bytes; a stream with more is not unpacked further
 * @returns undefined where it is broken, larger, or has something behind it
 */
export function inflated(packed: Uint8Array, most: number): Uint8Array | undefined {
  try {
    // One byte more than the most would be too many, and zlib asks for room of one byte at least.
    const options = {maxOutputLength: most + 1, info: true}
    const {buffer, engine} = inflateSync(packed, options) as unknown as {
      buffer: Uint8Array
      engine: {bytesWritten: number}
    }
    return engine.bytesWritten === packed.length && buffer.length <= most ? buffer : undefined
  } catch {
    return undefined
  }
}

/** Pixels without their filters (PNG, third edition, 9.2), of a picture with whole bytes to a pixel and without passes. */
export function plainPixels(filtered: Uint8Array, header: PngHeader): Uint8Array {
  const [{rows, bytes} = {rows: 0, bytes: 1}] = rowsOf(header)
  const length = bytes - 1
  const step = bitsOfPixel(header) / 8
  const pixels = new Uint8Array(rows * length)
  for (let row = 0; row < rows; row++) {
    const filter = filtered[row * bytes]
    const to = row * length
    for (let at = 0; at < length; at++) {
      const left = at >= step ? (pixels[to + at - step] as number) : 0
      const above = row > 0 ? (pixels[to + at - length] as number) : 0
      const corner = row > 0 && at >= step ? (pixels[to + at - length - step] as number) : 0
      pixels[to + at] = (filtered[row * bytes + 1 + at] as number) + predicted(filter, left, above, corner)
    }
  }
  return pixels
}

function predicted(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? paeth(left, above, corner) : 0
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
