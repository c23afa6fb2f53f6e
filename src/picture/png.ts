import {zlibSync} from 'fflate'
import {isProfile, mostProfileBytes} from './colour-profile.ts'
import {damaged, otherForm, sizeFault} from './faults.ts'
import {isLaidDown, type Orientation, orientationIn, turned, turningWork} from './orientation.ts'
import {type Chunk, chunksOf, pngOf} from './png-chunks.ts'
import {bitsOfPixel, headerOf, type PngHeader} from './png-header.ts'
import {filteredRows, inflated, plainPixels} from './png-pixels.ts'
import type {PictureFault, PictureLimits, Proven} from './types.ts'

/** Chunks without which colours would not be what they are; all others but the picture itself are left out. */
const ofColours = new Set(['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT'])
const ofPicture = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
const ofMovement = new Set(['acTL', 'fcTL', 'fdAT'])
/** How long each of them is, where it is always as long (PNG, third edition, 11.3). */
const lengths = new Map([
  ['gAMA', 4],
  ['cHRM', 32],
  ['sRGB', 1],
])

/**
 * A PNG file, looked at to its last byte: each part with its sum and in its place, as many pixels as it says, nothing that
 * moves and nothing behind the end (PNG, third edition, W3C).
 *
 * @param bytes  a file that begins as a PNG does
 * @returns the picture upright, without dates, places, texts and small copies of itself; or why it is none
 */
export function provePng(bytes: Uint8Array, limits: PictureLimits): Proven {
  const read = chunksOf(bytes)
  if ('fault' in read) return read
  const {chunks} = read
  const first = headerOf(chunks[0])
  if ('fault' in first) return first
  const {header} = first
  const {width, height} = header
  const fault =
    sizeFault(width, height, limits) ??
    movementFault(chunks) ??
    orderFault(chunks) ??
    paletteFault(chunks, header) ??
    colourFault(chunks, header)
  if (fault) return fault
  const packed = joined(chunks.filter(({name}) => name === 'IDAT'))
  const rows = filteredRows(packed, header)
  if (!rows) return damaged('its pixels are not those that it says it has')
  const kept = chunks.filter(({name}) => ofPicture.has(name) || ofColours.has(name)).map(withoutName)
  const exif = chunks.find(({name}) => name === 'eXIf')
  const orientation = exif ? orientationIn(exif.data) : 1
  if (orientation === 1)
    return {picture: {type: 'png', width, height, bytes: pngOf(kept), work: width * height}}
  return upright(kept, {rows, header, orientation})
}

type Fault = {fault: PictureFault} | undefined

function movementFault(chunks: readonly Chunk[]): Fault {
  if (!chunks.some(({name}) => ofMovement.has(name))) return undefined
  return otherForm('This picture moves', 'A document is printed: save one of its pictures as a PNG file.')
}

/** Each part that must be there once is there once, in its order, and the pixels stand together. */
function orderFault(chunks: readonly Chunk[]): Fault {
  const names = chunks.map(({name}) => name)
  // A small letter first says that a part may be left out (5.4); one of those that may not is not known.
  if (names.some((name) => /^[A-Z]/.test(name) && !ofPicture.has(name)))
    return damaged('it has a part that no program knows')
  const once = names.filter((name) => name !== 'IDAT' && (ofPicture.has(name) || ofColours.has(name)))
  if (new Set(once).size !== once.length) return damaged('a part of it is there twice')
  const [start, end] = [names.indexOf('IDAT'), names.lastIndexOf('IDAT')]
  if (start < 0) return damaged('it has no pixels')
  if (names.slice(start, end).some((name) => name !== 'IDAT')) return damaged('its pixels are torn apart')
  if (names.some((name, at) => at > end && (name === 'PLTE' || ofColours.has(name))))
    return damaged('its colours stand behind its pixels')
  if (chunks.at(-1)?.data.length !== 0) return damaged('something stands in its end')
  return undefined
}

function paletteFault(chunks: readonly Chunk[], {colorType, bitDepth}: PngHeader): Fault {
  const palette = chunks.find(({name}) => name === 'PLTE')?.data.length
  const isWrong =
    palette === undefined
      ? colorType === 3
      : colorType === 0 ||
        colorType === 4 ||
        palette === 0 ||
        palette % 3 > 0 ||
        palette / 3 > (colorType === 3 ? 2 ** bitDepth : 256)
  return isWrong ? damaged('its list of colours is not right') : undefined
}

function colourFault(chunks: readonly Chunk[], {colorType}: PngHeader): Fault {
  const palette = (chunks.find(({name}) => name === 'PLTE')?.data.length ?? 0) / 3
  const isWrong = chunks.some(({name, data}) => {
    if (name === 'iCCP') return profileOf(data) === undefined
    if (name === 'tRNS')
      return colorType === 3
        ? data.length === 0 || data.length > palette
        : data.length !== (colorType === 0 ? 2 : colorType === 2 ? 6 : -1)
    return lengths.has(name) && data.length !== lengths.get(name)
  })
  return isWrong ? damaged('what it says of its colours cannot be read') : undefined
}

/** The packed profile of a chunk, behind its name and the method of packing (11.3.2.3). */
function profileOf(data: Uint8Array): Uint8Array | undefined {
  const name = data.indexOf(0)
  if (name < 1 || name > 79 || data[name + 1] !== 0) return undefined
  const packed = data.subarray(name + 2)
  const profile = inflated(packed, mostProfileBytes)
  return profile && isProfile(profile) ? packed : undefined
}

/** A profile of colours keeps no name that a program or a person gave it. */
function withoutName(chunk: Chunk): Chunk {
  const packed = chunk.name === 'iCCP' ? profileOf(chunk.data) : undefined
  return packed ? {name: 'iCCP', data: Buffer.concat([Buffer.from('ICC\0\0'), packed])} : chunk
}

function joined(chunks: readonly Chunk[]): Uint8Array {
  return Buffer.concat(chunks.map(({data}) => data))
}

interface Laid {
  rows: Uint8Array
  header: PngHeader
  orientation: Orientation
}

/** The picture with its pixels as they are looked at. They are packed by plain JavaScript, the same everywhere. */
function upright(chunks: readonly Chunk[], {rows, header, orientation}: Laid): Proven {
  const step = bitsOfPixel(header) / 8
  if (header.isInterlaced || step < 1)
    return otherForm(
      'This picture lies on its side, and only a note in it says so',
      'Open it, save it again upright, and put that file here.',
    )
  const {width, height} = header
  const pixels = turned(plainPixels(rows, header), width, height, step, orientation)
  const [newWidth, newHeight] = isLaidDown(orientation) ? [height, width] : [width, height]
  const data = zlibSync(withFilters(pixels, newWidth * step), {level: 6})
  const first = Uint8Array.from(chunks[0]?.data ?? [])
  const view = new DataView(first.buffer)
  view.setUint32(0, newWidth)
  view.setUint32(4, newHeight)
  const others = chunks.filter(({name}) => name !== 'IHDR' && name !== 'IDAT' && name !== 'IEND')
  const bytes = pngOf([
    {name: 'IHDR', data: first},
    ...others,
    {name: 'IDAT', data},
    {name: 'IEND', data: new Uint8Array()},
  ])
  const work = width * height * turningWork
  return {picture: {type: 'png', width: newWidth, height: newHeight, bytes, work}}
}

/** Rows, each with the byte that says that it is not filtered. */
function withFilters(pixels: Uint8Array, length: number): Uint8Array {
  const rows = new Uint8Array((pixels.length / length) * (length + 1))
  for (let from = 0, to = 1; from < pixels.length; from += length, to += length + 1)
    rows.set(pixels.subarray(from, from + length), to)
  return rows
}
