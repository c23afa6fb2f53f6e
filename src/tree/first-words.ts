import type {Node} from 'unist'
import {toText} from './to-text.ts'

const mostCharacters = 48

/** The beginning of a node's words, by which somebody finds the place; nothing where it has none. */
export function firstWords(node: Node): string {
  const text = toText(node).replace(/\s+/g, ' ').trim()
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters).replace(/\s\S*$/, '')}…`
}
