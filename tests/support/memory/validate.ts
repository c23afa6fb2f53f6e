import {createHash} from 'node:crypto'
import type {validate as validateOf} from '../../../src/validate/index.ts'

type Validate = typeof validateOf
type Loaded = Parameters<Validate>[0]
type Source = NonNullable<ReturnType<Loaded['sources']['get']>>

/**
 * Remembers of each source which schema it obeys without a finding, so that one which `load` remembers too is looked at
 * once. A source that is found wanting is looked at again.
 *
 * @param validate  the real one
 */
export function rememberingValidate(validate: Validate): Validate {
  const memory = new WeakMap<readonly unknown[], WeakMap<Source, Map<string, string>>>()
  return (loaded, schemas, options = {}) => {
    const {
      isAsked = () => true,
      isAdopted = () => false,
      templates: others = new Map<string, Source>(),
    } = options
    const valid = memory.get(schemas) ?? new WeakMap<Source, Map<string, string>>()
    memory.set(schemas, valid)
    const templates = new Map(
      [...others, ...loaded.sources].filter(([path]) => path.startsWith('templates/')),
    )
    const described = descriptionOf(templates)
    const keys = new Map(
      [...loaded.sources.values()].map((source) => [
        source,
        `${described} ${askedOf(source, isAsked)} ${adoptedOf(source, isAdopted)}`,
      ]),
    )
    const remembered = (source: Source): string | undefined => valid.get(source)?.get(keys.get(source) ?? '')
    const rest = [...loaded.sources].filter(([, source]) => !remembered(source))
    const known = new Map([...templates].filter(([path, source]) => others.has(path) || remembered(source)))
    const found = validate({...loaded, sources: new Map(rest)}, schemas, {...options, templates: known})
    const sources = new Map<string, Source>()
    const schemaOf = new Map<string, string>()
    for (const [path, source] of loaded.sources) {
      const schema = remembered(source) ?? found.schemaOf.get(path)
      if (schema === undefined) continue
      // A template with errors has another that stands in for it.
      const own = remembered(source) ? source : (found.sources.get(path) ?? source)
      sources.set(path, own)
      schemaOf.set(path, schema)
      if (own === source)
        valid.set(source, (valid.get(source) ?? new Map()).set(keys.get(source) ?? '', schema))
    }
    return {...found, sources, schemaOf}
  }
}

/** What templates say of other files: which tables there are, which facts a root has of its own, where keys went. */
function descriptionOf(templates: ReadonlyMap<string, Source>): string {
  const telling = [...templates].filter(
    ([path]) => path.startsWith('templates/facts/') || path === 'templates/actors.yaml',
  )
  return telling.map(([path, source]) => `${path} ${digestOf(source)}`).join()
}

const digests = new WeakMap<Source, string>()

function digestOf(source: Source): string {
  const digest =
    digests.get(source) ?? createHash('sha1').update(JSON.stringify(source.data.value)).digest('hex')
  digests.set(source, digest)
  return digest
}

/** Which words of a source were adopted, by the keys under which its records stand. */
function adoptedOf({path, data}: Source, isAdopted: (path: string, pointer: string[]) => boolean): string {
  return Object.entries(Object(data.value))
    .flatMap(([key, below]) => Object.keys(Object(below)).map((id) => isAdopted(path, [key, id])))
    .join(' ')
}

/** What is asked of a source: its words, and what stands under each key at its top. */
function askedOf({path, data}: Source, isAsked: (path: string, pointer?: string[]) => boolean): string {
  return [isAsked(path), ...Object.keys(Object(data.value)).map((key) => isAsked(path, [key]))].join(' ')
}
