import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import type {Passage} from '../../words/index.ts'
import {writtenOtherwise} from './matches.ts'

/** Words with two spellings have one in documents: “organization”, “programme”. Source: house style, section 3 (K11, K19, K21, K31). */
export const spelling = defineWordsRule(
  'spelling',
  'warning',
  ({passages}, setting, report) => {
    const {spellings} = setting.usage
    const except = spellings.flatMap((entry) => entry.except ?? [])
    const isPartOf = ({text: words}: Passage, start: number, end: number): boolean =>
      except.some((longer) => {
        const at = words.indexOf(longer, Math.max(0, start - longer.length))
        return at >= 0 && at <= start && at + longer.length >= end
      })
    for (const {passage, start, end, text, write} of writtenOtherwise(passages, spellings)) {
      if (isPartOf(passage, start, end)) continue
      report(passage, {start, end}, `${quote(text)} is not how documents write it. Write ${quote(write)}.`)
    }
  },
  {leavesQuoted: true},
)
