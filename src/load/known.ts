import {VFile} from 'vfile'
import {parseYaml} from './parse-yaml.ts'
import type {Known, Loaded, YamlData, YamlSource} from './types.ts'

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
  let parsed: YamlData | undefined
  const places = (): YamlData => {
    parsed ??= parseYaml(text, path).data
    if (!parsed) throw new Error(`The known text of ${path} does not parse.`)
    return parsed
  }
  const data: YamlData = {
    value: JSON.parse(json),
    disables: [],
    locate: (pointer, what) => places().locate(pointer, what),
    offsetsOf: (pointer) => places().offsetsOf(pointer),
    sourceOf: (pointer) => places().sourceOf(pointer),
    isOwn: (pointer) => places().isOwn(pointer),
  }
  return {kind: 'yaml', path, file: new VFile({path, value: text}), data, isKnown: true}
}
