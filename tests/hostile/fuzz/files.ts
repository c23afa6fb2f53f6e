import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {readContent} from '../../../src/load/index.ts'
import {repository} from '../../support/content-root.ts'

/** Files of a content root by path, as text or as bytes that may be no text. */
export type Files = Map<string, string | Uint8Array>

/** The documents below a folder, as text. */
export async function textsOf(root: string): Promise<Map<string, string>> {
  const {content} = await readContent(root, ['documents'])
  return new Map([...content].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const))
}

/** Writes them into a new folder, and takes that away when something was done with it. */
export async function inFolder<T>(files: Files, run: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-fuzz-'))
  try {
    writeFiles(root, files)
    return await run(root)
  } finally {
    rmSync(root, {recursive: true, force: true})
  }
}

function writeFiles(root: string, files: Files): void {
  for (const [path, words] of files) {
    const file = join(root, path)
    try {
      mkdirSync(dirname(file), {recursive: true})
      writeFileSync(file, words)
    } catch {
      // One of two names that would be a file and a folder; a name that this disk does not take.
    }
  }
}

/**
 * Keeps the files of a case that failed, to be looked at.
 *
 * @returns where they are
 */
export function keepFiles(name: string, files: Files): string {
  const folder = join(repository, 'tests/.actual/fuzz', name)
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder, {recursive: true})
  writeFiles(folder, files)
  return folder
}
