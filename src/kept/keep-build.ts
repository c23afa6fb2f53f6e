import {join} from 'node:path'
import {digestsSince} from './digests-since.ts'
import {isYoung, now, outputFolder, sourceFolders} from './folders.ts'
import {programStamp} from './program.ts'
import {type LastBuild, readRecord, writeRecord} from './record.ts'
import {digestAt, type Seen, walked} from './stamps.ts'

/** The sources of a root as they stood before a build read them. */
export interface Observed {
  root: string
  program: string
  /** By path; of what was changed so lately that a change may not show in its stamp, with the digest. */
  sources: ReadonlyMap<string, {stamp: string; digest: string | undefined}>
}

/** What a build of everything said, so that it can be said again. */
export type Said = Pick<LastBuild, 'report' | 'terminal' | 'summary' | 'status'>

/**
 * Looks at the sources of a root before they are read.
 *
 * @param packageFolder  of the program
 * @returns undefined where nothing can be kept of it
 */
export function observe(root: string, packageFolder: string): Observed | undefined {
  const program = programStamp(packageFolder)
  const takenAt = now()
  const stamps = walked(root, sourceFolders)
  if (!program || !stamps) return undefined
  const sources = [...stamps].map(([path, stamp]) => {
    const digest = isYoung(stamp, takenAt) ? digestAt(join(root, path)) : undefined
    return [path, {stamp, digest}] as const
  })
  return {root, program, sources: new Map(sources)}
}

/**
 * Keeps what a build of everything has said, with the stamps of all that it read and wrote. Nothing is kept where a source
 * was changed meanwhile, since it cannot be known which of its states was read, or an output.
 *
 * @param outputs  digests of what was written, as manifests name them, by path from out/
 */
export function keepBuild(
  {root, program, sources}: Observed,
  said: Said,
  outputs: ReadonlyMap<string, string> = new Map(),
): void {
  const takenAt = now()
  const stamps = walked(root, [...sourceFolders, outputFolder])
  if (!stamps) return
  const digestOf = digestsSince(readRecord(root, program), root)
  const seen = [...stamps].map(([path, stamp]): Seen => [path, stamp, digestOf(path, stamp)])
  const isAsBefore = seen.every(([path, stamp, digest]) => {
    if (path === outputFolder || path.startsWith(`${outputFolder}/`))
      return isAsWritten(outputs.get(path.slice(outputFolder.length + 1)), digest)
    const before = sources.get(path)
    return before?.stamp === stamp && (before.digest === undefined || before.digest === digest)
  })
  if (isAsBefore) writeRecord(root, program, {takenAt: String(takenAt), seen, ...said})
}

function isAsWritten(due: string | undefined, digest: string): boolean {
  return due === undefined || due === `sha256-${digest}`
}
