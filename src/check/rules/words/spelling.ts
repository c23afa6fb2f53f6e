import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {isWithin, writtenOtherwise} from './matches.ts'

/** Words with two spellings have one in documents: “organization”, “programme”. Source: house style, section 3 (K11, K19, K21, K31). */
export const spelling = defineWordsRule(
  'spelling',
  'warning',
  ({passages}, setting, report) => {
    const {spellings} = setting.usage
    const except = spellings.flatMap((entry) => entry.except ?? [])
    for (const {passage, start, end, text, write} of writtenOtherwise(passages, spellings)) {
      if (isWithin(passage, start, end, except)) continue
      report(passage, {start, end}, `${quote(text)} is not how documents write it. Write ${quote(write)}.`)
    }
  },
  {leavesQuoted: true},
)
