import {join} from 'node:path'
import {isYoung} from './folders.ts'
import type {LastBuild} from './record.ts'
import {digestAt} from './stamps.ts'

/**
 * Digests of files and folders of a root, of which only what has changed since the last build by its stamp is read.
 *
 * @param last  what was kept of that build
 * @returns gives the digest of a path from the root that has a stamp now
 */
export function digestsSince(
  last: LastBuild | undefined,
  root: string,
): (path: string, stamp: string) => string {
  const seen = new Map((last?.seen ?? []).map(([path, stamp, digest]) => [path, {stamp, digest}]))
  const takenAt = BigInt(last?.takenAt ?? 0)
  return (path, stamp) => {
    const before = seen.get(path)
    const isUnchanged = before?.stamp === stamp && !isYoung(stamp, takenAt)
    return isUnchanged ? before.digest : digestAt(join(root, path))
  }
}
