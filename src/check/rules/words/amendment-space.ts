import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'

// Words between the brackets of a mark, with other marks in them but none in those.
const words = '(?:[^[\\]\\n]|\\[[^[\\]\\n]*\\])*'
const whole = `(?<![\\p{L}\\p{N}])`
// Struck words and new ones right behind them, or the other way round; within a word the two belong together.
const together = new RegExp(
  `${whole}:(del|ins)\\[(${words})\\](?=:(del|ins)\\[(${words})\\](?![\\p{L}\\p{N}]))`,
  'gu',
)

/**
 * Words to be deleted and new ones do not run together: a reader of the paper sees “airportsports”.
 * Source: none; it is how amendments are printed (house style, 1i).
 */
export const amendmentSpace = defineWordsRule('amendment-space', 'warning', ({text, passages}, _, report) => {
  for (const {index, 0: found, 1: mark, 2: first = '', 3: other, 4: second = ''} of text.matchAll(together)) {
    const last = /([\p{L}\p{N}]+)[\p{P}\]]*$/u.exec(first.replace(/\{[^}]*\}/g, ''))?.[1]
    const next = /^[*:[a-z]*?([\p{L}\p{N}]+)/u.exec(second)?.[1]
    if (mark === other || last === undefined || next === undefined) continue
    const between = index + found.length
    const [struck, added] = mark === 'del' ? [last, next] : [next, last]
    // The struck words are in no passage.
    const at = mark === 'del' ? text.indexOf(next, between + ':ins['.length) : index + found.lastIndexOf(last)
    const passage = passages.find(({offsets}) => offsets.includes(at))
    if (!passage) continue
    const start = passage.offsets.indexOf(at)
    report(
      passage,
      {start, end: start + added.length},
      mark === 'del'
        ? `The struck words ${quote(struck)} and the new ones ${quote(added)} run together. Put a space between “]” and “:ins[”.`
        : `The new words ${quote(added)} and the struck ones ${quote(struck)} run together. Put a space between “]” and “:del[”.`,
      {at: between, text: ' '},
    )
  }
})
