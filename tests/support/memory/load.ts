import {createHash} from 'node:crypto'
import type {load as loadOf} from '../../../src/load/index.ts'

type Load = typeof loadOf
type Loaded = ReturnType<Load>
type Source = NonNullable<ReturnType<Loaded['sources']['get']>>

/** Of how many texts of one path the sources are remembered: that of each content root which a test goes back to. */
const textsPerPath = 8

/**
 * Remembers sources without a finding by their bytes: a test that changes one file of a dossier parses that one file.
 *
 * @param load  the real one, which reads whatever is not remembered
 */
export function rememberingLoad(load: Load): Load {
  const memory = new Map<string, Map<string, Source>>()
  return (content, isAsked = () => true, known = new Map(), left = new Map()) => {
    const keys = new Map([...content].map(([path, bytes]) => [path, `${isAsked(path)} ${digestOf(bytes)}`]))
    const remembered = (path: string): Source | undefined =>
      known.has(path) ? undefined : memory.get(path)?.get(keys.get(path) ?? '')
    const loaded = load(new Map([...content].filter(([path]) => !remembered(path))), isAsked, known, left)
    const faulty = new Set(loaded.messages.map(({file}) => file))
    const sources = new Map<string, Source>()
    const texts = new Map<string, string>()
    for (const path of [...content.keys()].sort()) {
      const source = remembered(path) ?? loaded.sources.get(path)
      const text = remembered(path)?.file.value ?? loaded.texts.get(path)
      if (text !== undefined) texts.set(path, String(text))
      if (!source) continue
      sources.set(path, source)
      // Of a file that nobody asks for there may be the beginning alone.
      const isWhole = source.kind === 'yaml' || !source.isUnasked
      if (isWhole && !faulty.has(path) && !known.has(path)) keep(memory, path, keys.get(path) ?? '', source)
    }
    return {...loaded, sources, texts, paths: new Set([...content.keys()].sort())}
  }
}

/** The one that was used last is forgotten last. */
function keep(memory: Map<string, Map<string, Source>>, path: string, key: string, source: Source): void {
  const own = memory.get(path) ?? new Map<string, Source>()
  memory.set(path, own)
  own.delete(key)
  own.set(key, source)
  const [oldest = ''] = own.keys()
  if (own.size > textsPerPath) own.delete(oldest)
}

const digestOf = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')
