import {join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {readRaw} from '../fix/index.ts'
import {flushFolders, replaceFile} from '../write/index.ts'
import type {AmendedFile} from './amend.ts'

/**
 * Writes amended bodies, each replaced whole, with the byte order mark and the ends of lines that it had.
 *
 * @param root  the content root
 * @throws EnvironmentError  when the disk will not do it; it says what was written
 */
export async function writeAmended(root: string, files: readonly AmendedFile[]): Promise<void> {
  const done: string[] = []
  try {
    for (const {path, text} of files) {
      const raw = await readRaw(join(root, path))
      const mark = raw.startsWith('\ufeff') ? '\ufeff' : ''
      const lines = /\r\n/.test(raw) ? text.replaceAll('\n', '\r\n') : text
      await replaceFile(root, path, new TextEncoder().encode(mark + lines))
      done.push(path)
    }
    await flushFolders(root, done)
  } catch (cause) {
    if (!(cause instanceof EnvironmentError)) throw cause
    const written = done.length > 0 ? `Written: ${done.join(', ')}.` : 'Nothing was written.'
    throw new EnvironmentError([
      ...cause.lines,
      written,
      'Type the same command again when this is put right.',
    ])
  }
}
