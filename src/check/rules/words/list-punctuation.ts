import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {endOf, everyList, isOfSentences, type ListPlace, whyShorter} from './list-places.ts'

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
      for (const [index, {passage: lead, list, hasQuotation, ending}] of place.list.items.entries()) {
        if (list && list.items.length > 0 && !ending) continue // Its colon is asked for when the list is composed.
        if (hasQuotation) continue // The item ends with the words that are quoted.
        const isLast = index === place.list.items.length - 1
        // Behind the last words the sentence goes on, with a comma or without.
        if (isLast && place.list.isContinued) continue
        const passage = ending ?? lead
        const end = endOf(passage.text, setting.usage)
        const accepted = isLast ? marksOfLast(place) : [';']
        if (end.mark === '?' || end.mark === '\uFFFC' || accepted.includes(end.mark)) continue
        const [expected = ''] = accepted
        const what = isLast ? 'the last of its list' : 'not the last of its list'
        const last = passage.text.trimEnd().split(/\s/).at(-1) ?? ''
        report(
          passage,
          {start: end.at, end: end.at + end.mark.length},
          `The item that ends with ${quote(last)} is ${what}. End it with ${quote(expected)}.${whyShorter(place.list)}`,
          end.mark === '' || end.conjunction || place.list.dropped ? undefined : expected,
        )
      }
    }
  },
  {leavesQuoted: true},
)

function marksOfLast({isNested, isInClause}: ListPlace): string[] {
  return isNested || isInClause ? [';', '.'] : ['.']
}
