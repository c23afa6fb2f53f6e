import {error} from '../../message/index.ts'
import {ruleFamily} from '../define-rule.ts'

/** What may stand more than once: quotations, tables of the author's, examples, room for answers; the pivot once in each part. */
const repeatable = new Set(['answer', 'decision', 'table', 'example'])

/** A table or list that is made from facts stands once: each provision appears once in a report. */
export const blockTwice = ruleFamily('block-twice', ['block-twice'], ({compositions}) =>
  [...compositions.values()].flatMap(({directives, language}) => {
    const first = new Map<string, (typeof directives)[number]>()
    return directives.flatMap((used) => {
      if (repeatable.has(used.name)) return []
      const key = used.name === 'pivot' ? `${used.name} ${used.part}` : used.name
      const other = first.get(key)
      if (!other) {
        first.set(key, used)
        return []
      }
      return [
        error(`“::${used.name}” stands twice. Delete one of the two.`, {
          path: used.path,
          ruleId: 'block-twice',
          place: used.place,
          language: language.code,
          other: other.place && {path: other.path, place: other.place},
        }),
      ]
    })
  }),
)
