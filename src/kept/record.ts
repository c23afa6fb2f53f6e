import {randomBytes} from 'node:crypto'
import {lstatSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {cacheFolder, isOwn} from './cache-folder.ts'
import type {Seen} from './stamps.ts'

const fileName = 'last-build.json'
/** A record of 20,000 files has some 4 MiB. */
const mostBytes = 64 * 1024 * 1024

/** What the last build of everything found, and of what. */
export interface LastBuild {
  /** The program that built, as `programStamp` says it. */
  program: string
  /** When the stamps were taken, in nanoseconds since 1970, as text. */
  takenAt: string
  /** Sources and outputs, from the content root. */
  seen: readonly Seen[]
  /** What was printed of the sources, and for which terminal. */
  report: string
  terminal: string
  summary: string
  status: number
}

/** What is kept of a root; undefined where there is nothing that can be believed. */
export function readRecord(root: string): LastBuild | undefined {
  const folder = cacheFolder(root)
  const path = folder && join(folder, fileName)
  if (!path || !isOwn(path)) return undefined
  try {
    if (!lstatSync(path).isFile() || lstatSync(path).size > mostBytes) return undefined
    const record = JSON.parse(readFileSync(path, 'utf8')) as LastBuild
    return isRecord(record) ? record : undefined
  } catch {
    return undefined // Cut off, or of another version.
  }
}

function isRecord({program, takenAt, seen, report, terminal, summary, status}: LastBuild): boolean {
  const texts = [program, report, terminal, summary]
  const isSeen = (one: Seen): boolean =>
    Array.isArray(one) && one.length === 3 && one.every((part) => typeof part === 'string')
  return (
    texts.every((text) => typeof text === 'string') &&
    /^\d{1,30}$/.test(takenAt) &&
    Array.isArray(seen) &&
    seen.every(isSeen) &&
    (status === 0 || status === 1)
  )
}

/** Keeps what is known of a root, whole or not at all; where the disk will not have it nothing is kept. */
export function writeRecord(root: string, record: LastBuild): void {
  const folder = cacheFolder(root)
  if (!folder) return
  const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    writeFileSync(temporary, JSON.stringify(record), {mode: 0o600, flag: 'wx'})
    renameSync(temporary, join(folder, fileName))
  } catch {
    rmSync(temporary, {force: true})
  }
}
