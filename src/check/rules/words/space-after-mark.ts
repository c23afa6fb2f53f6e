import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches} from './matches.ts'

// Words with a comma or colon inside that are no slip: addresses.
const address = /[@/]|www\./

/** A space stands behind a comma, semicolon or colon. Source: house style, section 3 (all samples). */
export const spaceAfterMark = defineWordsRule(
  'space-after-mark',
  'warning',
  ({passages}, _setting, report) => {
    for (const passage of passages)
      for (const {start, end, text} of matches(passage, /(?<=\p{L})[,;:](?=\p{L})/gu)) {
        const before = passage.text.slice(0, start).split(/\s/).at(-1) ?? ''
        const after = passage.text.slice(end).split(/\s/)[0] ?? ''
        if (address.test(before + text + after)) continue
        report(passage, {start, end}, `No space stands behind ${quote(text)}. Write one.`, `${text} `)
      }
  },
  {leavesQuoted: true},
)
