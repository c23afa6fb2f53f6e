import type {Root} from 'mdast'
import {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {compare, error} from '../message/index.ts'
import {decode} from './decode.ts'
import {knownSource} from './known.ts'
import {markdown} from './markdown.ts'
import {markdownLimits} from './markdown-limits.ts'
import {parseYaml} from './parse-yaml.ts'
import type {Asked, Content, Known, Loaded, MarkdownSource, Source} from './types.ts'

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
  const loaded: Loaded = {sources: new Map(), paths: new Set(), texts: new Map(), messages: []}
  for (const path of [...content.keys()].sort(compare)) {
    loaded.paths.add(path)
    if (!/\.(?:yaml|md)$/.test(path)) {
      const reason = 'Only files that end in .yaml or .md belong here. Move this one elsewhere.'
      loaded.messages.push(error(reason, {path, ruleId: 'file-kind'}))
      continue
    }
    const {text, messages} = decode(content.get(path) ?? new Uint8Array(), path)
    loaded.messages.push(...messages)
    loaded.texts.set(path, text)
    if (messages.length > 0) continue
    const same = known.get(path)
    if (same?.text === text) {
      loaded.sources.set(path, knownSource(path, same))
      continue
    }
    const parsed = parse(path, text, isAsked(path))
    loaded.messages.push(...parsed.messages)
    if (parsed.source) loaded.sources.set(path, parsed.source)
  }
  return loaded
}

interface Parsed {
  source?: Source
  messages: VFileMessage[]
}

function parse(path: string, text: string, isAsked: boolean): Parsed {
  if (!path.endsWith('.md')) return parseYamlFile(path, text)
  return (isAsked ? undefined : parseFrontMatter(path, text)) ?? parseMarkdownFile(path, text)
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
  const {data, messages} = parseYaml(first.value, path, 1)
  if (!data) return {messages}
  tree.children.shift()
  return {source: {kind: 'markdown', path, file, data, tree}, messages}
}

function treeOfFile(file: VFile): Root {
  return markdown.runSync(markdown.parse(file), file) as Root
}

/** A file of another document than those asked for: only its front matter is printed, as a title for example. */
function parseFrontMatter(path: string, text: string): Parsed | undefined {
  const written = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1]
  if (written === undefined || markdownLimits(text, path).length > 0) return undefined
  const {data, messages} = parseYaml(written, path, 1)
  if (!data) return {messages}
  const file = new VFile({path, value: text})
  let tree: Root | undefined
  const source: MarkdownSource = {
    kind: 'markdown',
    path,
    file,
    data,
    get tree() {
      if (!tree) {
        tree = treeOfFile(file)
        tree.children.shift()
      }
      return tree
    },
  }
  return {source, messages}
}
