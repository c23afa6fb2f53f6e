import type {Loaded, Pointer, Source, YamlData, YamlSource} from '../load/index.ts'
import {compare} from '../message/index.ts'

const instruments = 'templates/instruments.yaml'

/** Without these documents of other kinds and periods are made all the same; nothing stands in for one with errors. */
const dispensable = /^templates\/(?:kinds|profiles)\//

/**
 * The sources of a root with the package's templates under its own: a file of the root's changes single keys of the
 * package's file of its path and adds keys, or is one of its own. What may be changed and added is the schema's business,
 * which is applied to the merged value.
 *
 * @param own  what the root has, without its copies
 * @param packaged  the package's templates
 * @param copies  paths of those that the root has, too, byte for byte
 * @returns sources in the order of their paths; those that change one of the package's say so (`changes`)
 */
export function mergeTemplates(own: Loaded, packaged: Loaded, copies: ReadonlySet<string>): Loaded {
  const sources = new Map<string, Source>(own.sources)
  for (const [path, source] of packaged.sources) {
    if (source.kind !== 'yaml') continue
    const changed = own.sources.get(path)
    if (copies.has(path)) sources.set(path, source)
    else if (changed?.kind === 'yaml') sources.set(path, mergedSource(changed, asPackaged(source)))
    else if (!own.paths.has(path)) sources.set(path, asPackaged(source))
    else if (!dispensable.test(path)) sources.set(path, standIn(source))
  }
  return {
    sources: new Map([...sources].sort(([a], [b]) => compare(a, b))),
    paths: new Set([...packaged.paths, ...own.paths].sort(compare)),
    texts: new Map([...packaged.texts, ...own.texts]),
    pictures: own.pictures,
    messages: [...own.messages, ...packaged.messages],
  }
}

/**
 * What stands in where a source has errors: the package's template that it changes, so that one mistake is not followed by
 * others about all that is not read.
 */
export function standInFor(source: Source): YamlSource | undefined {
  if (source.kind !== 'yaml' || !source.changes || dispensable.test(source.path)) return undefined
  return standIn(source.changes)
}

function standIn(source: YamlSource): YamlSource {
  return {...asPackaged(source), isStandIn: true}
}

// Pure: what is known of the package's templates is known of them in every build.
const packagedSources = new WeakMap<YamlSource, YamlSource>()

/** The root has nothing of it. */
function asPackaged(source: YamlSource): YamlSource {
  const known = packagedSources.get(source)
  if (known) return known
  const packaged = {...source, data: {...source.data, isOwn: () => false}}
  packagedSources.set(source, packaged)
  return packaged
}

function mergedSource(own: YamlSource, changes: YamlSource): YamlSource {
  const merged = mergedValue(changes.data.value, own.data.value)
  const kept = own.path === instruments ? untouched(changes.data.value, own.data.value) : []
  // In the merged list those that are kept stand before the root's own.
  const toOwn = ([list, index, ...rest]: Pointer): Pointer => {
    if (list === undefined) return []
    return index === undefined
      ? [list]
      : [list, kept.length > 0 ? Number(index) - kept.length : index, ...rest]
  }
  const data: YamlData = {
    value:
      kept.length > 0 ? {...Object(merged), instruments: [...kept, ...Object(merged).instruments]} : merged,
    disables: own.data.disables,
    locate: (pointer, what) => own.data.locate(toOwn(pointer), what),
    offsetsOf: (pointer) => own.data.offsetsOf(toOwn(pointer)),
    sourceOf: (pointer) => own.data.sourceOf(toOwn(pointer)),
    isOwn: (pointer) => own.data.isOwn(toOwn(pointer)),
  }
  return {...own, data, changes}
}

/** Resolutions of the package that the root says nothing of; every list but this one is replaced as a whole. */
function untouched(packaged: unknown, own: unknown): unknown[] {
  const [ours, written] = [packaged, own].map((value) => Object(value).instruments)
  if (!Array.isArray(ours) || !Array.isArray(written)) return []
  const numbers = new Set(written.map((record) => Object(record).number))
  return ours.filter(({number}) => !numbers.has(number))
}

/** A value with what another says in its place, key by key; a list is replaced as a whole. */
export function mergedValue(packaged: unknown, own: unknown): unknown {
  if (!isMapping(packaged) || !isMapping(own)) return own
  const written = Object.entries(own).map(([key, value]): [string, unknown] => [
    key,
    Object.hasOwn(packaged, key) ? mergedValue(packaged[key], value) : value,
  ])
  return {...packaged, ...Object.fromEntries(written)}
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
