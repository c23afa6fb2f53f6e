import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches} from './matches.ts'

const accented = /[ÀÂÈÉÊËÎÏÔÙÛ]/

/**
 * Capitals have no accents where the period writes none: “Etats”, “A l'adresse”. The cedilla is no accent.
 * Letters that French itself does not have begin names of other languages: “Ángel”, “Österreich”.
 * Source: house style, R18 and 2.2 (K0, K2, K9).
 */
export const unaccentedCapitals = defineWordsRule(
  'unaccented-capitals',
  'warning',
  ({passages}, setting, report) => {
    if (!setting.hasUnaccentedCapitals) return
    for (const passage of passages)
      for (const {start, text} of matches(passage, /[\p{L}'’-]+/gu)) {
        if (!accented.test(text)) continue
        const plain = text.replace(/[ÀÂÈÉÊËÎÏÔÙÛ]/g, (letter) => letter.normalize('NFD')[0] ?? letter)
        report(
          passage,
          {start, end: start + text.length},
          `${quote(text)} has an accent on a capital. Write ${quote(plain)}.`,
        )
      }
  },
  {leavesQuoted: true},
)
