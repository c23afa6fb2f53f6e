import {quote} from '../../message/index.ts'
import {visit} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'
import {acceptedText, plainLetters} from './accepted-text.ts'
import {decisionsOf} from './decisions-of.ts'

/** Words that share at least so much with a decision are taken for a quotation of it. */
const alike = 0.8
/** Shorter texts share their words by chance. */
const fewestWords = 6

/**
 * A decision that is quoted has the words of the register: “::decision” prints them.
 * Source: house style, R16 (K5, K6, K45 for the habit of quoting).
 */
export const quotationVerbatim = defineRule('quotation-verbatim', 'error', (checked, report) => {
  const decisions = decisionsOf(checked).flatMap(({decision, words, language}) =>
    [words.value.text, ...Object.values(words.value.provisions ?? {})].map((text) => ({
      id: decision.id,
      language,
      words: wordsIn(text.replace(/\[\^[^\]]*\]/g, '').replace(/:\w+\[(.*?)\](?:\{.*?\})?/g, '$1')),
    })),
  )
  for (const {tree, language} of checked.compositions.values()) {
    const ofLanguage = decisions.filter((text) => text.language === language.code)
    for (const part of tree.children)
      visit(part, 'quotation', ({children, position}) => {
        for (const clause of children) {
          // What the build quotes is verbatim; what an author typed has a place.
          if (!position && !clause.position) continue
          const quoted = wordsIn(acceptedText(clause))
          const near = ofLanguage.find(({words}) => isNear(quoted, words))
          if (!near) continue
          report(
            `These words are almost those of the decision ${quote(near.id)}, and not quite. Write ${quote(`::decision{of=${near.id}}`)} instead, which prints the words of the register.`,
            {path: part.file, place: clause.position ?? position, language: language.code},
          )
        }
      })
  }
})

function wordsIn(text: string): string[] {
  return (
    plainLetters(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function isNear(quoted: readonly string[], register: readonly string[]): boolean {
  if (quoted.length < fewestWords || register.length < fewestWords) return false
  if (quoted.join(' ') === register.join(' ')) return false
  const left = [...register]
  const common = quoted.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return common / Math.max(quoted.length, register.length) >= alike
}
