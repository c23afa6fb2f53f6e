import {quote} from '../../message/index.ts'
import {visit} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'
import {acceptedText, plainLetters} from './accepted-text.ts'

/**
 * A resolution gives guidance that lasts; a task with an end belongs in a decision.
 * Source: house style, R9 (K29, K33; the prohibition itself is not confirmed).
 */
export const resolutionTask = defineRule(
  'resolution-task',
  'warning',
  ({compositions, templates}, report) => {
    for (const {tree, language} of compositions.values()) {
      const limits = templates.usage.get(language.code)?.value['time-limits'] ?? []
      for (const part of tree.children) {
        const pivot = part.children.findIndex(({type}) => type === 'pivot')
        if (pivot < 0) continue
        for (const node of part.children.slice(pivot + 1)) {
          visit(node, ['clause', 'provision'], (inner) => {
            const words = plainLetters(acceptedText(inner.children[0])).toLowerCase()
            const limit = limits.find((phrase) => words.includes(plainLetters(phrase).toLowerCase()))
            if (!limit) return
            report(
              `The words ${quote(limit)} give this paragraph of the resolution an end. Put the task into a draft decision, which is deleted once it is carried out.`,
              {path: part.file, place: inner.position, language: language.code},
            )
          })
        }
      }
    }
  },
)
