import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'

// Struck words, the last of them, and the first of new ones right behind; within a word the two belong together.
const together = /(?<![\p{L}\p{N}]):del\[[^[\]\n]*?([\p{L}\p{N}]+)\]:ins\[([\p{L}\p{N}]+)/gu

/**
 * Words to be deleted and new ones do not run together: a reader of the paper sees “airportsports”.
 * Source: none; it is how amendments are printed (house style, 1i).
 */
export const amendmentSpace = defineWordsRule('amendment-space', 'warning', ({text, passages}, _, report) => {
  for (const {index, 0: whole, 1: struck = '', 2: added = ''} of text.matchAll(together)) {
    const first = index + whole.length - added.length
    const passage = passages.find(({offsets}) => offsets.includes(first))
    if (!passage) continue
    const start = passage.offsets.indexOf(first)
    report(
      passage,
      {start, end: start + added.length},
      `The struck words ${quote(struck)} and the new ones ${quote(added)} run together. Put a space between “]” and “:ins[”.`,
    )
  }
})
