import {storeOf} from './seal.ts'
import type {Seen} from './stamps.ts'

const fileName = 'last-build.json'

/** What the last build of everything found, and of what. */
export interface LastBuild {
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

/**
 * What a program has kept of a root; undefined where there is nothing that can be believed.
 *
 * @param program  as `programStamp` says it
 */
export function readRecord(root: string, program: string): LastBuild | undefined {
  return storeOf(root, program)?.read(fileName) as LastBuild | undefined
}

/** Keeps what is known of a root, whole or not at all; where the disk will not have it nothing is kept. */
export function writeRecord(root: string, program: string, record: LastBuild): void {
  storeOf(root, program)?.write(fileName, record)
}
