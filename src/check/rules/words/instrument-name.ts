import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordStart} from './matches.ts'

/**
 * “Resolution Conf.”, “Decision 14.35” have a capital in English and Spanish, in French a small letter.
 * Source: house style, section 3 (K3, K4, K6, K16, K21, K27, K30, K33).
 */
export const instrumentName = defineWordsRule('instrument-name', 'warning', ({passages}, setting, report) => {
  for (const {write, not, 'before-number': isBeforeNumber} of setting.usage.instruments) {
    const number = isBeforeNumber
      ? '(?=[ \\u00a0](?:No\\.?[ \\u00a0]|n[ \\u00a0]?o[ \\u00a0])?\\d+[./]\\d)'
      : ''
    const pattern = new RegExp(`${wordStart}(?:${anyOf(not)})${number}`, 'gu')
    for (const passage of passages)
      for (const {start, end, text} of matches(passage, pattern)) {
        // In French a title or sentence begins with a capital all the same.
        if (start === 0 || /[.!?:]\s$/.test(passage.text.slice(0, start))) continue
        report(passage, {start, end}, `${quote(text)} stands inside a sentence. Write ${quote(write)}.`)
      }
  }
})
