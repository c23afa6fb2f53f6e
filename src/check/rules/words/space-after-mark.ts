import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches, tokenAt} from './matches.ts'

// Words with a comma or colon inside that are no slip: addresses.
const address = /[@/]|www\./

/** A space stands behind a comma, semicolon or colon. Source: house style, section 3 (all samples). */
export const spaceAfterMark = defineWordsRule(
  'space-after-mark',
  'warning',
  ({passages}, _setting, report) => {
    for (const passage of passages)
      for (const {start, end, text} of matches(passage, /(?<=\p{L})[,;:](?=\p{L})/gu)) {
        const token = tokenAt(passage, start, end)
        if (address.test(token)) continue
        report(
          passage,
          {start, end},
          `No space stands behind the ${quote(text)} of ${quote(token)}. Write one.`,
          `${text} `,
        )
      }
  },
  {leavesQuoted: true},
)
