import type {Tongue} from './types.ts'

/** The words by which a sentence is known as one of a language; none where its usage has no list of them. */
export function frequent({usage}: Tongue): ReadonlySet<string> {
  const list = usage['frequent-words'] ?? []
  const known = sets.get(list) ?? new Set(list)
  sets.set(list, known)
  return known
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()
