import {lstat, readFile, writeFile} from 'node:fs/promises'
import {caps} from '../load/index.ts'
import {joinedLedgers} from '../translation/index.ts'

/**
 * Joins a ledger for git, which hands over three files and reads the second when we are done.
 *
 * @param base  as it was before both
 * @param own  the own side, which becomes what both give
 * @param other  the other side
 * @returns whether they could be joined; otherwise nothing was written
 */
export async function joinLedgerFiles(base: string, own: string, other: string): Promise<boolean> {
  const texts = await Promise.all([base, own, other].map(textOf))
  const [before, first, second] = texts
  if (first === undefined || second === undefined) return false
  const joined = joinedLedgers(before, first, second)
  if (joined === undefined) return false
  await writeFile(own, joined)
  return true
}

/** Nothing where it is larger than any ledger, no ordinary file, or no UTF-8. */
async function textOf(path: string): Promise<string | undefined> {
  const stat = await lstat(path).catch(() => undefined)
  if (!stat?.isFile() || stat.size > caps.yamlBytes.most) return undefined
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(await readFile(path))
  } catch {
    return undefined
  }
}
