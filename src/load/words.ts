import type {Root} from 'mdast'
import {markdown} from './markdown.ts'
import type {Pointer} from './types.ts'

// Pure: the same words always give the same tree. The templates' are read at every build, and the parser is slow.
const trees = new Map<string, Root>()

/**
 * The tree of words that stand in YAML; its positions count in the words, not in the file.
 *
 * @param text  one text, inline Markdown where it is right
 * @returns a tree that all who ask for these words share: read it, never change it
 */
export function treeOfWords(text: string): Root {
  const known = trees.get(text)
  if (known) return known
  const tree = markdown.runSync(markdown.parse(text), text) as Root
  trees.set(text, tree)
  return tree
}

/**
 * Every text of a YAML value, with the keys that lead to it, in the order of the file.
 *
 * @param value  plain JSON-like value
 */
export function textsIn(value: unknown, pointer: Pointer = []): {text: string; pointer: Pointer}[] {
  if (typeof value === 'string') return [{text: value, pointer}]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, [...pointer, key]))
}
