import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches} from './matches.ts'

// Ligatures; letters and figures as wide as a Chinese sign; Roman numerals in one sign; letters of formulas.
const pattern = /[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2160-\u217f\u{1d400}-\u{1d7ff}]+/gu

// A word is shown whole up to so many characters on each side.
const longest = 40

/**
 * Letters are typed one by one: a ligature or a letter of a formula, as it is pasted from another program, is found by
 * no search and is missing in most fonts. Source: Unicode, compatibility decompositions (NFKC).
 */
export const pastedLetters = defineWordsRule('pasted-letters', 'error', ({passages}, _setting, report) => {
  for (const passage of passages)
    for (const {start, end, text} of matches(passage, pattern)) {
      const before =
        /[\p{L}\p{N}]*$/u.exec(passage.text.slice(Math.max(0, start - longest), start))?.[0] ?? ''
      const after = /^[\p{L}\p{N}]*/u.exec(passage.text.slice(end, end + longest))?.[0] ?? ''
      const right = text.normalize('NFKC')
      report(
        passage,
        {start, end},
        `${quote(before + text + after)} holds ${quote(text)}, which is one sign and only looks like letters. Write ${quote(before + right + after)}.`,
        right,
      )
    }
})
