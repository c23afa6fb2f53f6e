import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {inAnyCase, writtenOtherwise} from './matches.ts'

/** A term of the glossary is written as the glossary has it. Source: house style, section 7. */
export const glossaryTerm = defineWordsRule(
  'glossary-term',
  'warning',
  ({passages}, setting, report) => {
    const terms = setting.glossary.flatMap(({words}) => {
      const {term, forbidden} = words[setting.language] ?? {}
      return term && forbidden ? [{write: term, not: inAnyCase(forbidden)}] : []
    })
    for (const {passage, start, end, text, write} of writtenOtherwise(passages, terms))
      report(passage, {start, end}, `${quote(text)} is not the term that is used. Write ${quote(write)}.`)
  },
  {leavesQuoted: true},
)
