import {defineWordsRule} from '../../define-rule.ts'
import {everyList, whyShorter} from './list-places.ts'

/** A list has two items at least: one alone has no letter and belongs into the sentence. Source: house style, section 3 (unconfirmed). */
export const listSingle = defineWordsRule(
  'list-single',
  'warning',
  ({lists}, _setting, report) => {
    for (const {list} of everyList(lists)) {
      const [only, second] = list.items
      if (!only || second) continue
      // What is left of a list of which the others are struck keeps its letter.
      if (list.hasStruck) continue
      report(
        only.passage,
        {start: 0, end: only.passage.text.length},
        `This list has one item. Write its words into the sentence that introduces it, or add an item.${whyShorter(list)}`,
      )
    }
  },
  {leavesQuoted: true},
)
