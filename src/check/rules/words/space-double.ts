import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches, tokenAt} from './matches.ts'

/** Words are parted by one space. Source: house style, section 3 (all samples). */
export const spaceDouble = defineWordsRule(
  'space-double',
  'warning',
  ({passages}, _setting, report) => {
    for (const passage of passages)
      for (const {start, end} of matches(passage, /(?<=\S)[ \u00a0]{2,}(?=\S)/g))
        report(
          passage,
          {start, end},
          `There are ${end - start} spaces in ${quote(tokenAt(passage, start, end))}. Write one.`,
          ' ',
        )
  },
  {leavesQuoted: true},
)
