import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {inAnyCase, writtenOtherwise} from './matches.ts'
import {pluralOf} from './plural-of.ts'

/** A term of the glossary is written as the glossary has it, also in the plural. Source: house style, section 7. */
export const glossaryTerm = defineWordsRule(
  'glossary-term',
  'warning',
  ({passages}, setting, report) => {
    const terms = setting.glossary.flatMap(({words}) => {
      const {term, forbidden} = words[setting.language] ?? {}
      if (!term || !forbidden) return []
      const {plurals} = setting.usage
      const several = forbidden.map((variant) => pluralOf(variant, plurals)).filter(isNew(forbidden))
      return [
        {write: term, not: inAnyCase(forbidden)},
        ...(several.length > 0 ? [{write: pluralOf(term, plurals), not: inAnyCase(several)}] : []),
      ]
    })
    for (const {passage, start, end, text, write} of writtenOtherwise(passages, terms))
      report(passage, {start, end}, `${quote(text)} is not the term that is used. Write ${quote(write)}.`)
  },
  {leavesQuoted: true},
)

/** A variant whose plural is named as well, or is the same word, is not asked for twice. */
function isNew(known: readonly string[]): (word: string, index: number, all: string[]) => boolean {
  return (word, index, all) => !known.includes(word) && all.indexOf(word) === index
}
