import {quote} from '../../../message/index.ts'
import {defineUnitRule} from '../../define-rule.ts'
import {isLeft} from '../../pairs/left.ts'
import {readingOf} from '../../pairs/reading.ts'
import {hasTerm, termsIn} from '../../pairs/terms.ts'

/** Where the original has a term of the glossary, its translation has the equivalent. Source: house style, section 7. */
export const parityTerms = defineUnitRule('parity-terms', 'wording', (pair, setting, report) => {
  const {original, translation, glossary} = setting
  const [there, here] = [readingOf(pair.original), readingOf(pair.translation)]
  if (isLeft(pair, setting)) return // What is not translated at all is said by another rule.
  for (const {written, equivalents} of termsIn(there, original, glossary)) {
    const words = equivalents(translation.code)
    if (words.length === 0 || words.some((one) => hasTerm(here, one, translation.usage.plurals))) continue
    const due = words.map((one) => quote(one)).join(' or ')
    report(
      `${original.name} has the term ${quote(written)}, and ${translation.name} has no ${due} here. Write it.`,
    )
    return
  }
})
