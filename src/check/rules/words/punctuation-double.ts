import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches, tokenAt} from './matches.ts'

/** A mark of punctuation stands once. Source: house style, section 3 (all samples). */
export const punctuationDouble = defineWordsRule(
  'punctuation-double',
  'warning',
  ({passages}, _setting, report) => {
    for (const passage of passages)
      for (const {start, end, text} of matches(passage, /([,;:])\1+|(?<!\.)\.\.(?!\.)|[,;:]\.(?=\s|$)/g)) {
        const isOne = text[0] === text[1]
        const remedy = isOne ? 'Write it once.' : 'Write one of the two.'
        report(
          passage,
          {start, end},
          `${quote(text)} stands in ${quote(tokenAt(passage, start, end))}. ${remedy}`,
          isOne ? text[0] : undefined,
        )
      }
  },
  {leavesQuoted: true},
)
