import type {Root} from 'mdast'
import {VFile} from 'vfile'
import {textOf} from './decode.ts'
import {forgetfulData} from './forgetful-data.ts'
import {parseYaml} from './parse-yaml.ts'
import type {Known, Loaded, MarkdownSource, YamlData, YamlSource} from './types.ts'

/**
 * What to remember of YAML sources, so that the same texts need not be parsed again.
 *
 * @param loaded  of sources that are known to be valid
 * @returns texts and values by path; a file that switches rules off is left out, because that is read from its text
 */
export function knownSources({sources, texts}: Pick<Loaded, 'sources' | 'texts'>): Known {
  const known = new Map<string, {text: string; json: string}>()
  for (const [path, {kind, data}] of sources) {
    const text = texts.get(path)
    if (kind === 'yaml' && text !== undefined && data.disables.length === 0)
      known.set(path, {text, json: JSON.stringify(data.value)})
  }
  return known
}

/** The source of a known text; it is parsed only when somebody asks for a place in it. */
export function knownSource(path: string, {text, json}: {text: string; json: string}): YamlSource {
  const value: unknown = JSON.parse(json)
  const data = forgetfulData({value, disables: []}, () => parseYaml(text, path).data)
  return {kind: 'yaml', path, file: new VFile({path, value: text}), data, isKnown: true}
}

/** The front matter of a Markdown file between its two lines of hyphens. */
const frontMatter = /^(---\n)([\s\S]*?)\n---\n/

/** What is known of a Markdown file that was found valid: the value of its front matter, and its tree. */
export interface KnownWords {
  value: unknown
  tree: Root
}

/** The source of a known Markdown file; its front matter is parsed only when somebody asks for a place in it. */
export function knownWords(path: string, bytes: Uint8Array, {value, tree}: KnownWords): MarkdownSource {
  const text = textOf(bytes)
  const parse = (): YamlData | undefined => {
    const [, fence = '', written = ''] = frontMatter.exec(text) ?? []
    return parseYaml(written, path, fence).data
  }
  return {
    kind: 'markdown',
    path,
    file: new VFile({path, value: text}),
    data: forgetfulData({value, disables: []}, parse),
    tree,
  }
}
