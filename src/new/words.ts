import type {Starters} from '../resolve/index.ts'

/** Finds the words of a starter in one language; `fallback` names those that any kind may use. */
export type Words = (id: string, fallback: string) => string

/** What is left of words about a decision in a document that is about none. */
const unfilled = /\{decision\}/

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
    const texts = [ofKinds[kind]?.[id], shared[id], shared[fallback]].flatMap((text) =>
      text === undefined ? [] : fill(text, values),
    )
    return texts.find((text) => !unfilled.test(text)) ?? ''
  }
}

/** A text with the names in braces filled in; other braces stay. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{${name}}`, value), text)
}
