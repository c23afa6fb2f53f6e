import {quote} from '../../../message/index.ts'
import {defineWordsRule} from '../../define-rule.ts'
import {printed} from '../../words/index.ts'

/**
 * A paragraph that ends with a colon introduces what stands after it: a list, a quotation, a table, another block.
 * Source: house style, section 3 (K0, K5, K26: lists and quotations; unconfirmed that nothing else follows a colon).
 */
export const leadIn = defineWordsRule('lead-in', 'warning', ({unled}, {isInTranslation}, report) => {
  if (isInTranslation) return // The list may only wait for its translator, which is said of it.
  for (const {passage, before} of unled) {
    const end = passage.text.trimEnd().length
    const words = passage.text.slice(0, end).split(/\s/).slice(-4).join(' ').replaceAll(printed, '…')
    const what =
      before === 'end'
        ? 'nothing stands after it'
        : `${before === 'heading' ? 'a heading' : 'another paragraph'} follows`
    report(
      passage,
      {start: end - 1, end},
      `The paragraph that ends with ${quote(words)} introduces something, and ${what}. Write the list, the quotation (“> ”) or the block that it introduces, or end it with a full stop.`,
    )
  }
})
