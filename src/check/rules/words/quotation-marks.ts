import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches} from './matches.ts'

/**
 * Quotation marks are those of the language and the period.
 * Source: house style, section 3 (K8, K27; K45 for « » later).
 */
export const quotationMarks = defineWordsRule('quotation-marks', 'warning', ({passages}, setting, report) => {
  const pairs = setting.typography['quotation-marks']
  const known = new Set(pairs.flatMap((pair) => [pair[0] ?? '', pair.at(-1) ?? '']))
  const usual = pairs[0] ?? ''
  for (const passage of passages)
    for (const {start, end, text} of matches(passage, /["“”„«»‹›]/g))
      if (!known.has(text))
        report(
          passage,
          {start, end},
          `The quotation mark ${quote(text)} is not one that this language uses in this period. Write the words between ${usual[0]} and ${usual.at(-1)}.`,
        )
})
