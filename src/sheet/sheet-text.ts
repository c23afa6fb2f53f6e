import {isUtf8} from 'node:buffer'
import {caps} from '../load/index.ts'
import type {Refused} from './types.ts'

const how = 'In Excel choose “Save as”, “CSV UTF-8”'

/** What files begin with that are no text: workbooks of today (a ZIP archive) and of long ago, and PDF. */
const workbooks: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
]

/**
 * The text of a sheet: UTF-8, without its byte order mark, each line ended by `\n`, each accented letter one character.
 *
 * @param bytes  of any file
 * @returns why it is none
 */
export function sheetText(bytes: Uint8Array): string | Refused {
  if (bytes.length > caps.sheetBytes.most)
    return {
      refused: `The sheet is larger than ${caps.sheetBytes.most / 1024 / 1024} MiB. Save the part of it that is to be a table as a sheet of its own.`,
    }
  if (workbooks.some((start) => start.every((byte, at) => bytes[at] === byte)))
    return {refused: `This is a workbook or another file that is no text. ${how}, and name that file.`}
  if (isUtf16(bytes))
    return {refused: `The sheet is saved as UTF-16 (“Unicode text”), and UTF-8 is read. ${how}.`}
  if (!isUtf8(bytes))
    return {
      refused: `The sheet is not saved as UTF-8 (line ${lineOfFirstBadByte(bytes)}): its accented letters would be lost. ${how}.`,
    }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
  if (text.includes('\u0000'))
    return {refused: `The sheet holds NUL characters, as no text does. ${how}, and name that file.`}
  if (text.trim() === '')
    return {refused: 'The sheet is empty. Copy or save the rows that are to be a table.'}
  return text
}

/** With its mark, or with a zero in every second place of what is written in Latin letters. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return bytes.length >= 4 && ((first === 0 && third === 0) || (second === 0 && fourth === 0))
}

function lineOfFirstBadByte(bytes: Uint8Array): number {
  let line = 1
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start)
    if (!isUtf8(bytes.subarray(start, end < 0 ? bytes.length : end))) return line
    if (end < 0) break
    start = end + 1
  }
  return line
}
