import {choices, quote} from '../message/index.ts'

/** It is said once, and of kinds and languages there are not many. */
const mostListed = 30

/**
 * One of the known ids, or why it is none.
 *
 * @param otherwise  what else can be done, from its comma on
 */
export function unknownChoice(
  what: string,
  id: string,
  known: readonly string[],
  otherwise = '',
): string | undefined {
  if (known.includes(id)) return undefined
  return `There is no ${what} ${quote(id)}. Write ${choices(id, known, mostListed)}${otherwise || '.'}`
}
