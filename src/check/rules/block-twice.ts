import {defineRule} from '../define-rule.ts'

/** What may stand more than once: quotations, tables of the author's, examples, room for answers; the pivot once in each part. */
const repeatable = new Set(['answer', 'decision', 'picture', 'table', 'text', 'example', 'unnumbered'])

/** A table or list that is made from facts stands once: each provision appears once in a report. */
export const blockTwice = defineRule('block-twice', 'error', ({compositions}, report) => {
  for (const {directives, language} of compositions.values()) {
    const first = new Map<string, (typeof directives)[number]>()
    for (const used of directives) {
      if (repeatable.has(used.name)) continue
      const key = `${used.name} ${used.name === 'pivot' ? used.part : (used.of ?? '')}`
      const other = first.get(key)
      if (!other) {
        first.set(key, used)
        continue
      }
      report(`“::${used.name}” stands twice. Delete one of the two.`, {
        path: used.path,
        place: used.place,
        language: language.code,
        other: other.place && {path: other.path, place: other.place},
      })
    }
  }
})
