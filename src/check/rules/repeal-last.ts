import {quote} from '../../message/index.ts'
import type {Clause, NumberedParagraph} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'
import {acceptedText, beginsWithChange, plainLetters} from './accepted-text.ts'

/** What a resolution repeals stands in its last paragraphs; where an amended one had it, it stays. Source: house style, R13 and 1e (the wording is not confirmed). */
export const repealLast = defineRule('repeal-last', 'warning', ({plan, compositions, templates}, report) => {
  if (plan.kind.adopted) return
  for (const {tree, language} of compositions.values()) {
    const verbs = templates.usage.get(language.code)?.value.verbs.repealing ?? []
    for (const part of tree.children) {
      const clauses = part.children
        .filter(
          (node): node is Clause | NumberedParagraph =>
            (node.type === 'clause' && node.style === 'operative') ||
            (node.type === 'numberedParagraph' && node.isOperative === true),
        )
        .map((clause) => ({clause, verb: repealingVerb(clause, verbs)}))
      const last = clauses.findLastIndex(({verb}) => verb === undefined)
      for (const {clause, verb} of clauses.slice(0, Math.max(0, last)))
        if (verb && !(plan.yaml.value.amends && !beginsWithChange(clause)))
          report(
            `The paragraph that begins with ${quote(verb)} is not the last of the resolution. Move it to the end.`,
            {path: part.file, place: clause.position, language: language.code},
          )
    }
  }
})

function repealingVerb(
  {children: [lead]}: Clause | NumberedParagraph,
  verbs: readonly string[],
): string | undefined {
  const words = plainLetters(lead ? acceptedText(lead) : '').trim()
  return verbs.find((verb) => words.startsWith(plainLetters(verb)))
}
