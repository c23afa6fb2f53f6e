import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {writtenOtherwise} from './matches.ts'

/**
 * “Resolution Conf.”, “Decision 14.35” have a capital in English and Spanish, in French a small letter.
 * Source: house style, section 3 (K3, K4, K6, K16, K21, K27, K30, K33).
 */
export const instrumentName = defineWordsRule(
  'instrument-name',
  'warning',
  ({passages}, setting, report) => {
    const {instruments} = setting.usage
    const number = '(?=[ \\u00a0](?:No\\.?[ \\u00a0]|n[ \\u00a0]?o[ \\u00a0])?(?:\\d{1,2}\\.\\d|\\d{4}/\\d))'
    const found = writtenOtherwise(passages, instruments, (entry) => (entry['before-number'] ? number : ''))
    for (const {passage, start, end, text, write} of found) {
      // In French a title or sentence begins with a capital all the same.
      if (start === 0 || /[.!?:]\s$/.test(passage.text.slice(Math.max(0, start - 2), start))) continue
      report(passage, {start, end}, `${quote(text)} stands inside a sentence. Write ${quote(write)}.`)
    }
  },
  {leavesQuoted: true},
)
