import {isProfile, mostProfileBytes} from './colour-profile.ts'
import type {Segment} from './jpeg-segments.ts'

const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
const COM = 0xfe
/** Tables, frames, scans and how often a scan is begun anew: SOF0-2, DHT, SOS, DQT, DRI. */
const ofPixels = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd])

const jfif = Buffer.from('JFIF\0')
const exif = Buffer.from('Exif\0\0')
const profile = Buffer.from('ICC_PROFILE\0')
const adobe = Buffer.from('Adobe')
const adobeLength = 12
/** JFIF 1.01 without a small copy of the picture and without a measure (JFIF 1.02, page 5). */
const plainJfif = Buffer.concat([jfif, Buffer.from([1, 1, 0, 0, 1, 0, 1, 0, 0])])

/** Whether a segment is one that an ordinary file has. */
export function isKnown({marker}: Segment): boolean {
  return ofPixels.has(marker) || isNote(marker)
}

function isNote(marker: number): boolean {
  return (marker >= APP0 && marker <= APP15) || marker === COM
}

/**
 * What is shown of a file: pixels and what their colours need, with the profile of colours as it is. Dates, places, names
 * of devices and persons, comments and small copies of the picture are left out.
 */
export function keptSegments(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    const {marker, data} = segment
    if (!isNote(marker)) return [segment]
    if (marker === APP0 && startsWith(data, jfif)) return [{marker, data: plainJfif}]
    if (marker === APP2 && startsWith(data, profile)) return [segment]
    // How the three colours are to be mixed (Adobe Technical Note 5116, page 23).
    if (marker === APP14 && startsWith(data, adobe) && data.length >= adobeLength)
      return [{marker, data: data.subarray(0, adobeLength)}]
    return []
  })
}

/** The pieces of the profile of colours of a file. */
export function profileSegments(segments: readonly Segment[]): Segment[] {
  return segments.filter(({marker, data}) => marker === APP2 && startsWith(data, profile))
}

/** Whether these pieces are all of a profile, each once and in their order (ICC.1:2022, B.4). */
export function isWholeProfile(pieces: readonly Segment[]): boolean {
  if (pieces.length === 0) return true
  const head = profile.length + 2
  const inOrder = pieces.every(
    ({data}, index) => data[profile.length] === index + 1 && data[profile.length + 1] === pieces.length,
  )
  const whole = Buffer.concat(pieces.map(({data}) => data.subarray(head)))
  return inOrder && whole.length <= mostProfileBytes && isProfile(whole)
}

/** The Exif data of a file, from the letters II or MM on. */
export function exifIn(segments: readonly Segment[]): Uint8Array | undefined {
  const found = segments.find(({marker, data}) => marker === APP1 && startsWith(data, exif))
  return found?.data.subarray(exif.length)
}

function startsWith(data: Uint8Array, start: Buffer): boolean {
  return start.equals(data.subarray(0, start.length))
}
