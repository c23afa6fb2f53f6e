import {readFileSync, writeFileSync} from 'node:fs'
import {strFromU8, strToU8, unzipSync, type Zippable, zipSync} from 'fflate'

/** How a program saves a Word file: at what time, in what order, and whether it compresses. */
export interface Saving {
  /** Time of the entries. Ours is noon of 1 January 1980. */
  time?: Date
  order?: (names: string[]) => string[]
  level?: 0 | 6
}

/** A program that saves as Word and LibreOffice do: with times and an order of its own. */
export const byAnotherProgram: Saving = {
  time: new Date(2026, 0, 2, 3, 4),
  order: (names) => names.toReversed(),
}

/** One that keeps all but the words: a script. */
export const byScript: Saving = {time: new Date(1980, 0, 1, 12)}

/**
 * A Word file with another document part, saved in some way.
 *
 * @param change  of the text of word/document.xml
 */
export function edited(
  bytes: Uint8Array,
  change: (xml: string) => string = (xml) => xml,
  {time = new Date(1980, 0, 1, 12), order = (names) => names, level = 6}: Saving = {},
): Uint8Array {
  const parts = unzipSync(bytes)
  const document = 'word/document.xml'
  parts[document] = strToU8(change(strFromU8(parts[document] ?? new Uint8Array())))
  const entries: Zippable = {}
  for (const name of order(Object.keys(parts)))
    entries[name] = [parts[name] ?? new Uint8Array(), {mtime: time, level, os: 0, attrs: 0}]
  return zipSync(entries)
}

/** Edits a Word file in its place. */
export function editInPlace(
  path: string,
  change?: (xml: string) => string,
  saving = byAnotherProgram,
): Uint8Array {
  const bytes = edited(readFileSync(path), change, saving)
  writeFileSync(path, bytes)
  return bytes
}

/** A change of words that stand in one run; throws where they do not stand there. */
export function words(before: string, after: string): (xml: string) => string {
  return (xml) => {
    if (!xml.includes(before)) throw new Error(`The file does not hold: ${before}`)
    return xml.replace(before, () => after)
  }
}
