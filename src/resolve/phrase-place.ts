import type {Pointer} from '../load/index.ts'
import type {Place} from '../message/index.ts'
import type {Located} from './located.ts'

/** Maps of a file of phrases to which a root adds its own: what kinds name, and what its own facts print. */
export const openPhrases = ['of-kinds', 'of-facts'] as const

/** The phrases of a file; those of the open maps stand under their keys. */
export type WrittenPhrases = Record<string, string> & {
  [map in (typeof openPhrases)[number]]?: Record<string, string>
}

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
