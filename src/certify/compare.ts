import {quote} from '../message/index.ts'

/**
 * What differs between two lists, at the first place where they do.
 *
 * @param what  the things compared, in the plural, such as “Labels”
 * @param seen  as the file has them
 * @param due  as the tree has them
 * @returns one sentence, or none where the lists are equal
 */
export function differences(what: string, seen: readonly string[], due: readonly string[]): string[] {
  const length = Math.max(seen.length, due.length)
  for (let place = 0; place < length; place++) {
    if (seen[place] === due[place]) continue
    return [
      `${what} differ at place ${place + 1}: the file has ${shown(seen[place])}, the text has ${shown(due[place])}.`,
    ]
  }
  return []
}

const longest = 120

function shown(text: string | undefined): string {
  if (text === undefined) return 'none'
  return quote(text.length > longest ? `${text.slice(0, longest)}…` : text)
}
