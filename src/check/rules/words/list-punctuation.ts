import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {endOf, everyList, isOfSentences, type ListPlace} from './list-places.ts'

/**
 * Each item of a list ends with a semicolon, the last with a full stop; one that introduces a list ends with a colon.
 * The last of a nested list, or of one inside a resolution, may end with a semicolon, since the sentence goes on.
 * A list whose items are sentences has none of this: each ends as a sentence does.
 * Source: house style, R19 and section 3 (K0, K2, K22, K26, K27, K30).
 */
export const listPunctuation = defineWordsRule(
  'list-punctuation',
  'warning',
  ({lists}, setting, report) => {
    for (const place of everyList(lists)) {
      if (isOfSentences(place.list)) continue
      for (const [index, {passage, list, hasQuotation}] of place.list.items.entries()) {
        if (list && list.items.length > 0) continue // Its colon is asked for when the list is composed.
        if (hasQuotation) continue // The item ends with the words that are quoted.
        const isLast = index === place.list.items.length - 1
        const end = endOf(passage.text, setting.usage)
        const accepted = isLast ? marksOfLast(place) : [';']
        if (end.mark === '?' || end.mark === '\uFFFC' || accepted.includes(end.mark)) continue
        const [expected = ''] = accepted
        const what = isLast ? 'the last of its list' : 'not the last of its list'
        const last = passage.text.trimEnd().split(/\s/).at(-1) ?? ''
        report(
          passage,
          {start: end.at, end: end.at + end.mark.length},
          `The item that ends with ${quote(last)} is ${what}. End it with ${quote(expected)}.`,
          end.mark === '' || end.conjunction ? undefined : expected,
        )
      }
    }
  },
  {leavesQuoted: true},
)

function marksOfLast({isNested, isInClause}: ListPlace): string[] {
  return isNested || isInClause ? [';', '.'] : ['.']
}
