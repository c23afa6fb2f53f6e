import type {Root} from 'mdast'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {addAll, compare, error} from '../message/index.ts'
import {conflictFindings} from './conflict-marks.ts'
import {decode, textOf} from './decode.ts'
import {knownSource} from './known.ts'
import {markdown} from './markdown.ts'
import {markdownLimits} from './markdown-limits.ts'
import {parseLines} from './parse-lines.ts'
import {parseYaml} from './parse-yaml.ts'
import {isPictureName, pictureNameFault} from './picture-files.ts'
import {mapWithin} from './time-limit.ts'
import {tooSlow} from './too-slow.ts'
import type {Asked, Content, Known, Loaded, MarkdownSource, Source, YamlData} from './types.ts'

/**
 * Bytes to sources: decoded, parsed, every node with its position. Bad input gives findings, never an exception.
 *
 * @param content  bytes by path from the content root
 * @param isAsked  whether the words of a Markdown file are asked for; of others only the front matter is parsed until
 *   somebody reads the tree
 * @param known  texts that need not be parsed
 * @returns sources by path, in the order of their paths
 */
export function load(content: Content, isAsked: Asked = () => true, known: Known = new Map()): Loaded {
  const loaded: Loaded = {
    sources: new Map(),
    paths: new Set(),
    texts: new Map(),
    pictures: new Map(),
    messages: [],
  }
  const paths = [...content.keys()].sort(compare)
  const all = mapWithin(
    paths,
    (path) => read(path, content.get(path) ?? new Uint8Array(), isAsked, known),
    (path): Read => ({messages: [tooSlow(path)]}),
  )
  for (const [index, {text, source, messages}] of all.entries()) {
    const path = paths[index] ?? ''
    loaded.paths.add(path)
    const bytes = content.get(path)
    if (bytes && isPictureName(path) && messages.length === 0) loaded.pictures.set(path, bytes)
    addAll(loaded.messages, messages)
    if (text !== undefined) loaded.texts.set(path, text)
    if (source) loaded.sources.set(path, source)
  }
  return loaded
}

interface Parsed {
  source?: Source
  messages: VFileMessage[]
}

interface Read extends Parsed {
  /** For code frames; undefined where it is no text, or nobody asked for it. */
  text?: string | undefined
}

function read(path: string, bytes: Uint8Array, isAsked: Asked, known: Known): Read {
  if (isPictureName(path)) return {messages: [pictureNameFault(path) ?? []].flat()}
  if (!/\.(?:yaml|md|jsonl)$/.test(path)) {
    const reason = 'Only files that end in .yaml or .md belong here. Move this one elsewhere.'
    return {messages: [error(reason, {path, ruleId: 'file-kind'})]}
  }
  const {text, messages} = decode(bytes, path)
  if (messages.length > 0) return {text, messages}
  const same = known.get(path)
  if (same?.text === text) return {text, source: knownSource(path, same), messages: []}
  const conflicts = conflictFindings(text, path)
  if (conflicts.length > 0) return {text, messages: conflicts}
  if (path.endsWith('.yaml')) return {text, ...parseYamlFile(path, text)}
  if (!isAsked(path)) return path.endsWith('.md') ? parseUnasked(path, text, bytes) : {messages: []}
  return {text, ...(path.endsWith('.md') ? parseMarkdownFile(path, text) : parseLines(text, path))}
}

function parseYamlFile(path: string, text: string): Parsed {
  const {data, messages} = parseYaml(text, path)
  if (!data) return {messages}
  return {source: {kind: 'yaml', path, file: new VFile({path, value: text}), data}, messages}
}

function parseMarkdownFile(path: string, text: string): Parsed {
  if (text.trim() === '') {
    const reason = 'This file is empty. Write its front matter and its paragraphs, or delete it.'
    return {messages: [error(reason, {path, ruleId: 'file-empty'})]}
  }
  const limits = markdownLimits(text, path)
  if (limits.length > 0) return {messages: limits}
  const file = new VFile({path, value: text})
  const tree = treeOfFile(file)
  const first = tree.children[0]
  if (first?.type !== 'yaml') {
    const reason = text.startsWith('---\n')
      ? 'The front matter that opens here is never closed. Write a line of three hyphens after its last key.'
      : 'The file does not begin with its front matter. Begin it with a line of three hyphens, a line “title: …” and another line of three hyphens.'
    return {messages: [error(reason, {path, ruleId: 'front-matter'})]}
  }
  const {data, messages} = parseYaml(first.value, path, text.slice(0, text.indexOf('\n') + 1))
  if (!data) return {messages}
  tree.children.shift()
  return {source: {kind: 'markdown', path, file, data, tree}, messages}
}

function treeOfFile(file: VFile): Root {
  return markdown.runSync(markdown.parse(file), file) as Root
}

/** A file that nobody asks for: only its front matter is printed, as a title for example. */
function parseUnasked(path: string, text: string, bytes: Uint8Array): Read {
  const [, fence = '', written] = /^(---\n)([\s\S]*?)\n---\n/.exec(text) ?? []
  if (written === undefined || markdownLimits(text, path).length > 0)
    return {text, ...parseMarkdownFile(path, text)}
  // A piece of a text would keep the whole of it in memory.
  const {data, messages} = parseYaml(Buffer.from(written).toString(), path, fence)
  return data ? {source: unaskedSource(path, bytes, data), messages} : {text, messages}
}

/**
 * A file as its bytes, which somebody has anyway: thousands of them are read only for their titles. Its text and its tree
 * are there for whoever looks at them, and kept by nobody else.
 */
function unaskedSource(path: string, bytes: Uint8Array, data: YamlData): MarkdownSource {
  const fileOf = (): VFile => new VFile({path, value: textOf(bytes)})
  let tree: WeakRef<Root> | undefined
  return {
    kind: 'markdown',
    path,
    data,
    isUnasked: true,
    get file() {
      return fileOf()
    },
    get tree() {
      const known = tree?.deref()
      if (known) return known
      // Nobody asked about this file, so that no finding says when it takes too long: it counts as one without words.
      const read = mapWithin([fileOf()], treeOfFile, (): Root => ({type: 'root', children: []}))[0] as Root
      read.children.shift()
      tree = new WeakRef(read)
      return read
    },
  }
}
