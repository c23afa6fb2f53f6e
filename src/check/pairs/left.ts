import {frequent} from './frequent.ts'
import {readingOf} from './reading.ts'
import type {Pair, PairSetting} from './types.ts'

const leastFrequent = 3
const leastLetters = 3

/** Whether a unit is that of the original, letter for letter, and more than names and words that both languages have. */
export function isLeft(pair: Pair, {original, translation}: PairSetting): boolean {
  const [there, {text: here, words: all}] = [readingOf(pair.original).text, readingOf(pair.translation)]
  if (there.trim() !== here.trim()) return false
  const [own, other] = [frequent(translation), frequent(original)]
  const words = all.flatMap(({text, small}) => (text === small && !own.has(small) ? small : []))
  const known = words.filter((word) => other.has(word))
  const others = words.filter((word) => !other.has(word) && word.length >= leastLetters)
  // “Bears of the World” is a name.
  return others.length > 1 || (others.length === 1 && known.length > 0) || known.length >= leastFrequent
}
