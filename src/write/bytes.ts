import {createHash} from 'node:crypto'
import {lstat, readFile} from 'node:fs/promises'

/** The digest of a file as a manifest names it. */
export function digestOf(bytes: Uint8Array): string {
  return `sha256-${createHash('sha256').update(bytes).digest('hex')}`
}

/** Whether an ordinary file holds just these bytes. */
export async function isSame(path: string, bytes: Uint8Array): Promise<boolean> {
  const stat = await lstat(path).catch(() => undefined)
  if (!stat?.isFile() || stat.size !== bytes.length) return false
  const there = await readFile(path).catch(() => undefined)
  return there?.equals(bytes) ?? false
}
