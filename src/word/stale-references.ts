import {bookmarkedWords} from './bookmarked-words.ts'
import {computeLabels} from './labels.ts'
import {repeatedMarks} from './notes.ts'
import type {WordPackage} from './package.ts'
import {bookmarks, type Reference, references} from './references.ts'

/** A reference whose cached result is wrong. */
export interface StaleReference {
  reference: Reference
  /** What the result must be; null when the bookmark is unknown or there is nothing in it that could be the result. */
  expected: string | null
}

/**
 * Fields whose cached result is not what Word makes of them: `REF … \n` (ECMA-376 Part 1, 17.16.5.51) the label of the
 * paragraph that holds the bookmark, computed from the numbering, without its final full stop; `REF` without it the words in
 * the bookmark; `NOTEREF` (17.16.5.43) the mark of the note in it.
 * @returns the wrong ones in document order; a dangling one is among them, with `expected` null
 * @throws what `computeLabels` throws
 */
export function staleReferences(pkg: WordPackage): StaleReference[] {
  const labels = new Map(computeLabels(pkg).map(({paragraph, label}) => [paragraph, label]))
  const targets = bookmarks(pkg)
  const words = bookmarkedWords(pkg)
  const numbers = references(pkg)
    .filter(({name}) => name === 'REF')
    .map((reference) => {
      if (!reference.switches.some((one) => one.toLowerCase().startsWith('\\n')))
        return {reference, expected: words.get(reference.bookmark ?? '') ?? null}
      const target = targets.get(reference.bookmark ?? '')
      const label = target === undefined ? null : (labels.get(target) ?? null)
      return {reference, expected: label === null ? null : label.replace(/\.$/, '')}
    })
  const marks = repeatedMarks(pkg).map(({reference, mark}) => ({reference, expected: mark?.label ?? null}))
  return [...numbers, ...marks].filter(({reference, expected}) => reference.result !== expected)
}
