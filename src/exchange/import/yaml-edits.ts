import {isCollection, isMap, isScalar, type Pair, parseDocument, type YAMLMap, type YAMLSeq} from 'yaml'
import type {Edit} from '../../fix/index.ts'
import {type Pointer, type Source, textsIn} from '../../load/index.ts'
import {doubleQuoted, scalarText} from './yaml-scalar.ts'

/** Words that are to stand in a YAML file, or in the front matter of a Markdown file. */
export interface YamlWords {
  pointer: Pointer
  words: string
}

/**
 * Edits that put words into the YAML of a file: into texts that are there, and as new keys behind what stands before them
 * in the original.
 *
 * @param text  of the file, lines ended by `\n`
 * @param kind  in a Markdown file the YAML stands between two lines of hyphens
 * @param original  the value of the original, which gives the order of keys
 * @returns undefined where a text has several paragraphs, or has no place
 */
export function yamlEdits(
  text: string,
  kind: Source['kind'],
  words: readonly YamlWords[],
  original: unknown,
): Edit[] | undefined {
  const {yaml, offset} = yamlOf(text, kind)
  const document = parseDocument(yaml, {version: '1.2', schema: 'core', stringKeys: true})
  const edits: Edit[] = []
  const missing: YamlWords[] = []
  for (const one of words) {
    const node = document.getIn(one.pointer, true)
    if (!isScalar(node)) missing.push(one)
    else {
      const [start, end] = node.range ?? [0, 0]
      if (String(node.value).trim().includes('\n\n')) return undefined
      const parent = document.getIn(one.pointer.slice(0, -1), true)
      const isInFlow = isCollection(parent) && parent.flow === true
      edits.push({
        start: start + offset,
        end: end + offset,
        text: scalarText(one.words, yaml.slice(start, end), isInFlow),
      })
    }
  }
  const added = additions(document.contents, yaml, missing, original)
  return (
    added && [
      ...edits,
      ...added.map(({start, end, text: put}) => ({start: start + offset, end: end + offset, text: put})),
    ]
  )
}

function yamlOf(text: string, kind: Source['kind']): {yaml: string; offset: number} {
  if (kind === 'yaml') return {yaml: text, offset: 0}
  const offset = text.indexOf('\n') + 1
  const end = text.indexOf('\n---', offset - 1)
  return {yaml: text.slice(offset, end + 1), offset}
}

/** Keys that are not there, each put in with those that stand under the same one. */
function additions(
  contents: unknown,
  yaml: string,
  missing: readonly YamlWords[],
  original: unknown,
): Edit[] | undefined {
  const edits = new Map<number, string>()
  for (const group of grouped(contents, missing)) {
    const place = placeFor(group, yaml, original)
    if (!place) return undefined
    edits.set(place.at, (edits.get(place.at) ?? '') + place.text)
  }
  return [...edits].map(([at, text]) => ({start: at, end: at, text}))
}

interface Group {
  parent: YAMLMap | YAMLSeq
  /** That lead to the parent. */
  above: Pointer
  /** The first key that is not there, and all words under it. */
  key: string | number
  words: YamlWords[]
}

function grouped(contents: unknown, missing: readonly YamlWords[]): Group[] {
  const groups: Group[] = []
  for (const one of missing) {
    let [parent, depth]: [unknown, number] = [contents, 0]
    for (; depth < one.pointer.length - 1; depth++) {
      const below: unknown = isCollection(parent) ? parent.get(one.pointer[depth], true) : undefined
      if (!isCollection(below)) break
      parent = below
    }
    if (!isCollection(parent)) continue
    const key = one.pointer[depth] ?? ''
    const above = one.pointer.slice(0, depth)
    const same = groups.find((group) => group.parent === parent && group.key === key)
    if (same) same.words.push(one)
    else groups.push({parent: parent as YAMLMap, above, key, words: [one]})
  }
  return groups
}

/** Behind the nearest key before it that is there, or before the first one. */
function placeFor(
  {parent, above, key, words}: Group,
  yaml: string,
  original: unknown,
): {at: number; text: string} | undefined {
  if (!isMap(parent)) return undefined
  const order = Object.keys(Object(valueAt(original, above)))
  const before = order.slice(0, order.indexOf(String(key))).reverse()
  const items = parent.items as Pair<
    {value: string; range: [number, number, number]},
    {range?: [number, number, number]}
  >[]
  const own = before
    .map((name) => items.find((item) => item.key.value === name))
    .find((item) => item !== undefined)
  const [first] = items
  if (!first) return undefined
  const entry = [[String(key), tree(words, above.length + 1)]] as Tree
  if (parent.flow) {
    const written = flowText(entry)
    if (own) {
      const end = own.value?.range?.[1] ?? own.key.range[1]
      return {at: end, text: `, ${written}`}
    }
    return {at: first.key.range[0], text: `${written}, `}
  }
  const start = first.key.range[0]
  const indent = ' '.repeat(start - (yaml.lastIndexOf('\n', start - 1) + 1))
  const lines = blockLines(entry, indent).join('\n')
  if (!own) return {at: start - indent.length, text: `${lines}\n`}
  const end = lineEnd(yaml, own.value?.range?.[1] ?? own.key.range[1])
  return {at: end, text: yaml[end - 1] === '\n' || end === 0 ? `${lines}\n` : `\n${lines}\n`}
}

/** Offset behind the line in which a value ends: a comment behind it stays with it. */
function lineEnd(yaml: string, end: number): number {
  if (end > 0 && yaml[end - 1] === '\n') return end
  const at = yaml.indexOf('\n', end)
  return at < 0 ? yaml.length : at + 1
}

function valueAt(value: unknown, pointer: Pointer): unknown {
  return pointer.reduce<unknown>((at, key) => Object(at)[key], value)
}

/** Keys with words or more keys under them, in the order in which they are written. */
type Tree = [string, string | Tree][]

function tree(words: readonly YamlWords[], depth: number): string | Tree {
  const [first] = words
  if (first && words.length === 1 && first.pointer.length === depth) return first.words
  const keys = [...new Set(words.map(({pointer}) => String(pointer[depth])))]
  return keys.map((key) => [
    key,
    tree(
      words.filter(({pointer}) => String(pointer[depth]) === key),
      depth + 1,
    ),
  ])
}

function blockLines(entries: Tree, indent: string): string[] {
  return entries.flatMap(([key, below]) =>
    typeof below === 'string'
      ? [`${indent}${key}: ${doubleQuoted(below)}`]
      : [`${indent}${key}:`, ...blockLines(below, `${indent}  `)],
  )
}

function flowText(entries: Tree): string {
  return entries
    .map(([key, below]) =>
      typeof below === 'string' ? `${key}: ${doubleQuoted(below)}` : `${key}: {${flowText(below)}}`,
    )
    .join(', ')
}

/** A YAML text of nothing but these words, in the order of the original. */
export function yamlText(words: readonly YamlWords[]): string {
  const entries = tree(words, 0)
  return typeof entries === 'string' ? '' : `${blockLines(entries, '').join('\n')}\n`
}

/** The keys that lead to a unit of YAML, by its name in its file. */
export function pointersOf(value: unknown): ReadonlyMap<string, Pointer> {
  return new Map(textsIn(value).map(({pointer}) => [pointer.join('.'), pointer]))
}
