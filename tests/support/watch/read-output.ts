import {createHash} from 'node:crypto'
import {existsSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {outputFaults} from '../../hostile/outputs.ts'

/** Where a test run notes what it has read: a file for each output, by the digest of its bytes, with its faults. */
export const notes = process.env.CITES_DOCS_OUTPUTS_READ ?? ''
const known = new Set<string>()
const seen = new WeakSet<Uint8Array>()

/**
 * Reads an output that a test has made with the checker of all outputs (tests/hostile/outputs.ts), once.
 *
 * @param path  from out/, such as `sc58/bears.en.docx`
 */
export function readOutput(path: string, bytes: Uint8Array): void {
  const extension = /\.(?:docx|html|txt|ics|json)$/.exec(path)?.[0]
  if (!extension || !notes || seen.has(bytes)) return
  seen.add(bytes)
  const name = `${createHash('sha256').update(bytes).digest('hex')}${extension}`
  if (known.has(name)) return
  known.add(name)
  const note = join(notes, name)
  if (!existsSync(note)) writeFileSync(note, faultsOf(path, bytes).join('\n'))
}

function faultsOf(path: string, bytes: Uint8Array): string[] {
  try {
    return outputFaults(path, bytes)
  } catch (cause) {
    return [`${path}: ${(cause as Error).message}`]
  }
}
