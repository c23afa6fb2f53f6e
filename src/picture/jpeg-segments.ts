import {damaged} from './faults.ts'
import type {PictureFault} from './types.ts'

/** A piece of a JPEG file (ITU-T T.81, B.1.1): its marker, what its segment holds, and the data of a scan behind it. */
export interface Segment {
  marker: number
  data: Uint8Array
  /** Of a scan (SOS): its data with the marks of their restarts. */
  scan?: Uint8Array
}

/** Marker with which a file begins (ITU-T T.81, table B.1). */
export const SOI = 0xd8
const EOI = 0xd9
/** Marker of a scan: pixels follow. */
export const SOS = 0xda
const firstRestart = 0xd0
const lastRestart = 0xd7
// A picture in steps has a dozen scans; each costs who shows it as much as the whole.
const mostSegments = 1_000

/**
 * The segments of a file from its first to its last byte, without the two marks at its ends.
 *
 * @param bytes  of a file that begins with SOI
 */
export function segmentsOf(bytes: Uint8Array): {segments: Segment[]} | {fault: PictureFault} {
  const segments: Segment[] = []
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return damaged(at >= bytes.length ? 'it is cut off' : 'a part of it has no name')
    while (bytes[at] === 0xff) at++ // As many of these as a program likes may stand before a mark (B.1.1.2).
    const marker = bytes[at++]
    if (marker === EOI) break
    if (marker === undefined) return damaged('it is cut off')
    if (marker < 0xc0 || marker === SOI || (marker >= firstRestart && marker <= lastRestart))
      return damaged('a part of it is not where it should be')
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    if (length < 2 || at + length > bytes.length) return damaged('a part of it is cut off')
    const segment: Segment = {marker, data: bytes.subarray(at + 2, at + length)}
    at += length
    if (marker === SOS) {
      const end = endOfScan(bytes, at)
      segment.scan = bytes.subarray(at, end)
      at = end
    }
    segments.push(segment)
    if (segments.length > mostSegments) return damaged('it consists of very many parts')
  }
  return at < bytes.length ? damaged('something stands behind its end') : {segments}
}

/** Where the data of a scan end: at the next mark that is none of a restart; a byte FF among them has 00 behind it. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && (next < firstRestart || next > lastRestart)) return at
  }
  return bytes.length
}

/** A file of segments. */
export function jpegOf(segments: readonly Segment[]): Uint8Array {
  const pieces = segments.flatMap(({marker, data, scan}) => {
    const length = data.length + 2
    return [Uint8Array.of(0xff, marker, length >> 8, length & 0xff), data, ...(scan ? [scan] : [])]
  })
  return Buffer.concat([Uint8Array.of(0xff, SOI), ...pieces, Uint8Array.of(0xff, EOI)])
}
