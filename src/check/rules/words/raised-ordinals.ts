import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches, wordEnd} from './matches.ts'

/**
 * The letters of an ordinal are raised where the language raises them: 14:sup[e]; never “14ème”.
 * Source: house style, R18 and section 3 (the document of 2007 raises the e).
 */
export const raisedOrdinals = defineWordsRule(
  'raised-ordinals',
  'warning',
  ({passages}, setting, report) => {
    const raised = setting.typography['raised-ordinals']
    if (!raised || raised.length === 0) return
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}.,/-])\\d{1,3}(${anyOf(raised.flatMap(({write, not}) => [write, ...not]))})${wordEnd}`,
      'gu',
    )
    for (const passage of passages)
      for (const {start, end, text, groups} of matches(passage, pattern)) {
        const [letters = ''] = groups
        const first = end - letters.length
        // Letters of :sup[…] are not written right behind the digit.
        const isPlain = passage.offsets[first] === (passage.offsets[first - 1] ?? 0) + 1
        if (!isPlain) continue
        const right = raised.find(({write, not}) => write === letters || not.includes(letters))?.write ?? ''
        const digits = text.slice(0, -letters.length)
        report(
          passage,
          {start, end},
          `The letters of ${quote(text)} are not raised. Write ${quote(`${digits}:sup[${right}]`)}.`,
        )
      }
  },
  {leavesQuoted: true},
)
