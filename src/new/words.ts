import type {Starters} from '../resolve/index.ts'

/** Finds the words of a starter in one language; `fallback` names those that any kind may use. */
export type Words = (id: string, fallback: string) => string

/**
 * Words of a kind's starter: its own, those that all kinds share, or a hint of the general sort.
 *
 * @param starters  of the language
 * @param kind  id of the kind
 * @param values  what is filled in for the names in braces
 */
export function wordsOf(starters: Starters, kind: string, values: Readonly<Record<string, string>>): Words {
  const {'of-all': shared, 'of-kinds': ofKinds} = starters
  return (id, fallback) => {
    const text = ofKinds[kind]?.[id] ?? shared[id]
    return withoutDecision(fill(text ?? '', values)) || fill(shared[fallback] ?? '', values)
  }
}

/** A text with the names in braces filled in; other braces stay. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text)
}

/** In a document that is about no decision, what the words say beside it: the hints behind it, or nothing. */
function withoutDecision(text: string): string {
  const [before, ...behind] = text.split('{decision}')
  if (behind.length === 0) return before ?? ''
  return /:hint\[.*/.exec(behind.at(-1) ?? '')?.[0] ?? ''
}
