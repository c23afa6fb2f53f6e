import {quote} from '../../message/index.ts'
import type {Clause} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'
import {acceptedText, plainLetters} from './accepted-text.ts'

/** What a resolution repeals stands in its last paragraph. Source: house style, R13 and 1e (the wording is not confirmed). */
export const repealLast = defineRule('repeal-last', 'warning', ({compositions, templates}, report) => {
  for (const {tree, language} of compositions.values()) {
    const verbs = templates.usage.get(language.code)?.value.verbs.repealing ?? []
    for (const part of tree.children) {
      const clauses = part.children.filter(
        (node): node is Clause => node.type === 'clause' && node.style === 'operative',
      )
      for (const clause of clauses.slice(0, -1)) {
        const [lead] = clause.children
        const words = plainLetters(lead ? acceptedText(lead) : '')
        const verb = verbs.find((candidate) => words.startsWith(plainLetters(candidate)))
        if (!verb || clauses.slice(clauses.indexOf(clause)).every((later) => repeals(later, verbs))) continue
        report(
          `The paragraph that begins with ${quote(verb)} is not the last of the resolution. Move it to the end.`,
          {path: part.file, place: clause.position, language: language.code},
        )
      }
    }
  }
})

function repeals({children: [lead]}: Clause, verbs: readonly string[]): boolean {
  const words = plainLetters(lead ? acceptedText(lead) : '')
  return verbs.some((verb) => words.startsWith(plainLetters(verb)))
}
