import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import type {SchemaFile} from '../../src/validate/index.ts'
import {repository, schemaFiles} from './content-root.ts'

// A file of a root that changes one of the package's templates need not have all of its keys. These are the schemas for
// such files, for an editor: made from the full ones and from the templates themselves, so that none can be out of step.

type Json = {[keyword: string]: unknown}

/** Schemas of templates whose files a root may change key by key; the others are of a form in which nothing must be there. */
const changed = ['labels', 'phrases', 'usage', 'starters', 'styles', 'numbering', 'kind', 'profile', 'facts']

const templates = readdirSync(join(repository, 'templates'), {recursive: true, encoding: 'utf8'})
  .map((name) => `templates/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.yaml') && !path.startsWith('templates/dossier/'))
  .sort()

/** Every schema of a file that changes one of the package's, by its name without `.schema.json`. */
export function partialSchemas(): Map<string, SchemaFile> {
  const schemas = schemaFiles()
  return new Map(
    changed.map((name) => {
      const {$id, title, 'x-files': patterns = [], ...schema} = schemas.get(name) as SchemaFile
      const files = templates.filter((path) => patterns.some((pattern) => toPattern(pattern).test(path)))
      const value = files
        .map((path) => parse(readFileSync(join(repository, path), 'utf8')))
        .reduce(merged, {})
      const shared: Json = {}
      const {$defs = {}, ...form} = partial(schema, value, shared) as Json
      return [
        name,
        {
          $id: $id.replace('/schemas/', '/schemas/partial/'),
          title: `${title}: what is to be changed`,
          'x-files': files,
          ...form,
          $defs: {...Object($defs), ...shared},
        },
      ]
    }),
  )
}

const toPattern = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replace('*', '[a-z0-9-]+').replace('{lang}', '[a-z]{2}')}$`)

/** Keys of all files of a schema together. */
function merged(value: unknown, other: unknown): unknown {
  if (!isMapping(value) || !isMapping(other)) return other
  const keys = [...new Set([...Object.keys(value), ...Object.keys(other)])]
  return Object.fromEntries(
    keys.map((key) => [
      key,
      key in value && key in other ? merged(value[key], other[key]) : (other[key] ?? value[key]),
    ]),
  )
}

/**
 * A schema of which no key must be there, at every level that is merged. The keys that the package has stand in it, also
 * those of its own records; a record that it does not have stays complete, and so does all that is in a list.
 *
 * @param shared  forms that many records of a map have, by a name
 */
function partial(schema: unknown, value: unknown, shared: Json, name = ''): unknown {
  if (!isMapping(schema)) return schema
  const {required, minProperties, properties, additionalProperties, ...others} = schema
  if (!isMapping(properties) && !isMapping(additionalProperties)) return schema
  const known: Json = {}
  for (const [key, below] of Object.entries(Object(properties)))
    known[key] = partial(below, Object(value)[key], shared, `${name}-${key}`)
  if (isMapping(additionalProperties))
    for (const [key, below] of Object.entries(Object(value)))
      if (!(key in known))
        known[key] = ofRecord(partial(additionalProperties, below, shared, name), shared, name)
  return {...others, properties: known, additionalProperties}
}

/** The form of one record of a map; written once where it is that of the record before. */
function ofRecord(form: unknown, shared: Json, name: string): unknown {
  if (!isMapping(form) || !('properties' in form)) return form
  const key = `record${name}`
  shared[key] ??= form
  return JSON.stringify(shared[key]) === JSON.stringify(form) ? {$ref: `#/$defs/${key}`} : form
}

function isMapping(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
