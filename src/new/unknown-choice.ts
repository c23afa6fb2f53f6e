import {quote} from '../message/index.ts'

/** One of the known ids, or why it is none. */
export function unknownChoice(what: string, id: string, known: readonly string[]): string | undefined {
  if (known.includes(id)) return undefined
  return `There is no ${what} ${quote(id)}. Write one of: ${known.join(', ')}.`
}
