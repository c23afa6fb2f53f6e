import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches, tokenAt} from './matches.ts'

/** A mark with a space before it at which a line may end. */
const breaking = /(?<=[\p{L}\p{N})\]”"»\uFFFC]) [:;!?](?=\s|$)/gu
/** A mark without the space that holds it to its word. */
const noneOrBreaking = /(?<=[\p{L}\p{N})\]”"»\uFFFC])[ \u202f]?[:;!?](?=\s|$)/gu

/**
 * No space stands before a comma or full stop; before a colon, semicolon, question and exclamation mark the period
 * decides: none in French of 2007-2010 and 2013, one at which no line breaks in 2022, nobody knows between and before.
 * Source: house style, R18, section 3 (K0, K2, K9, K22, K27; K45 for the later habit) and 10 (2013 without, 2022 with).
 */
export const spaceBeforeMark = defineWordsRule(
  'space-before-mark',
  'warning',
  ({passages}, setting, report) => {
    const {marks, space} = setting.typography['space-before']
    const none = space === 'none' ? `,.${marks}` : ',.'
    for (const passage of passages) {
      for (const {start, end, text} of matches(
        passage,
        /(?<=[\p{L}\p{N})\]”"»])[ \u00a0\u202f]+[,.:;!?](?=\s|$)/gu,
      )) {
        const mark = text.at(-1) ?? ''
        if (none.includes(mark))
          report(
            passage,
            {start, end},
            `A space stands before the mark in ${quote(tokenAt(passage, start, end))}. Delete it.`,
            mark,
          )
      }
      if (space === 'none' || space === 'unknown') continue
      const remedy = `Put a non-breaking space before it${space === 'either' ? ', or none' : ''}.`
      for (const {start, end, text} of matches(passage, space === 'either' ? breaking : noneOrBreaking)) {
        const mark = text.at(-1) ?? ''
        if (marks.includes(mark))
          report(
            passage,
            {start, end},
            `${text === mark ? 'No space stands' : 'A line may end'} before the mark in ${quote(tokenAt(passage, start, end))}. ${remedy}`,
            `\u00a0${mark}`,
          )
      }
    }
  },
  {leavesQuoted: true},
)
