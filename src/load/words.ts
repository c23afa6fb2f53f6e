import type {Root} from 'mdast'
import {location} from 'vfile-location'
import type {Place} from '../message/index.ts'
import {markdown} from './markdown.ts'
import {remembering} from './remember.ts'
import type {Pointer, YamlData} from './types.ts'

// Three times what a build of this project asks for. The templates' words are read for every document, and the parser is slow.
const mostTrees = 4_000

/**
 * The tree of words that stand in YAML; its positions count in the words, not in the file.
 *
 * @param text  one text, inline Markdown where it is right
 * @returns a tree that all who ask for these words share: read it, never change it
 */
export const treeOfWords: (text: string) => Root = remembering(
  (text) => (isPlain(text) ? plainTree(text) : parsed(text)),
  mostTrees,
)

/**
 * A reference to a note is one only where the note is defined in the same text. The notes of words stand elsewhere, at the
 * end of the Markdown file or under a key of their own, so that definitions are put behind them and taken away again.
 */
function parsed(text: string): Root {
  const names = new Set([...text.matchAll(/\[\^([a-z0-9-]{1,64})\]/g)].map(([, name]) => name))
  const defined = [text, ...[...names].map((name) => `[^${name}]: ${name}`)].join('\n\n')
  const tree = markdown.runSync(markdown.parse(defined), defined) as Root
  const own = tree.children.length - names.size
  return names.size === 0
    ? tree
    : {...tree, children: tree.children.filter(({type}, at) => at < own || type !== 'footnoteDefinition')}
}

// Text that Markdown reads as it stands: no mark, no line end, no directive, no list or heading at its head.
const plain = /^[\p{L}{«“(][^\\`*_[\]<>&~^|\p{Cc}\u2028\u2029]*$/u

/** Whether a text is one paragraph of one text node, so that the parser, which is slow, is not needed. */
function isPlain(text: string): boolean {
  return plain.test(text) && !/:(?![ \u00a0]|$)|[ \t]$/.test(text)
}

function plainTree(text: string): Root {
  const position = {
    start: {line: 1, column: 1, offset: 0},
    end: {line: 1, column: text.length + 1, offset: text.length},
  }
  return {
    type: 'root',
    children: [{type: 'paragraph', children: [{type: 'text', value: text, position}], position}],
    data: {disables: []},
    position,
  }
}

/**
 * From places in the words of a YAML text, as `treeOfWords` gives them, to places in its file.
 *
 * @param data  in which the text stands
 * @param pointer  keys that lead to it
 * @param words  the text
 */
export function placesOfWords(data: YamlData, pointer: Pointer, words: string): (place: Place) => Place {
  const {toOffset} = location(words)
  return ({start, end}) => data.locate(pointer, {start: toOffset(start) ?? 0, end: toOffset(end) ?? 0})
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
