import {crc32} from 'node:zlib'
import {damaged} from './faults.ts'
import type {PictureFault} from './types.ts'

/** A chunk of a PNG file (PNG, third edition, 5.3): its four letters and what it holds. */
export interface Chunk {
  name: string
  data: Uint8Array
}

/** The bytes with which a PNG file begins (PNG, third edition, 5.2). */
export const signature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const frame = 12
// Programs write a dozen; each costs an object here, and none of a real file is empty.
const mostChunks = 20_000

/**
 * The chunks of a file, each with the sum that it must have, up to the end of the file and no further.
 *
 * @param bytes  of a file that begins with the signature
 */
export function chunksOf(bytes: Uint8Array): {chunks: Chunk[]} | {fault: PictureFault} {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  let at = signature.length
  while (chunks.at(-1)?.name !== 'IEND') {
    if (at + frame > bytes.length) return damaged('it ends before its last part')
    const length = view.getUint32(at)
    if (length > bytes.length - at - frame) return damaged('a part of it is cut off')
    const named = bytes.subarray(at + 4, at + 8 + length)
    const name = Buffer.from(named.subarray(0, 4)).toString('latin1')
    if (!/^[A-Za-z]{4}$/.test(name)) return damaged('a part of it has no name')
    if (crc32(named) !== view.getUint32(at + 8 + length))
      return damaged('a part of it was changed by mistake')
    chunks.push({name, data: named.subarray(4)})
    if (chunks.length > mostChunks) return damaged('it consists of very many parts')
    at += frame + length
  }
  if (at < bytes.length) return damaged('something stands behind its end')
  return {chunks}
}

/** A file of chunks, each with its sum. */
export function pngOf(chunks: readonly Chunk[]): Uint8Array {
  const size = chunks.reduce((sum, {data}) => sum + frame + data.length, signature.length)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  bytes.set(signature)
  let at = signature.length
  for (const {name, data} of chunks) {
    view.setUint32(at, data.length)
    for (let letter = 0; letter < 4; letter++) bytes[at + 4 + letter] = name.charCodeAt(letter)
    bytes.set(data, at + 8)
    view.setUint32(at + 8 + data.length, crc32(bytes.subarray(at + 4, at + 8 + data.length)))
    at += frame + data.length
  }
  return bytes
}
