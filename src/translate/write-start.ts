import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {flushFolders, replaceFile} from '../write/index.ts'
import type {Start} from './start.ts'

/**
 * Writes what was planned: the words first, document.yaml last, so that it names no language whose files are not there.
 *
 * @throws EnvironmentError  when the disk will not have a file; the new ones are removed again, and nothing else was changed
 */
export async function writeStart(root: string, {files, begun}: Start): Promise<void> {
  const made: string[] = []
  const encoder = new TextEncoder()
  try {
    for (const [path, text] of files) {
      await replaceFile(root, path, encoder.encode(text))
      if (begun.has(path)) made.push(path)
    }
    await flushFolders(root, [...files.keys()])
  } catch (cause) {
    for (const path of made) await rm(join(root, path), {force: true})
    throw new EnvironmentError(`Nothing was written. ${(cause as Error).message}`)
  }
}
