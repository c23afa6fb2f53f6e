import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {matches} from './matches.ts'

/**
 * No space stands before a comma or full stop; before a colon, semicolon, question and exclamation mark the period
 * decides: none in French of 2007-2010, one at which no line breaks later.
 * Source: house style, R18 and section 3 (K0, K2, K9, K22, K27; K45 for the later habit).
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
          report(passage, {start, end}, `A space stands before ${quote(mark)}. Delete it.`, mark)
      }
      if (space === 'none') continue
      for (const {start, end, text} of matches(
        passage,
        /(?<=[\p{L}\p{N})\]”"»\uFFFC])[ \u202f]?[:;!?](?=\s|$)/gu,
      )) {
        const mark = text.at(-1) ?? ''
        if (marks.includes(mark))
          report(
            passage,
            {start, end},
            `No space that holds the line together stands before ${quote(mark)}. Put a non-breaking space before it.`,
            `\u00a0${mark}`,
          )
      }
    }
  },
  {leavesQuoted: true},
)
