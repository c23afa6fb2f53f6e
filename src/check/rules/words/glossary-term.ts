import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordEnd, wordStart} from './matches.ts'

/** A term of the glossary is written as the glossary has it. Source: house style, section 7. */
export const glossaryTerm = defineWordsRule('glossary-term', 'warning', ({passages}, setting, report) => {
  for (const {words} of setting.glossary) {
    const {term, forbidden} = words[setting.language] ?? {}
    if (!term || !forbidden) continue
    const pattern = new RegExp(`${wordStart}(?:${anyOf(forbidden)})${wordEnd}`, 'giu')
    for (const passage of passages)
      for (const {start, end, text} of matches(passage, pattern))
        report(passage, {start, end}, `${quote(text)} is not the term that is used. Write ${quote(term)}.`)
  }
})
