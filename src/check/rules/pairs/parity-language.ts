import {quote} from '../../../message/index.ts'
import {defineUnitRule} from '../../define-rule.ts'
import {frequent} from '../../pairs/frequent.ts'
import {isLeft} from '../../pairs/left.ts'
import {readingOf, type Word} from '../../pairs/reading.ts'
import type {Tongue} from '../../pairs/types.ts'

/** A translation is in its own language: no unit and no sentence of it is left as it stands in the original, or in a third. */
export const parityLanguage = defineUnitRule(
  'parity-language',
  'wording',
  (pair, setting, report) => {
    const own = setting.translation
    // Who quotes may quote in any language; what was adopted was adopted in this one.
    if (!own.usage['frequent-words'] || pair.translation.around.isQuoted) return
    const {text: here, words} = readingOf(pair.translation)
    if (isLeft(pair, setting)) {
      report(
        `${quote(here.trim())} stands here as it does in ${setting.original.name}. Translate it into ${own.name}.`,
      )
      return
    }
    // Of most units there is nothing to ask: they have hardly a word of another language.
    if (!setting.tongues.some((tongue) => foreignOf(words, own, tongue) >= leastForeign)) return
    for (const {start, end} of sentencesOf(here)) {
      const other = foreignIn(wordsBetween(words, start, end), own, setting.tongues)
      if (!other) continue
      report(`${quote(here.slice(start, end).trim())} is in ${other.name}. Translate it into ${own.name}.`)
      return
    }
  },
  {seesAdopted: true},
)

/** From where to where each sentence stands, and what is between semicolons. */
function sentencesOf(text: string): {start: number; end: number}[] {
  const ends = [...text.matchAll(/[.;:!?](?=[\s\u00a0])/gu)].map(({index}) => index + 1)
  return [...ends, text.length].map((end, at) => ({start: ends[at - 1] ?? 0, end}))
}

function wordsBetween(words: readonly Word[], start: number, end: number): Word[] {
  return words.filter(({start: at}) => at >= start && at < end)
}

const leastForeign = 3

/** The language that words are in, where its frequent words are more often of that one than of their own. */
function foreignIn(words: readonly Word[], own: Tongue, tongues: readonly Tongue[]): Tongue | undefined {
  return tongues.find((tongue) => {
    const foreign = foreignOf(words, own, tongue)
    return foreign >= leastForeign && foreign > 2 * foreignOf(words, tongue, own)
  })
}

/** How many of some words are frequent in another language and not in their own. */
function foreignOf(words: readonly Word[], own: Tongue, other: Tongue): number {
  if (own.code === other.code) return 0
  const [ownWords, others] = [frequent(own), frequent(other)]
  let count = 0
  for (const {small} of words) if (others.has(small) && !ownWords.has(small)) count += 1
  return count
}
