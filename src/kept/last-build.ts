import {join} from 'node:path'
import {isYoung, now} from './folders.ts'
import {programStamp} from './program.ts'
import {type LastBuild, readRecord, writeRecord} from './record.ts'
import {digestAt, type Seen, stampOf} from './stamps.ts'

/**
 * What the last build of a root has said, where there is nothing to do: the same program, and every source and every file
 * of out/ as it was. What was changed so lately that its stamp may not tell is read again.
 *
 * @param packageFolder  of the program
 * @param terminal  for which it is to be said, as it was given to `keepBuild`
 */
export function lastBuild(root: string, packageFolder: string, terminal: string): LastBuild | undefined {
  const program = programStamp(packageFolder)
  const record = program === undefined ? undefined : readRecord(root, program)
  if (!program || record?.terminal !== terminal) return undefined
  const takenAt = now()
  const isYoungThen = ([, stamp]: Seen): boolean => isYoung(stamp, BigInt(record.takenAt))
  if (!record.seen.every(([path, stamp]) => stampOf(join(root, path)) === stamp)) return undefined
  const young = record.seen.filter(isYoungThen)
  if (!young.every(([path, , digest]) => digestAt(join(root, path)) === digest)) return undefined
  if (young.length > 0) writeRecord(root, program, {...record, takenAt: String(takenAt)})
  return record
}
