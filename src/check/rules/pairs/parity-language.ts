import {quote} from '../../../message/index.ts'
import {defineUnitRule} from '../../define-rule.ts'
import {readingOf} from '../../pairs/reading.ts'
import type {PairSetting, Tongue} from '../../pairs/types.ts'

/** A translation is in its own language: no unit and no sentence of it is left as it stands in the original, or in a third. */
export const parityLanguage = defineUnitRule('parity-language', 'wording', (pair, setting, report) => {
  const own = setting.translation
  if (!own.usage['frequent-words']) return
  const [there, here] = [readingOf(pair.original).text, readingOf(pair.translation).text]
  if (isLeft(there, here, setting)) {
    report(
      `${quote(here.trim())} stands here as it does in ${setting.original.name}. Translate it into ${own.name}.`,
    )
    return
  }
  for (const sentence of here.split(sentences)) {
    const other = foreignIn(sentence, own, setting.tongues)
    if (!other) continue
    report(`${quote(sentence.trim())} is in ${other.name}. Translate it into ${own.name}.`)
    return
  }
})

const sentences = /(?<=[.;:!?])[\s\u00a0]+/u
const leastForeign = 3
const leastLetters = 3

// An address is in no language.
const address = /\S*(?::\/\/|@|www\.)\S*/g

/** What is elided stands by itself. */
function wordsOf(text: string): string[] {
  return text.replace(address, ' ').match(/\p{L}[\p{L}\p{M}-]*/gu) ?? []
}

function frequent({usage}: Tongue): ReadonlySet<string> {
  const list = usage['frequent-words'] ?? []
  const known = sets.get(list) ?? new Set(list)
  sets.set(list, known)
  return known
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** Whether a text is that of the original, letter for letter, and more than names and words that both languages have. */
function isLeft(there: string, here: string, {original, translation}: PairSetting): boolean {
  if (there.trim() !== here.trim()) return false
  const own = frequent(translation)
  const words = wordsOf(here).filter((word) => word === word.toLowerCase() && !own.has(word))
  return (
    words.some((word) => frequent(original).has(word)) ||
    words.filter((word) => word.length >= leastLetters).length > 1
  )
}

/** The language that a sentence is in, where its frequent words are more often of that one than of its own. */
function foreignIn(sentence: string, own: Tongue, tongues: readonly Tongue[]): Tongue | undefined {
  const words = wordsOf(sentence.toLowerCase())
  if (words.length < leastForeign) return undefined
  const ownWords = frequent(own)
  return tongues.find((tongue) => {
    if (tongue.code === own.code) return false
    const others = frequent(tongue)
    const foreign = words.filter((word) => others.has(word) && !ownWords.has(word)).length
    const native = words.filter((word) => ownWords.has(word) && !others.has(word)).length
    return foreign >= leastForeign && foreign > 2 * native
  })
}
