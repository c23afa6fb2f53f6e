import {quote} from '../../message/index.ts'
import {visitParents} from '../../tree/index.ts'
import {defineRule} from '../define-rule.ts'
import {acceptedText, insertedText, plainLetters} from './accepted-text.ts'

/**
 * A resolution gives guidance that lasts; a task with an end belongs in a decision.
 * Source: house style, R9 (K29, K33; the prohibition itself is not confirmed).
 */
export const resolutionTask = defineRule(
  'resolution-task',
  'warning',
  ({plan, compositions, templates}, report) => {
    if (plan.kind.adopted) return
    // What an amended resolution had before is not changed for it.
    const textOf = plan.yaml.value.amends ? insertedText : acceptedText
    for (const {tree, language} of compositions.values()) {
      const limits = templates.usage.get(language.code)?.value['time-limits'] ?? []
      for (const part of tree.children) {
        const pivot = part.children.findIndex(({type}) => type === 'pivot')
        if (pivot < 0) continue
        for (const node of part.children.slice(pivot + 1)) {
          visitParents(node, ['clause', 'numberedParagraph', 'provision'], (inner, ancestors) => {
            if ([...ancestors, node].some(({type}) => type === 'quotation' || type === 'decision')) return
            const words = plainLetters(textOf(inner.children[0])).toLowerCase()
            const limit = limits.find((phrase) => holds(words, plainLetters(phrase).toLowerCase()))
            if (!limit) return
            report(
              `The words ${quote(limit.replace(year, '').trim())} give this paragraph of the resolution an end. Put the task into a draft decision, which is deleted once it is carried out.`,
              {path: part.file, place: inner.position, language: language.code},
            )
          })
        }
      }
    }
  },
)

/** At the end of a limit that is one only where a year follows: “no later than 2011”, not “no later than a month after”. */
const year = '{year}'

function holds(words: string, limit: string): boolean {
  if (!limit.endsWith(year)) return words.includes(limit)
  const phrase = limit.slice(0, -year.length).trim()
  return words
    .split(phrase)
    .slice(1)
    .some((behind) => /^[^.;]{0,40}\b(?:19|20)\d{2}\b/.test(behind))
}
