import type {ErrorObject} from 'ajv'
import type {Pointer, YamlData} from '../load/index.ts'
import {nearest, quote} from '../message/index.ts'

/** What an author reads about a schema error, and where it points. */
export interface Explained {
  reason: string
  pointer: Pointer
  what: 'key' | 'value'
  /** The missing key, when one is missing. */
  missing?: Pointer
  /** The key that an unknown one seems to mean. */
  means?: Pointer | undefined
}

type Explain = (error: ErrorObject, data: YamlData, pointer: Pointer) => Explained

/**
 * A schema error in an author's words.
 *
 * @param error  from ajv, with its instance path
 * @param data  the value and its places
 * @returns the words and the pointer, or undefined for an error that only repeats others
 */
export function explain(error: ErrorObject, data: YamlData): Explained | undefined {
  if (error.propertyName !== undefined) return undefined // Said by propertyNames.
  const pointer = toPointer(error.instancePath)
  return explanations.get(error.keyword)?.(error, data, pointer)
}

function toPointer(instancePath: string): Pointer {
  if (instancePath === '') return []
  return instancePath
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const typeNames = new Map([
  ['string', 'text between quotation marks'],
  ['integer', 'a whole number'],
  ['number', 'a number'],
  ['boolean', 'true or false'],
  ['array', 'a list (each entry on its own line, after “- ”)'],
  ['object', 'keys with values'],
  ['null', 'null'],
])

const explanations = new Map<string, Explain>([
  [
    'required',
    (error, _data, pointer) => ({
      reason: `The key ${quote(String(error.params.missingProperty))} is missing${inside(pointer)}. Add ${lineOf(error)}.`,
      pointer,
      what: 'value',
      missing: [...pointer, String(error.params.missingProperty)],
    }),
  ],
  ['additionalProperties', unknownKey],
  ['unevaluatedProperties', unknownKey],
  [
    'propertyNames',
    (error, _data, pointer) => ({
      reason: `The key ${quote(String(error.params.propertyName))} is not of the form that is used here. Write ${keyFormOf(error)}.`,
      pointer: [...pointer, String(error.params.propertyName)],
      what: 'key',
    }),
  ],
  [
    'type',
    (error, data, pointer) => {
      const source = data.sourceOf(pointer)
      const types = [error.params.type].flat()
      const value = valueAt(data, pointer)
      if (source && types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
        return {
          reason: `${named(pointer)} is ${written(data, pointer)}. Put quotation marks around it: "${source.slice(0, 80)}".`,
          pointer,
          what: 'value',
        }
      }
      const wanted = types.map((type) => typeNames.get(String(type)) ?? String(type)).join(' or ')
      return {
        reason: `${named(pointer)} is ${written(data, pointer)}. Write ${error.parentSchema?.format === 'date' ? 'year-month-day between quotation marks, such as "2009-02-24"' : wanted}.`,
        pointer,
        what: 'value',
      }
    },
  ],
  [
    'enum',
    (error, data, pointer) => {
      const allowed = (error.params.allowedValues as unknown[]).map(String)
      const actual = data.sourceOf(pointer) ?? ''
      const near = nearest(actual, allowed)
      return {
        reason: `${named(pointer)} is ${quote(actual)}. Write ${near ? quote(near) : `one of: ${allowed.join(', ')}`}.`,
        pointer,
        what: 'value',
      }
    },
  ],
  [
    'const',
    (error, data, pointer) => ({
      reason: `${named(pointer)} is ${quote(data.sourceOf(pointer) ?? '')}. Write ${quote(String(error.params.allowedValue))}, or delete the key.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'pattern',
    (error, data, pointer) => ({
      reason: `${named(pointer)} is ${written(data, pointer)}, which is not of the form used here. Write ${formOf(error)}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'format',
    (error, data, pointer) => ({
      reason:
        error.params.format === 'date'
          ? `${named(pointer)} is ${written(data, pointer)}, which is not ${/^\d{4}-\d{2}-\d{2}$/.test(written(data, pointer).slice(1, -1)) ? 'a day of the calendar' : 'a day as it is written here'}. Write year-month-day, such as “2009-02-24”.`
          : `${named(pointer)} is ${written(data, pointer)}. Write ${error.params.format === 'uri' ? 'a full address that begins with https://' : `a ${error.params.format}`}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'minLength',
    (_error, _data, pointer) => ({
      reason: `${named(pointer)} is empty. Write its words.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'maxLength',
    (error, _data, pointer) => ({
      reason: `${named(pointer)} is longer than ${error.params.limit} characters. Shorten it.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'minItems',
    (error, _data, pointer) => ({
      reason: `${named(pointer)} has too few entries. Write at least ${error.params.limit}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'maxItems',
    (error, _data, pointer) => ({
      reason: `${named(pointer)} has too many entries. Write at most ${error.params.limit}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'minProperties',
    (_error, _data, pointer) => ({
      reason: `${named(pointer)} is empty. Add its keys, or delete it.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'maxProperties',
    (error, _data, pointer) => ({
      reason: `${named(pointer)} has more than ${error.params.limit} keys. Split it.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'uniqueItems',
    (error, _data, pointer) => ({
      reason: `Entry ${Number(error.params.i) + 1} of ${named(pointer)} occurs twice. Keep one of the two.`,
      pointer: [...pointer, Number(error.params.i)],
      what: 'value',
    }),
  ],
  ['minimum', limit],
  ['maximum', limit],
  ['exclusiveMinimum', limit],
  ['exclusiveMaximum', limit],
])

function limit(error: ErrorObject, data: YamlData, pointer: Pointer): Explained {
  return {
    reason: `${named(pointer)} is ${written(data, pointer)}. Write a number ${error.params.comparison} ${error.params.limit}.`,
    pointer,
    what: 'value',
  }
}

function unknownKey(error: ErrorObject, _data: YamlData, pointer: Pointer): Explained {
  const key = String(error.params.additionalProperty ?? error.params.unevaluatedProperty)
  const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {})
  const near = nearest(key, known)
  const remedy = near
    ? `Write ${quote(near)}.`
    : known.length > 0
      ? `The keys here are: ${known.join(', ')}.`
      : 'Delete it.'
  return {
    reason: `The key ${quote(key)} is not known here. ${remedy}`,
    pointer: [...pointer, key],
    what: 'key',
    means: near === undefined ? undefined : [...pointer, near],
  }
}

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
function lineOf(error: ErrorObject): string {
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

function valueAt(data: YamlData, pointer: Pointer): unknown {
  let value: unknown = data.value
  for (const step of pointer) value = (value as Record<string, unknown> | undefined)?.[step]
  return value
}

function formOf(error: ErrorObject): string {
  const examples = error.parentSchema?.examples as unknown[] | undefined
  if (examples?.length)
    return `it like ${examples
      .slice(0, 2)
      .map((example) => quote(String(example)))
      .join(' or ')}`
  return 'small letters, digits and single hyphens'
}

/** The form of a key: as the schema shows it, or that of an id. */
function keyFormOf(error: ErrorObject): string {
  const [example] = (error.parentSchema?.propertyNames as {examples?: unknown[]} | undefined)?.examples ?? []
  return example === undefined
    ? 'small letters, digits and single hyphens, such as “reply-deadline”'
    : `it like ${quote(String(example))}`
}

function named(pointer: Pointer): string {
  const last = pointer.at(-1)
  if (last === undefined) return 'The file'
  if (/^\d+$/.test(String(last)) && pointer.length > 1)
    return `Entry ${Number(last) + 1} of “${pointer.at(-2)}”`
  return `“${last}”`
}

function inside(pointer: Pointer): string {
  if (pointer.length === 0) return ''
  const last = pointer.at(-1)
  if (/^\d+$/.test(String(last)) && pointer.length > 1)
    return ` in entry ${Number(last) + 1} of “${pointer.at(-2)}”`
  return ` in “${last}”`
}

/** What the author typed, so that `14.10` is not shown as 14.1. */
function written(data: YamlData, pointer: Pointer): string {
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
