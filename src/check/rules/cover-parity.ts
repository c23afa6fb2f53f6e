import type {MarkdownSource} from '../../load/index.ts'
import {type Place, quote} from '../../message/index.ts'
import type {Checked} from '../types.ts'

/** A difference between the cover of a language and that of the original, and where both are written. */
export interface CoverDifference {
  reason: string
  path: string
  place: Place
  other: {path: string; place: Place}
}

type Plan = Checked['plan']
type Named = {code: string; name: string}

/**
 * Words typed for the cover that a language has and the original has not, and lists of another length, such as those of
 * rapporteurs. What only the original has is missed when the cover is put together.
 */
export function coverDifferences(plan: Plan, language: Named, original: Named): CoverDifference[] {
  const [own, first] = [bodyOf(plan, language), bodyOf(plan, original)]
  if (!own || !first) return []
  const keys = plan.kind.cover.flatMap(({words, note}) => [words ?? [], note ?? []].flat())
  return keys.flatMap((key): CoverDifference[] => {
    const [count, expected] = [linesAt(own, key), linesAt(first, key)]
    if (count === 0 || count === expected) return []
    const reason =
      expected === 0
        ? `${language.name} has ${quote(key)}, which ${original.name} does not have. Delete it, or add it in ${original.name}.`
        : `${language.name} has ${lines(count)} under ${quote(key)} where ${original.name} has ${lines(expected)}. Give both the same, in the same order.`
    const place = own.data.locate([key], 'key')
    const other = {path: first.path, place: first.data.locate(expected === 0 ? [] : [key], 'key')}
    return [{reason, path: own.path, place, other}]
  })
}

function bodyOf(plan: Plan, {code}: Named): MarkdownSource | undefined {
  return plan.parts.get(code)?.find(({name}) => name === 'body')?.source
}

/** How many lines the front matter of a body has for a key: those of a list, or one. */
function linesAt({data}: MarkdownSource, key: string): number {
  const front = Object(data.value)
  if (!Object.hasOwn(front, key)) return 0
  return Array.isArray(front[key]) ? front[key].length : 1
}

function lines(count: number): string {
  return count === 1 ? 'one line' : `${count} lines`
}
