import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {EnvironmentError} from '../../failure/index.ts'
import {applyEdits, readRaw} from '../../fix/index.ts'
import {flushFolders, replaceFile} from '../../write/index.ts'
import type {ChangedFile} from './changed-file.ts'

/**
 * Writes the files of an import, each replaced whole, with every byte as it was but for the words that came back: all or
 * none.
 *
 * @param root  the content root
 * @throws EnvironmentError  when the disk will not do it; what was written is put back
 */
export async function writeImported(root: string, files: readonly ChangedFile[]): Promise<void> {
  const earlier = new Map<string, string | undefined>()
  const written = new Map<string, string>()
  for (const {path, edits, text} of files) {
    const raw = edits ? await readRaw(join(root, path)) : undefined
    earlier.set(path, raw)
    written.set(
      path,
      raw === undefined || !edits
        ? text
        : applyEdits(
            raw,
            edits.map((edit) => inLines(edit, raw)),
          ),
    )
  }
  const done: string[] = []
  try {
    for (const [path, text] of written) {
      await replaceFile(root, path, new TextEncoder().encode(text))
      done.push(path)
    }
    await flushFolders(root, done)
  } catch (cause) {
    if (!(cause instanceof EnvironmentError)) throw cause
    throw new EnvironmentError([...cause.lines, await putBack(root, done, earlier)])
  }
}

/** What is put in has the ends of lines of its file. */
function inLines<T extends {text: string}>(edit: T, raw: string): T {
  return raw.includes('\r\n') ? {...edit, text: edit.text.replaceAll('\n', '\r\n')} : edit
}

async function putBack(
  root: string,
  done: readonly string[],
  earlier: ReadonlyMap<string, string | undefined>,
): Promise<string> {
  const left: string[] = []
  for (const path of done) {
    const text = earlier.get(path)
    const back =
      text === undefined ? rm(join(root, path)) : replaceFile(root, path, new TextEncoder().encode(text))
    await back.catch(() => left.push(path))
  }
  return left.length === 0
    ? 'Nothing was written.'
    : `Written all the same: ${left.join(', ')}. Take these files as they were from git before you type the command again.`
}
