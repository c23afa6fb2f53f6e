import {readFile, stat} from 'node:fs/promises'
import {EnvironmentError} from '../failure/index.ts'
import {caps} from '../load/index.ts'

/** A change of a text: what stands between two offsets is replaced. Offsets count without byte order mark and CR. */
export interface Edit {
  start: number
  end: number
  text: string
}

/**
 * Applies edits to the text of a file as it stands on the disk; every other character stays, with its line ending.
 *
 * @param raw  the whole file, perhaps with a byte order mark and CRLF
 * @param edits  without overlap, in any order
 */
export function applyEdits(raw: string, edits: readonly Edit[]): string {
  const offsets = rawOffsets(raw)
  let text = raw
  for (const {start, end, text: replacement} of [...edits].sort((a, b) => b.start - a.start)) {
    const from = offsets[start] ?? raw.length
    const to = start === end ? from : (offsets[end] ?? raw.length)
    text = text.slice(0, from) + replacement + text.slice(to)
  }
  return text
}

/** Where each character of the decoded text stands in the file; one more for its end. */
function rawOffsets(raw: string): number[] {
  const offsets: number[] = []
  for (let at = raw.startsWith('\uFEFF') ? 1 : 0; at <= raw.length; at++) {
    if (raw[at] === '\r' && raw[at + 1] === '\n') {
      offsets.push(at)
      at += 1
    } else offsets.push(at)
  }
  return offsets
}

/**
 * Text of a file with its byte order mark and its line endings.
 *
 * @throws EnvironmentError  when the disk will not give it
 */
export async function readRaw(path: string): Promise<string> {
  try {
    const {size} = await stat(path)
    if (size > caps.outputBytes.most)
      throw new Error(`it has ${size} bytes, more than any file that is mended`)
    return new TextDecoder('utf-8', {ignoreBOM: true}).decode(await readFile(path))
  } catch (cause) {
    throw new EnvironmentError(`Cannot read ${path}: ${(cause as Error).message}. Nothing was changed.`)
  }
}
