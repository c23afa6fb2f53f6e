import {quote} from '../../message/index.ts'

/** What a reference names: one thing, or the first and the last of several. */
export interface Name {
  first: string
  last?: string
  /** From which character of the words on it stands, and before which it ends. */
  start: number
  end: number
}

/** What is wrong with a part of the words. */
export interface NameFault {
  reason: string
  start: number
  end: number
}

/**
 * The names in the words of a reference: ids with spaces between them, `first..last` for a range.
 *
 * @param directive  such as `ref`, for the messages
 */
export function namesIn(words: string, directive: string): {names: Name[]; faults: NameFault[]} {
  const names: Name[] = []
  const faults: NameFault[] = []
  for (const {0: token, index: start} of words.matchAll(/\S+/g)) {
    const place = {start, end: start + token.length}
    const reason = faultOf(token, words, directive)
    const [first = '', last] = token.split('..')
    if (reason === undefined) names.push({first, ...(last === undefined ? {} : {last}), ...place})
    else faults.push({reason, ...place})
  }
  // Nothing between the brackets names nothing, as an unknown name does.
  if (names.length + faults.length === 0) names.push({first: '', start: 0, end: words.length})
  return {names, faults}
}

function faultOf(token: string, words: string, directive: string): string | undefined {
  if (/[,;]/.test(token)) {
    const ids = words.split(/[\s,;]+/).filter((id) => id !== '')
    return `Between ids stands a space alone, and the build prints the commas. Write “:${directive}[${ids.join(' ')}]”.`
  }
  const halves = token.split('..')
  const isHalf = halves.some((half) => half === '' || half.startsWith('.') || half.endsWith('.'))
  if (halves.length === 1 && !/[…–—]/.test(token)) return undefined
  if (halves.length === 2 && !isHalf) return undefined
  const ids = words.split(/\s+|\.{2,}|[…–—]/).filter((id) => id !== '')
  const [first, last = 'last'] = ids.length === 1 && words.startsWith('.') ? ['first', ids[0]] : ids
  return `${quote(token)} is no range. Write its first and its last id with two full stops between them and no spaces: “:${directive}[${first ?? 'first'}..${last}]”.`
}
