import {defineUnitRule} from '../../define-rule.ts'
import {readingOf} from '../../pairs/reading.ts'

// Of 3,000 pairs of real and typed documents that are longer the shares are 0.62 to 1.66. What is shorter than that in
// both languages says little by its length.
const leastCharacters = 80
const [shortest, longest] = [0.5, 2]
// Where a sentence less stands there, a little shorter is enough.
const shortestWithLess = 0.8
const sentenceEnd = /[.!?…](?=[\s\u00a0]+\p{Lu}|\s*$)/gu

/** A translation is about as long as its original: what is far shorter or longer has lost sentences, or is another text. */
export const parityLength = defineUnitRule('parity-length', 'wording', (pair, setting, report) => {
  const [there, here] = [readingOf(pair.original).text, readingOf(pair.translation).text]
  if (Math.max(there.length, here.length) < leastCharacters) return
  const share = here.length / Math.max(1, there.length)
  const [sentences, own] = [there, here].map((text) => text.match(sentenceEnd)?.length ?? 0)
  const [name, original] = [setting.translation.name, setting.original.name]
  const hasLess = (own ?? 0) < (sentences ?? 0) && share < shortestWithLess
  const hasMore = (own ?? 0) > (sentences ?? 0) && share > 1 / shortestWithLess ** 2
  if (share < shortest || hasLess)
    report(
      `${name} has ${count(here)} where ${original} has ${count(there)}${ofSentences(own, sentences)}. Translate what is missing.`,
    )
  else if (share > longest || hasMore)
    report(
      `${name} has ${count(here)} where ${original} has ${count(there)}${ofSentences(own, sentences)}. Delete what ${original} does not say.`,
    )
})

function count(text: string): string {
  return `${text.length} characters`
}

function ofSentences(own = 0, sentences = 0): string {
  return own === sentences ? '' : ` (${own} ${own === 1 ? 'sentence' : 'sentences'} and ${sentences})`
}
