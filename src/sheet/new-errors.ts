import type {VFileMessage} from 'vfile-message'

/**
 * Findings that there were not before a file was changed; their lines may be others.
 *
 * @param before  findings of the sources as they are
 * @param after  those of the changed ones
 */
export function newErrors(before: readonly VFileMessage[], after: readonly VFileMessage[]): VFileMessage[] {
  const counts = new Map<string, number>()
  for (const message of before) counts.set(keyOf(message), (counts.get(keyOf(message)) ?? 0) + 1)
  return after.filter((message) => {
    const left = counts.get(keyOf(message)) ?? 0
    counts.set(keyOf(message), left - 1)
    return left <= 0
  })
}

function keyOf({file, ruleId, reason, language}: VFileMessage): string {
  return [file, ruleId, language, reason.replace(/\d+/g, '#')].join('\n')
}
