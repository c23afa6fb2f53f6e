import {createHash} from 'node:crypto'
import type {ReferenceLink} from './inline-types.ts'

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
  return hashedName('u_', `${documentPath}#${unit}`)
}

/**
 * Name of the Word bookmark around the mark of a note to which the text refers again: `n_` and 12 characters, as those
 * of units have them. What refers again is a field that repeats the mark in the bookmark.
 */
export function noteBookmarkOf(documentPath: string, identifier: string): string {
  return hashedName(noteBookmarkPrefix, `${documentPath}#note-${identifier}`)
}

/** How the names of the bookmarks around marks of notes begin; those of units begin otherwise. */
export const noteBookmarkPrefix = 'n_'

/**
 * Name of the Word bookmark around a stretch of the words of a heading that has notes: a field that repeats the whole
 * heading would repeat its notes.
 *
 * @param stretch  from 0
 */
export function wordsBookmarkOf(documentPath: string, unit: string, stretch: number): string {
  return hashedName(wordsBookmarkPrefix, `${documentPath}#${unit}~${stretch}`)
}

/** How the names of the bookmarks around stretches of words begin. */
export const wordsBookmarkPrefix = 'w_'

/** The Word bookmarks that the fields of a link name: several for a heading with notes between its words. */
export function bookmarksOfLink(documentPath: string, link: ReferenceLink & {unit: string}): string[] {
  if (link.note !== undefined) return [noteBookmarkOf(documentPath, link.note)]
  const {unit, stretches} = link
  if (!stretches || !link.isPart) return [bookmarkOf(documentPath, unit)]
  return stretches.map((_words, index) => wordsBookmarkOf(documentPath, unit, index))
}

/** As many as some long documents have: each name is asked for by what writes a file and by what reads it back. */
const mostNames = 20_000
let names = new Map<string, string>()

function hashedName(prefix: string, text: string): string {
  const key = prefix + text
  const known = names.get(key)
  if (known !== undefined) return known
  if (names.size >= mostNames) names = new Map()
  const name = madeName(prefix, text)
  names.set(key, name)
  return name
}

function madeName(prefix: string, text: string): string {
  const digest = createHash('sha256').update(text).digest()
  let name = prefix
  for (let index = 0; index < bookmarkDigits; index++) name += base32[(digest[index] ?? 0) % 32]
  return name
}

/** HTML id of a unit: the same in the three languages, prefixed so that no id clobbers a DOM property. */
export function htmlIdOf(unit: string): string {
  return `u-${unit}`
}
