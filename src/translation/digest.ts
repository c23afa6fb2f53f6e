import {createHash} from 'node:crypto'

/** Name of the way in which words are digested here; another way has another name. */
export const digestName = 'source-1'

const characters = 16

/**
 * Digest of the words of a unit as its author wrote them: a fact, a number or a phrase that is printed of them changes
 * nothing, nor does another white space (SHA-256 of the words in NFC, 16 hexadecimal digits).
 *
 * @param source  of the unit
 */
export function digestOf(source: string): string {
  const words = source.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return createHash('sha256').update(`${digestName}\n${words}`).digest('hex').slice(0, characters)
}
