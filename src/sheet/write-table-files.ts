import {join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {readRaw} from '../fix/index.ts'
import {flushFolders, replaceFile} from '../write/index.ts'

/**
 * Writes the files of a document, each replaced whole, with the byte order mark and the ends of lines that it had: all
 * languages or none, so that the same command can be typed again.
 *
 * @param root  the content root
 * @param files  texts by path, lines ended by `\n`
 * @throws EnvironmentError  when the disk will not do it; what was written is put back
 */
export async function writeTableFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  const earlier = new Map<string, string>()
  for (const path of files.keys()) earlier.set(path, await readRaw(join(root, path)))
  const done: string[] = []
  try {
    for (const [path, text] of files) {
      const raw = earlier.get(path) ?? ''
      const mark = raw.startsWith('\ufeff') ? '\ufeff' : ''
      const lines = /\r\n/.test(raw) ? text.replaceAll('\n', '\r\n') : text
      await replaceFile(root, path, new TextEncoder().encode(mark + lines))
      done.push(path)
    }
    await flushFolders(root, done)
  } catch (cause) {
    if (!(cause instanceof EnvironmentError)) throw cause
    throw new EnvironmentError([...cause.lines, await putBack(root, done, earlier)])
  }
}

async function putBack(
  root: string,
  done: readonly string[],
  earlier: ReadonlyMap<string, string>,
): Promise<string> {
  const left: string[] = []
  for (const path of done) {
    const bytes = new TextEncoder().encode(earlier.get(path) ?? '')
    await replaceFile(root, path, bytes).catch(() => left.push(path))
  }
  return left.length === 0
    ? 'Nothing was written.'
    : `Written all the same: ${left.join(', ')}. Take the table out there before you type the command again.`
}
