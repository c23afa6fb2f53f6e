import {createHash} from 'node:crypto'

const base32 = 'abcdefghijklmnopqrstuvwxyz234567'
const bookmarkDigits = 12

/**
 * Name of the Word bookmark of a unit: `u_` and 12 base32 characters of the SHA-256 of its stable id.
 * Word allows letters, digits and `_`, at most 40 characters; the hash keeps names ASCII and short whatever the id.
 *
 * @param documentPath  such as `sc58/internet-trade`
 * @param unit  id of the unit in the document
 */
export function bookmarkOf(documentPath: string, unit: string): string {
  const digest = createHash('sha256').update(`${documentPath}#${unit}`).digest()
  let name = 'u_'
  for (let index = 0; index < bookmarkDigits; index++) name += base32[(digest[index] ?? 0) % 32]
  return name
}

/** HTML id of a unit: the same in the three languages, prefixed so that no id clobbers a DOM property. */
export function htmlIdOf(unit: string): string {
  return `u-${unit}`
}
