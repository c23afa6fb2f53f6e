import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {everyList, isOfSentences} from './list-places.ts'

/**
 * An item begins with a small letter: it goes on with the sentence that introduces it. Items that are sentences of their
 * own do not.
 * Source: house style, section 3 (K0, K22, K26, K27, K30).
 *
 * A name keeps its capital, and no program knows all names. So a capital is a slip only where the same file writes the
 * word with a small letter elsewhere, and no term of the glossary begins with it.
 */
export const listCapital = defineWordsRule(
  'list-capital',
  'warning',
  ({lists, passages}, setting, report) => {
    const places = everyList(lists)
    if (places.length === 0) return
    const small = new Set(passages.flatMap(({text}) => text.match(/(?<![\p{L}.-])\p{Ll}[\p{L}'’]*/gu) ?? []))
    const terms = setting.glossary.map(({words}) => words[setting.language]?.term.split(/[ '’-]/)[0] ?? '')
    for (const {list, isInClause} of places) {
      if (isInClause || isOfSentences(list)) continue
      for (const {passage} of list.items) {
        const word = /^\p{Lu}[\p{Ll}'’]*(?![\p{L}-])/u.exec(passage.text)?.[0]
        if (!word || isSeveralSentences(passage.text) || passage.text.trimEnd().endsWith('?')) continue
        const lower = word.toLowerCase()
        // “Parties” begins as the term “Party” does.
        const isTerm = terms.some((term) => term.length > 2 && word.startsWith(term.slice(0, -1)))
        if (isTerm || !small.has(lower)) continue
        report(
          passage,
          {start: 0, end: word.length},
          `The item begins with a capital. Write ${quote(lower)}.`,
        )
      }
    }
  },
  {leavesQuoted: true},
)

/** Whether a full stop inside the words parts sentences, the first of which begins the item. */
function isSeveralSentences(text: string): boolean {
  return /\p{Ll}{3,}[.!?][”»")]? +[“«"]?\p{Lu}/u.test(text)
}
