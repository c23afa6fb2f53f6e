import type {Source} from '../load/index.ts'
import type {Schema, SchemaFile} from './schemas.ts'

/** Types of the fields that records of a root's own sort may have, as schemas/facts.schema.json lists them. */
export type FieldType =
  | 'id'
  | 'word'
  | 'text'
  | 'date'
  | 'number'
  | 'amount'
  | 'share'
  | 'provision'
  | 'meeting'
  | 'document'

/** Fields by name; `optional` fields may be left out of a record. */
export interface Fields {
  fields?: Record<string, FieldType>
  optional?: string[]
}

/** What is read here of templates/facts/<sort>.yaml. */
export interface Description extends Fields {
  title?: string
  lists?: Record<string, Fields>
  tables?: Record<string, unknown>
}

const mostRecords = 1000
const definitions = 'https://cites-docs.example/schemas/definitions.schema.json#/$defs'
const folder = 'documents/decisions/*'

/** Descriptions of sorts of facts by the name of the sort. */
export function descriptionsIn(sources: ReadonlyMap<string, Source>): Map<string, Description> {
  const found = new Map<string, Description>()
  for (const [path, {data}] of sources) {
    const sort = /^templates\/facts\/(.+)\.yaml$/.exec(path)?.[1]
    if (sort !== undefined) found.set(sort, data.value as Description)
  }
  return found
}

/** Names of the tables of a description, which may be wrong. */
export function tablesIn(description: Description): string[] {
  return Object.keys(Object(Object(description).tables))
}

/** Whether a file holds facts of a sort, or their words. */
export function isOfSort(path: string, sort: string): boolean {
  const [, name] = /^documents\/decisions\/[^/]+\/([a-z0-9-]+)(?:\.[a-z]{2})?\.yaml$/.exec(path) ?? []
  return name === sort
}

/**
 * JSON Schemas of a root's own sorts of facts and of their words, made from their descriptions: as strict as ours, and
 * nothing of the root is run.
 *
 * @param schemas  of the package: a sort that they govern is ours
 * @returns schemas by name
 */
export function ownSchemaFiles(
  descriptions: ReadonlyMap<string, Description>,
  schemas: readonly Pick<Schema, 'governs'>[],
): Map<string, SchemaFile> {
  const files = new Map<string, SchemaFile>()
  for (const [sort, description] of descriptions) {
    if (schemas.some((schema) => schema.governs(`documents/decisions/subject/${sort}.yaml`))) continue
    const title = description.title ?? sort
    const words = wordsOf(description)
    files.set(`own-${sort}`, schemaFile(sort, title, `${sort}.yaml`, recordsOf(description)))
    if (words)
      files.set(`own-${sort}-words`, schemaFile(`${sort}-words`, title, `${sort}.{lang}.yaml`, words))
  }
  return files
}

function schemaFile(name: string, title: string, file: string, body: object): SchemaFile {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `https://cites-docs.example/schemas/own/${name}.schema.json`,
    title,
    'x-files': [`${folder}/${file}`],
    ...body,
  }
}

function recordsOf({fields, optional, lists = {}}: Description): object {
  const all = [fields, ...Object.values(lists).map((list) => list.fields)]
  const hasAmounts = all.some((own) => Object.values(own ?? {}).includes('amount'))
  const listSchemas = Object.entries(lists).map(([key, list]) => [
    key,
    {type: 'array', maxItems: mostRecords, items: objectOf(list)},
  ])
  return objectOf(
    {fields: fields ?? {}, optional: [...(optional ?? []), 'example']},
    {
      example: {$ref: `${definitions}/example`},
      ...(hasAmounts ? {currency: {$ref: `${definitions}/currency`}} : {}),
      ...Object.fromEntries(listSchemas),
    },
  )
}

/** An object with the given fields, and nothing else. A text stands in the file of words and has no value here. */
function objectOf({fields = {}, optional = []}: Fields, others: Record<string, object> = {}): object {
  const own = Object.entries(fields).flatMap(([name, type]) => {
    const schema = fieldSchemas[type]
    return schema ? [[name, schema] as const] : []
  })
  const properties = {
    ...Object.fromEntries(own),
    ...('example' in others ? {} : {example: {$ref: `${definitions}/example`}}),
    ...others,
  }
  const required = Object.keys(properties).filter((key) => key !== 'example' && !optional.includes(key))
  return {type: 'object', properties, required, additionalProperties: false}
}

/** What each type allows; a text stands in the file of words alone. */
export const fieldSchemas: Record<FieldType, object | undefined> = {
  id: {$ref: `${definitions}/id`},
  word: {$ref: `${definitions}/id`},
  text: undefined,
  date: {$ref: `${definitions}/date`},
  number: {type: 'integer', minimum: 0, maximum: 1_000_000_000},
  amount: {type: 'integer', minimum: 0, maximum: 1_000_000_000},
  share: {type: 'integer', minimum: 0, maximum: 100},
  provision: {$ref: `${definitions}/provision-reference`},
  meeting: {$ref: `${definitions}/id`},
  document: {$ref: `${definitions}/document-path`},
}

/** Words and texts of all fields, each under the name of its field; undefined where there are none. */
function wordsOf({fields, lists = {}}: Description): object | undefined {
  const all = [fields, ...Object.values(lists).map((list) => list.fields)]
  const names = all.flatMap((own) =>
    Object.entries(own ?? {}).flatMap(([name, type]) => (type === 'word' || type === 'text' ? [name] : [])),
  )
  if (names.length === 0) return undefined
  const words = {
    type: 'object',
    propertyNames: {type: 'string', pattern: '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$', maxLength: 64},
    additionalProperties: {$ref: `${definitions}/words`},
    maxProperties: mostRecords,
  }
  return {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, words])),
    additionalProperties: false,
    minProperties: 1,
  }
}
