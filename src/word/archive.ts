import {crc32, inflateRawSync} from 'node:zlib'

/** An entry of a ZIP archive as its central directory describes it (APPNOTE 6.3.10, 4.3.12). */
export interface ArchiveEntry {
  name: string
  /** Day and time of MS-DOS (4.4.6): local, in steps of two seconds. */
  day: number
  time: number
  /** 0 stored, 8 DEFLATE (4.4.5). */
  method: number
  checksum: number
  /** Bytes in the archive, and bytes of what they hold. */
  packed: number
  size: number
  /** Where its local header begins. */
  offset: number
}

const endSignature = 0x06054b50
const endLength = 22
const longestComment = 0xffff
const entrySignature = 0x02014b50
const entryLength = 46
const localSignature = 0x04034b50
const localLength = 30
const stored = 0
const deflated = 8

/**
 * The entries of a ZIP archive in the order of its directory; nothing is unpacked, so that it costs the same whatever
 * the archive holds.
 *
 * @throws RangeError  when it is no archive, is cut off, or needs the fields of large archives (ZIP64)
 */
export function archiveEntries(bytes: Uint8Array): ArchiveEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  return Array.from({length: count}, () => {
    if (view.getUint32(at, true) !== entrySignature)
      throw new RangeError('an entry is not where it should be')
    const nameLength = view.getUint16(at + 28, true)
    const entry = {
      name: new TextDecoder().decode(bytes.subarray(at + entryLength, at + entryLength + nameLength)),
      day: view.getUint16(at + 14, true),
      time: view.getUint16(at + 12, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    }
    at += entryLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    return entry
  })
}

/** It stands last, with nothing but a comment behind it (4.3.16). */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment)
  for (let at = view.byteLength - endLength; at >= first; at--)
    if (view.getUint32(at, true) === endSignature) return at
  throw new RangeError('the archive has no end')
}

/**
 * What an entry holds. No more is unpacked than its directory says, and never more than is allowed.
 *
 * @param most  bytes
 * @throws RangeError  when it is larger; any other error when it is damaged
 */
export function unpacked(bytes: Uint8Array, entry: ArchiveEntry, most: number): Uint8Array {
  const {method, size, checksum} = entry
  if (size > most) throw new RangeError(`${size} bytes are more than ${most}`)
  if (method !== stored && method !== deflated) throw new Error(`method ${method} is not known`)
  const body = packedBytes(bytes, entry)
  const content = method === stored ? body : inflateRawSync(body, {maxOutputLength: Math.max(size, 1)})
  if (content.length !== size || crc32(content) !== checksum) throw new Error('the entry is damaged')
  return content
}

/** An entry as it stands in the archive. */
function packedBytes(bytes: Uint8Array, {offset, packed}: ArchiveEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(offset, true) !== localSignature) throw new Error('the entry is not where it should be')
  const start = offset + localLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return bytes.subarray(start, start + packed)
}

/**
 * Whether what is compressed in an archive is so as a function would have done it. Programs differ in that, and what is
 * only stored tells nothing.
 *
 * @param most  bytes of all entries together
 * @throws as `unpacked` does
 */
export function isPackedAs(
  bytes: Uint8Array,
  entries: readonly ArchiveEntry[],
  deflate: (content: Uint8Array) => Uint8Array,
  most: number,
): boolean {
  let left = most
  return entries.every((entry) => {
    if (entry.method === stored) return true
    const content = unpacked(bytes, entry, left)
    left -= content.length
    return Buffer.compare(deflate(content), packedBytes(bytes, entry)) === 0
  })
}
