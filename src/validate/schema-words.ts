import type {ErrorObject} from 'ajv'
import type {Pointer, YamlData} from '../load/index.ts'
import {nearest, quote} from '../message/index.ts'

const flowLength = 100

/** A small value as YAML writes it on one line. */
export function inFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inFlow).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, below]) => `${key}: ${inFlow(below)}`)
      .join(', ')}}`
  return typeof value === 'string' && !/^[a-z][a-z-]*$/.test(value) ? JSON.stringify(value) : String(value)
}

/** The line that is missing, with a value when the schema has a short example: `“author: secretariat”`. */
export function lineOf(error: ErrorObject): string {
  const key = String(error.params.missingProperty)
  const schema = (error.parentSchema?.properties as Record<string, {examples?: unknown[]}> | undefined)?.[key]
  const example = schema?.examples?.[0]
  if (typeof example === 'number' || typeof example === 'boolean' || example === null)
    return `“${key}: ${example}”`
  if (typeof example === 'object') {
    const flow = inFlow(example)
    return flow.length > flowLength ? 'it' : `for example “${key}: ${flow}”`
  }
  if (typeof example !== 'string' || example.length > 40) return 'it'
  return /^[a-z][a-z-]*$/.test(example)
    ? `for example “${key}: ${example}”`
    : `for example “${key}: "${example}"”`
}

/** The value at a place; undefined where there is none. */
export function valueAt(data: YamlData, pointer: Pointer): unknown {
  let value: unknown = data.value
  for (const step of pointer) value = (value as Record<string, unknown> | undefined)?.[step]
  return value
}

/** The form of a value, by the examples of its schema. */
export function formOf(error: ErrorObject): string {
  const examples = error.parentSchema?.examples as unknown[] | undefined
  if (examples?.length)
    return `it like ${examples
      .slice(0, 2)
      .map((example) => quote(String(example)))
      .join(' or ')}`
  return 'small letters, digits and single hyphens'
}

/** The form of a key: as the schema shows it, or that of an id. */
export function keyFormOf(error: ErrorObject): string {
  const [example] = (error.parentSchema?.propertyNames as {examples?: unknown[]} | undefined)?.examples ?? []
  return example === undefined
    ? 'small letters, digits and single hyphens, such as “reply-deadline”'
    : `it like ${quote(String(example))}`
}

/** What a message calls the value at a place: its key between quotation marks, or which entry of a list it is. */
export function named(data: YamlData, pointer: Pointer): string {
  const last = pointer.at(-1)
  if (last === undefined) return 'The file'
  if (isEntry(data, pointer)) return `Entry ${Number(last) + 1} of “${pointer.at(-2)}”`
  return `“${last}”`
}

/** “ in …” before the place of something inside a value. */
export function inside(data: YamlData, pointer: Pointer): string {
  if (pointer.length === 0) return ''
  const last = pointer.at(-1)
  if (isEntry(data, pointer)) return ` in entry ${Number(last) + 1} of “${pointer.at(-2)}”`
  return ` in “${last}”`
}

/** Whether it leads to an entry of a list that stands under a key; a number may be a key, too. */
function isEntry(data: YamlData, pointer: Pointer): boolean {
  return pointer.length > 1 && Array.isArray(valueAt(data, pointer.slice(0, -1)))
}

/** In a block to which any key may be added: one that seems to be meant for a key that is missing. */
export function mistypedFor(
  missing: string,
  {parentSchema}: ErrorObject,
  data: YamlData,
  pointer: Pointer,
): string | undefined {
  if (typeof parentSchema?.additionalProperties !== 'object') return undefined
  const others = Object.keys(Object(valueAt(data, pointer))).filter(
    (key) => !(key in Object(parentSchema.properties)),
  )
  return nearest(missing, others)
}

/** A record that is not complete may be one of the package's, under a mistyped key. */
export function orMeant(data: YamlData, pointer: Pointer): string {
  const above = pointer.slice(0, -1)
  const record = valueAt(data, above)
  if (pointer.length === 0 || Array.isArray(record)) return ''
  const others = Object.keys(Object(record)).filter((key) => !data.isOwn([...above, key]))
  const near = nearest(String(pointer.at(-1)), others)
  return near ? `; if ${quote(near)} is meant, write that` : ''
}

/** What the author typed, so that `14.10` is not shown as 14.1. */
export function written(data: YamlData, pointer: Pointer): string {
  const value = valueAt(data, pointer)
  const source = data.sourceOf(pointer)
  if (value === null) return source ? `${quote(source)}, which reads as “nothing”` : 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a block of keys'
  if (typeof value === 'number') return `the number ${printableSource(source, value)}`
  if (typeof value === 'boolean') return `${quote(source ?? String(value))}, which reads as true or false`
  return quote(source ?? String(value))
}

function printableSource(source: string | undefined, value: number): string {
  return (source ?? String(value)).slice(0, 80)
}
