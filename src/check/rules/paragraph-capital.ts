import {quote} from '../../message/index.ts'
import {toText, visit} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'

// “eBay”, “iPad”, “pH” begin small and are names.
const smallWord = /^\p{Ll}[\p{Ll}\p{M}'’-]*(?=[\s,;:.]|$)/u

/**
 * A paragraph with a number begins with a capital. One that begins small was mostly to go on with the list before it.
 * Source: house style, section 3: sentences in lists begin small, paragraphs do not (K0, K2, K26, as printed).
 */
export const paragraphCapital = defineRule('paragraph-capital', 'warning', ({compositions, plan}, report) => {
  if (plan.kind.adopted) return
  for (const {tree, language, messages} of compositions.values()) {
    // Items of a list that belongs to no paragraph are taken for paragraphs, and are said to be in the wrong place.
    if (messages.some(({ruleId}) => ruleId === 'list-lead' || ruleId === 'typed-label')) continue
    for (const part of tree.children)
      visit(part, 'numberedParagraph', ({heading, children, position}) => {
        const [lead] = children
        const first = lead.children.find((node) => node.type !== 'exampleMark' && toText(node).trim() !== '')
        const word = first?.type === 'text' ? smallWord.exec(first.value.trimStart())?.[0] : undefined
        if (word === undefined || heading !== undefined || !position) return
        report(
          `This paragraph begins with ${quote(word)} and has a number of its own. Begin it with a capital. Where it goes on with the sentence of the list before it, end that list without a full stop; a paragraph without a number stands between “:::unnumbered” and “:::”.`,
          {path: part.file, place: position, language: language.code},
        )
      })
  }
})
