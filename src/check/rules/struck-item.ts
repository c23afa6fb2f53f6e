import {quote} from '../../message/index.ts'
import {type LeadParagraph, toText, visit} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'
import {acceptedText} from './accepted-text.ts'

/**
 * A numbered paragraph or a lettered item is not struck as a whole: it would keep a number that is neither the old
 * text's nor the new one's, and so would all that stand after it. Source: cases of amended resolutions, where a struck
 * item shows its old letter.
 */
export const struckItem = defineRule('struck-item', 'error', ({compositions, templates}, report) => {
  for (const {tree, language} of compositions.values()) {
    const forms = templates.usage.get(language.code)?.value.conjunctions ?? []
    const conjunctions = forms.flatMap(({word, 'before-vowel': other}) => [word, other ?? word])
    for (const part of tree.children)
      visit(part, ['numberedParagraph', 'provision'], (node) => {
        const [lead] = node.children
        if (!node.position || !isStruck(lead, conjunctions)) return
        const what = node.type === 'provision' ? 'item' : 'numbered paragraph'
        report(
          `All words of this ${what} are struck (${quote(toText(lead))}), and it would still count among the others. Delete it from the text and say so in a paragraph of its own, or keep some of its words.`,
          {path: part.file, place: node.position, language: language.code},
        )
      })
  }
})

/** Whether no word but a conjunction is read once the amendments are accepted, and something stood there. */
function isStruck(lead: LeadParagraph, conjunctions: readonly string[]): boolean {
  const wordsIn = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  const [rest, all] = [wordsIn(acceptedText(lead)), wordsIn(toText(lead))]
  return (rest === '' || conjunctions.includes(rest)) && all !== rest
}
