import {bookmarkedWords} from './bookmarked-words.ts'
import {computeLabels} from './labels.ts'
import {repeatedMarks} from './notes.ts'
import {once, type WordPackage} from './package.ts'
import {bookmarks, type Reference, references} from './references.ts'
import type {XmlElement} from './xml.ts'

/** A reference whose cached result is wrong. */
export interface StaleReference {
  reference: Reference
  /** What the result must be; null when the bookmark is unknown or there is nothing in it that could be the result. */
  expected: string | null
}

/**
 * Fields whose cached result is not what Word makes of them: `REF … \n` (ECMA-376 Part 1, 17.16.5.51) the label of the
 * paragraph that holds the bookmark, computed from the numbering, without its final full stop; `REF` without it the words in
 * the bookmark; `NOTEREF` (17.16.5.43) the number or sign of the note in it. Of one that repeats the mark (`\\f`) nothing is said here.
 * @returns the wrong ones in document order; a dangling one is among them, with `expected` null
 * @throws what `computeLabels` throws
 */
export function staleReferences(pkg: WordPackage): readonly StaleReference[] {
  return once(pkg, staleReferences, () => staleIn(pkg))
}

function staleIn(pkg: WordPackage): StaleReference[] {
  const fields = references(pkg).filter(({name}) => name === 'REF')
  // Most files have no references to words, many have none at all, and each of these reads the whole document.
  const hasNumbers = fields.some(isNumber)
  const labels = new Map(hasNumbers ? computeLabels(pkg).map(({paragraph, label}) => [paragraph, label]) : [])
  const targets = hasNumbers ? bookmarks(pkg) : new Map<string, XmlElement>()
  const words = fields.some(isWords) ? bookmarkedWords(pkg) : new Map<string, string>()
  const numbers = fields
    .filter((reference) => isNumber(reference) || isWords(reference))
    .map((reference) => {
      if (!isNumber(reference)) return {reference, expected: words.get(reference.bookmark ?? '') ?? null}
      const target = targets.get(reference.bookmark ?? '')
      const label = target === undefined ? null : (labels.get(target) ?? null)
      return {reference, expected: label === null ? null : label.replace(/\.$/, '')}
    })
  const marks = repeatedMarks(pkg)
    .filter(({reference: {switches}}) => !switches.includes('\\f'))
    .map(({reference, mark}) => ({reference, expected: mark?.label ?? null}))
  return [...numbers, ...marks].filter(({reference, expected}) => reference.result !== expected)
}

function isNumber({switches}: Reference): boolean {
  return switches.some((one) => one.toLowerCase().startsWith('\\n'))
}

/** What other switches and arguments make of the words is not known here. */
function isWords({switches, extra}: Reference): boolean {
  return extra.length === 0 && switches.every((one) => one.toLowerCase() === '\\h')
}
