import type {Located} from './located.ts'
import type {Subject} from './types.ts'

/** The facts of a subject by the name of their sort, whatever they hold; undefined where it has no such file. */
export function factsOf({facts}: Subject, sort: string): Located<unknown> | undefined {
  return Object.hasOwn(facts, sort) ? (facts as Record<string, Located<unknown>>)[sort] : undefined
}

/** The words of a sort of facts by language; none where it has none. */
export function wordsOf({words}: Subject, sort: string): ReadonlyMap<string, Located<unknown>> {
  const found = Object.hasOwn(words, sort)
    ? (words as Record<string, ReadonlyMap<string, Located<unknown>>>)[sort]
    : undefined
  return found ?? new Map()
}
