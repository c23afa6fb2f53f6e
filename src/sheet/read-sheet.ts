import {evenRows, type Grid} from './even-rows.ts'
import {sheetRows} from './sheet-rows.ts'
import {sheetText} from './sheet-text.ts'
import type {Refused} from './types.ts'

/**
 * The rows of a sheet, from its bytes.
 *
 * @param bytes  of a file or of what was pasted
 * @returns why it is none that can be read
 */
export function readSheet(bytes: Uint8Array): Grid | Refused {
  const text = sheetText(bytes)
  if (typeof text !== 'string') return text
  const rows = sheetRows(text)
  if ('refused' in rows) return rows
  return evenRows(rows)
}
