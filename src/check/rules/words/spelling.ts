import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordEnd, wordStart} from './matches.ts'

/** Words with two spellings have one in documents: “organization”, “programme”. Source: house style, section 3 (K11, K19, K21, K31). */
export const spelling = defineWordsRule('spelling', 'warning', ({passages}, setting, report) => {
  for (const {write, not} of setting.usage.spellings) {
    const pattern = new RegExp(`${wordStart}(?:${anyOf(not)})${wordEnd}`, 'gu')
    for (const passage of passages)
      for (const {start, end, text} of matches(passage, pattern))
        report(passage, {start, end}, `${quote(text)} is not how documents write it. Write ${quote(write)}.`)
  }
})
