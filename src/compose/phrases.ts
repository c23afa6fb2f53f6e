import type {Paragraph, PhrasingContent} from 'mdast'
import type {Parent} from 'unist'
import {type Pointer, placesOfWords, treeOfWords, type YamlData} from '../load/index.ts'
import type {Place} from '../message/index.ts'
import {addAll} from '../message/index.ts'
import {namesIn, phraseTokens, placeOfPhrase} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import {choose, type PhraseValue} from './choose.ts'
import {type Context, type InlineSource, reportError} from './context.ts'
import {groupDigits} from './group-digits.ts'
import {inlines} from './inlines/index.ts'
import {reportLackingPhrase} from './lacking-words.ts'
import {countAgain} from './made.ts'

/**
 * Words of a YAML file as inline nodes.
 *
 * @param words  one paragraph of inline Markdown
 * @param inFile  from places in the words to places in the file, where it is known in which they stand
 * @returns fresh mdast nodes, directives still in their source form
 */
export function parseWords(words: string, inFile?: (place: Place) => Place): PhrasingContent[] {
  const [paragraph] = treeOfWords(words).children
  const nodes = structuredClone((paragraph as Paragraph | undefined)?.children ?? [])
  setPlaces(nodes, inFile)
  return nodes
}

/** A place in the words would be taken for one in the file. Only directives are ever found to be wrong later on. */
function setPlaces(nodes: PhrasingContent[], inFile: ((place: Place) => Place) | undefined): void {
  for (const node of nodes) {
    if (inFile && node.type === 'textDirective' && node.position) node.position = inFile(node.position)
    else delete node.position
    if ('children' in node) setPlaces(node.children as PhrasingContent[], inFile)
  }
}

/**
 * Words that stand in a YAML file or a front matter as inline nodes of the finished tree.
 *
 * @param source  the file
 * @param pointer  keys that lead to the words
 * @param words  the words there
 */
export function wordsAt(
  context: Context,
  {path, data}: {path: string; data: YamlData},
  pointer: Pointer,
  words: string,
): InlineNode[] {
  const nodes = parseWords(words, placesOfWords(data, pointer, words))
  return inlines(nodes, context, {path, place: data.locate(pointer)})
}

/**
 * A phrase of templates/phrases.<lang>.yaml with its names filled in.
 *
 * @param context  of the document
 * @param key  key of the phrase
 * @param values  by name; a name the phrase does not use is ignored
 */
export function phrase(
  context: Context,
  key: string,
  values: Record<string, PhraseValue> = {},
): InlineNode[] {
  const words = context.phrases.get(key)
  if (words === undefined) return lackingPhrase(context, key)
  reportUnknownNames(context, key, words, Object.keys(values))
  return fill(parseWords(choose(words, values, context)), new Map(Object.entries(values)), context, {
    path: `templates/phrases.${context.language.code}.yaml`,
  })
}

/** What stands for a phrase of a root's own that only other languages have. */
function lackingPhrase(context: Context, key: string): InlineNode[] {
  if (!reportLackingPhrase(context, key))
    throw new Error(`The phrase ${key} is not in templates/phrases.${context.language.code}.yaml.`)
  const unit = plainPhrase(context, 'missing', {unit: key})
  return [{type: 'missingMark', children: [{type: 'text', value: unit}]}]
}

/** Names in braces that the build does not fill would be printed as they stand. */
function reportUnknownNames(context: Context, key: string, words: string, known: readonly string[]): void {
  const tokens = phraseTokens(words)
  const name = 'reason' in tokens ? undefined : namesIn(tokens).find((other) => !known.includes(other))
  if (name === undefined) return
  const yaml = context.dossier.templates.phrases.get(context.language.code)
  const reason = `The build has nothing to put in place of {${name}} here. ${known.length > 0 ? `The names are: ${known.map((other) => `{${other}}`).join(', ')}.` : 'Write the words themselves.'}`
  reportError(context, yaml?.path ?? '', yaml && placeOfPhrase(yaml, key), 'phrase-name', reason)
}

/** A phrase that is plain text, such as a separator: never parsed, its names filled by text. */
export function plainPhrase(context: Context, key: string, values: Record<string, string> = {}): string {
  const words = context.phrases.get(key)
  if (words === undefined) {
    reportLackingPhrase(context, key)
    return ''
  }
  reportUnknownNames(context, key, words, Object.keys(values))
  const byName = new Map(Object.entries(values))
  return words.replace(nameInBraces, (whole, name: string) => byName.get(name) ?? whole)
}

const nameInBraces = /\{([a-z_]+)\}/g

/** A label whose words may hold inline directives. */
export function labelNodes(context: Context, words: string): InlineNode[] {
  return inlines(parseWords(words), context, {path: `templates/labels.${context.language.code}.yaml`})
}

function fill(
  nodes: PhrasingContent[],
  values: Map<string, PhraseValue>,
  context: Context,
  source: InlineSource,
): InlineNode[] {
  const filled: PhrasingContent[] = []
  for (const node of nodes) {
    if (node.type !== 'text') {
      if ('children' in node)
        (node as Parent).children = fill(node.children as PhrasingContent[], values, context, source)
      addAll(filled, inlines([node], context, source))
      continue
    }
    for (const piece of node.value.split(/(\{[a-z_]+\})/)) {
      if (context.made.isTooMuch) return []
      if (piece === '') continue
      const value = piece.startsWith('{') ? values.get(piece.slice(1, -1)) : undefined
      const nodes = nodesOf(value ?? piece, context)
      countAgain(context, nodes, source)
      addAll(filled, nodes)
    }
  }
  return filled
}

function nodesOf(value: PhraseValue, context: Context): PhrasingContent[] {
  if (typeof value === 'object') return value as PhrasingContent[]
  const text = typeof value === 'number' ? groupDigits(context, value) : value
  return [{type: 'text', value: text}]
}
