import type {Root} from 'mdast'
import {location} from 'vfile-location'
import {markdown, type Pointer, type Source} from '../../load/index.ts'
import {align} from './align.ts'
import {passageOf} from './passage.ts'
import type {Passage} from './types.ts'

/** A passage and the keys that lead to its words. */
export interface YamlPassage extends Passage {
  pointer: Pointer
}

/**
 * Passages of a YAML file of words, or of a front matter: one for each text.
 *
 * @param source  a file that has been validated
 * @returns in the order of the file
 */
export function yamlWords(source: Source): YamlPassage[] {
  const text = String(source.file)
  const {toOffset} = location(text)
  return textsIn(source.data.value).flatMap(({value, pointer}) => {
    const whole = source.data.locate(pointer)
    const from = toOffset(whole.start) ?? 0
    const to = toOffset(whole.end) ?? from
    const paragraph = treeOf(value).children[0]
    const passage = paragraph?.type === 'paragraph' ? passageOf(paragraph, value, 'words') : undefined
    if (!passage) return []
    const places = align(value, text, /["']/.test(text[from] ?? '') ? from + 1 : from, to)
    const offsets = passage.offsets.map((offset) => (offset < 0 ? -1 : (places[offset] ?? -1)))
    return [{...passage, offsets, whole, pointer}]
  })
}

// Pure: the same words always give the same tree, which nothing here changes.
const trees = new Map<string, Root>()

function treeOf(value: string): Root {
  const known = trees.get(value)
  if (known) return known
  const tree = markdown.runSync(markdown.parse(value), value) as Root
  trees.set(value, tree)
  return tree
}

function textsIn(value: unknown, pointer: Pointer = []): {value: string; pointer: Pointer}[] {
  if (typeof value === 'string') return [{value, pointer}]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => textsIn(below, [...pointer, key]))
}
