import type {Pointer} from '../load/index.ts'
import type {Place} from '../message/index.ts'
import type {Located} from './located.ts'

/** Maps of a file of phrases to which a root adds its own: what kinds name, and what its own facts print. */
export const openPhrases = ['of-kinds', 'of-facts'] as const

/** What says which phrases of the open maps are in no document that was found. */
export const unconfirmedPhrases = 'unconfirmed'

/** The phrases of a file; those of the open maps stand under their keys. */
export type WrittenPhrases = Record<string, string> & {
  [map in (typeof openPhrases)[number]]?: Record<string, string>
} & {[unconfirmedPhrases]?: Record<string, boolean>}

/** The keys that lead to a phrase in its file. */
export function pointerOfPhrase({data}: Located<Record<string, string>>, key: string): Pointer {
  const written = data.value as WrittenPhrases
  const map = openPhrases.find((name) => Object.hasOwn(written[name] ?? {}, key))
  return Object.hasOwn(written, key) || !map ? [key] : [map, key]
}

/** Where a phrase stands in its file: among the build's own, or among those of the open maps. */
export function placeOfPhrase(yaml: Located<Record<string, string>>, key: string): Place {
  return yaml.data.locate(pointerOfPhrase(yaml, key))
}

/**
 * Where a file says that a phrase is in no document that was found; undefined where it does not say so.
 *
 * @param yaml  the phrases of a language
 */
export function unconfirmedAt({data}: Located<Record<string, string>>, key: string): Pointer | undefined {
  const written = data.value as WrittenPhrases
  return written[unconfirmedPhrases]?.[key] === true ? [unconfirmedPhrases, key] : undefined
}
