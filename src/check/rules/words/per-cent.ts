import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {anyOf, matches} from './matches.ts'

/** Per cent is written as the language writes it: “13 per cent”, “13 %”. Source: house style, section 3 (K21; FR and ES unconfirmed). */
export const perCent = defineWordsRule(
  'per-cent',
  'warning',
  ({passages}, setting, report) => {
    const {write, not} = setting.usage['per-cent']
    // A number is read from its first digit, and from there once.
    const pattern = new RegExp(
      `(?=\\d)(?<!\\d[.,]*[ \\u00a0]?)(\\d(?:[\\d.,]|[ \\u00a0](?=\\d))*)(?:${anyOf(not)})(?![\\p{L}])`,
      'gu',
    )
    for (const passage of passages)
      for (const {start, end, text, groups} of matches(passage, pattern))
        report(
          passage,
          {start, end},
          `${quote(text)} is not how this language writes per cent. Write ${quote(`${groups[0] ?? ''}${write}`)}.`,
        )
  },
  {leavesQuoted: true},
)
