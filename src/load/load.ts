import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {addAll, compare, error} from '../message/index.ts'
import {conflictFindings} from './conflict-marks.ts'
import {decode} from './decode.ts'
import {frontMatterBytes} from './front-matter.ts'
import {knownSource} from './known.ts'
import {markdownLimits} from './markdown-limits.ts'
import {parseLines} from './parse-lines.ts'
import {parseYaml} from './parse-yaml.ts'
import {isPictureName, pictureNameFault} from './picture-files.ts'
import {mapWithin} from './time-limit.ts'
import type {Asked, Content, Known, Left, Loaded, Source} from './types.ts'
import {treeOfFile, unaskedSource} from './unasked.ts'

/**
 * Bytes to sources: decoded, parsed, every node with its position. Bad input gives findings, never an exception.
 *
 * @param content  bytes by path from the content root
 * @param isAsked  whether the words of a Markdown file are asked for; of others only the front matter is parsed until
 *   somebody reads the tree
 * @param known  texts that need not be parsed
 * @param left  files that nobody asks for and of which the content has the beginning
 * @returns sources by path, in the order of their paths
 */
export function load(
  content: Content,
  isAsked: Asked = () => true,
  known: Known = new Map(),
  left: Left = new Map(),
): Loaded {
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
    (path) => read(path, content.get(path) ?? new Uint8Array(), {isAsked, known, left}),
    (path) => path,
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

/** What is known before a file is read. */
interface Before {
  isAsked: Asked
  known: Known
  left: Left
}

function read(path: string, bytes: Uint8Array, {isAsked, known, left}: Before): Read {
  if (isPictureName(path)) return {messages: [pictureNameFault(path) ?? []].flat()}
  if (!/\.(?:yaml|md|jsonl)$/.test(path)) {
    const reason = 'Only files that end in .yaml or .md belong here. Move this one elsewhere.'
    return {messages: [error(reason, {path, ruleId: 'file-kind'})]}
  }
  const unasked = path.endsWith('.yaml') || isAsked(path) ? undefined : readUnasked(path, bytes, left)
  if (unasked) return unasked
  const {text, messages} = decode(bytes, path)
  if (messages.length > 0) return {text, messages}
  const same = known.get(path)
  if (same?.text === text) return {text, source: knownSource(path, same), messages: []}
  const conflicts = conflictFindings(text, path)
  if (conflicts.length > 0) return {text, messages: conflicts}
  return {text, ...parse(path, text)}
}

function parse(path: string, text: string): Parsed {
  if (path.endsWith('.yaml')) return parseYamlFile(path, text)
  return path.endsWith('.md') ? parseMarkdownFile(path, text) : parseLines(text, path)
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

/** Undefined where its front matter has no end, or is not at its beginning: then the whole of it is looked at. */
function readUnasked(path: string, bytes: Uint8Array, left: Left): Read | undefined {
  if (!path.endsWith('.md')) return {messages: []}
  const beginning = frontMatterBytes(bytes)
  if (!beginning) return undefined
  const {text, messages} = decode(beginning, path)
  const [, fence, written] = /^(---\n)([\s\S]*?)\n---\n$/.exec(text) ?? []
  if (fence === undefined || written === undefined || messages.length > 0) return undefined
  if (conflictFindings(text, path).length > 0) return undefined
  const parse = (): ReturnType<typeof parseYaml> => parseYaml(written, path, fence)
  const {data, messages: found} = parse()
  if (!data) return undefined
  const whole = (): Uint8Array => left.get(path)?.read() ?? bytes
  return {source: unaskedSource(path, whole, data, () => parse().data), messages: found}
}
