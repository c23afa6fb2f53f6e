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
  return (loaded, schemas, isAsked = () => true) => {
    const valid = memory.get(schemas) ?? new WeakMap<Source, Map<string, string>>()
    memory.set(schemas, valid)
    const asked = new Map([...loaded.sources.values()].map((source) => [source, askedOf(source, isAsked)]))
    const remembered = (source: Source): string | undefined => valid.get(source)?.get(asked.get(source) ?? '')
    const rest = [...loaded.sources].filter(([, source]) => !remembered(source))
    const found = validate({...loaded, sources: new Map(rest)}, schemas, isAsked)
    const sources = new Map<string, Source>()
    const schemaOf = new Map<string, string>()
    for (const [path, source] of loaded.sources) {
      const schema = remembered(source) ?? found.schemaOf.get(path)
      if (schema === undefined) continue
      sources.set(path, source)
      schemaOf.set(path, schema)
      valid.set(source, (valid.get(source) ?? new Map()).set(asked.get(source) ?? '', schema))
    }
    return {...found, sources, schemaOf}
  }
}

/** What is asked of a source: its words, and what stands under each key at its top. */
function askedOf({path, data}: Source, isAsked: (path: string, pointer?: string[]) => boolean): string {
  return [isAsked(path), ...Object.keys(Object(data.value)).map((key) => isAsked(path, [key]))].join(' ')
}
