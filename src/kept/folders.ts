/** The folders of a content root whose files decide what a build does. */
export const sourceFolders: readonly string[] = ['documents', 'templates']

/** The folder that a build writes. */
export const outputFolder = 'out'

/** Within so many nanoseconds a disk may give two changes one time: FAT counts in steps of two seconds. */
const coarsestTime = 2_500_000_000n

/** The time, in nanoseconds since 1970, as stamps have it. */
export function now(): bigint {
  return BigInt(Date.now()) * 1_000_000n
}

/**
 * Whether something was changed so shortly before its stamp was taken that another change may have the same stamp; also
 * where its time lies ahead of ours, as that of another computer may.
 *
 * @param takenAt  when the stamp was taken
 */
export function isYoung(stamp: string, takenAt: bigint): boolean {
  const [, modified = '0', changed = '0'] = stamp.split(' ')
  const [one, other] = [modified, changed].map((time) => (/^\d{1,30}$/.test(time) ? BigInt(time) : 0n))
  return (one ?? 0n) > takenAt - coarsestTime || (other ?? 0n) > takenAt - coarsestTime
}
