import {crc32, deflateSync} from 'node:zlib'
import {encode} from 'jpeg-js'

// Pictures made by code, so that each damage can be read where it is made. Nothing here is taken from src/picture.

/** What a PNG is made of, where it is not a sound one of four grey pixels on a side. */
export interface PngForm {
  width?: number
  height?: number
  bitDepth?: number
  colorType?: number
  compression?: number
  filter?: number
  interlace?: number
  /** The rows with their filters, not packed yet. */
  rows?: Uint8Array
  /** Instead of these rows, packed. */
  packed?: Uint8Array
  /** Chunks before and behind the pixels. */
  before?: Uint8Array[]
  after?: Uint8Array[]
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A chunk with its length and its sum. */
export function chunk(name: string, data: Uint8Array | string = ''): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), Buffer.from(data as Uint8Array)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(named.length - 4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** The first chunk of a PNG. */
export function header(form: PngForm = {}): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(form.width ?? 4, 0)
  data.writeUInt32BE(form.height ?? 4, 4)
  const {bitDepth = 8, colorType = 0, compression = 0, filter = 0, interlace = 0} = form
  data.set([bitDepth, colorType, compression, filter, interlace], 8)
  return chunk('IHDR', data)
}

/** The pixels of a PNG in one chunk. */
export function pixels(form: PngForm = {}): Buffer {
  const {width = 4, height = 4} = form
  const rows = form.rows ?? Buffer.alloc((width + 1) * height)
  return chunk('IDAT', form.packed ?? deflateSync(rows))
}

/** A whole PNG. */
export function png(form: PngForm = {}): Buffer {
  return Buffer.concat([
    pngSignature,
    header(form),
    ...(form.before ?? []),
    pixels(form),
    ...(form.after ?? []),
    chunk('IEND'),
  ])
}

/** A PNG of colours: rows of pixels, each of three or four bytes. */
export function pngOfRows(rows: readonly number[][][], before: Uint8Array[] = []): Buffer {
  const [first = []] = rows
  const samples = first[0]?.length ?? 3
  return png({
    width: first.length,
    height: rows.length,
    colorType: samples === 4 ? 6 : 2,
    rows: Buffer.from(rows.flatMap((row) => [0, ...row.flat()])),
    before,
  })
}

/** A segment of a JPEG with its length. */
export function segment(marker: number, data: Uint8Array | string | number[] = []): Buffer {
  const body = Buffer.from(data as Uint8Array)
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body])
}

/** A sound JPEG whose left half is black and whose right half is white. */
export function jpeg(width = 16, height = 8): Buffer {
  const data = Buffer.alloc(width * height * 4, 255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width / 2; x++) data.set([0, 0, 0], (y * width + x) * 4)
  return Buffer.from(encode({data, width, height}, 90).data)
}

/** Segments put in behind the first mark of a JPEG. */
export function jpegWith(...segments: Uint8Array[]): Buffer {
  const whole = jpeg()
  return Buffer.concat([whole.subarray(0, 2), ...segments, whole.subarray(2)])
}

/** A JPEG with other bytes in the segment of a marker. */
export function jpegChanged(marker: number, change: (data: Buffer) => Buffer | undefined): Buffer {
  const whole = jpeg()
  let at = 2
  while (whole[at + 1] !== marker) at += 2 + whole.readUInt16BE(at + 2)
  const end = at + 2 + whole.readUInt16BE(at + 2)
  const changed = change(Buffer.from(whole.subarray(at + 4, end)))
  return Buffer.concat([
    whole.subarray(0, at),
    ...(changed ? [segment(marker, changed)] : []),
    whole.subarray(end),
  ])
}

/** Exif data of a camera, with an orientation. */
export function exif(orientation: number): Buffer {
  const entry = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0])
  const head = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1])
  return Buffer.concat([
    head,
    entry,
    Buffer.from([0, 0, 0, 0]),
    Buffer.from('Camera of A. Example, 48.85 N 2.35 E'),
  ])
}
