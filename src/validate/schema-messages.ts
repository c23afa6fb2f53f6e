import type {ErrorObject} from 'ajv'
import type {Pointer, YamlData} from '../load/index.ts'
import {choices, nearest, quote} from '../message/index.ts'
import {
  formOf,
  inside,
  keyFormOf,
  lineOf,
  mistypedFor,
  named,
  orMeant,
  valueAt,
  written,
} from './schema-words.ts'

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
    (error, data, pointer) => {
      const key = String(error.params.missingProperty)
      const mistyped = mistypedFor(key, error, data, pointer)
      if (mistyped)
        return {
          reason: `The key ${quote(key)} is missing, and ${quote(mistyped)} is not asked for. Write ${quote(key)}.`,
          pointer: [...pointer, mistyped],
          what: 'key',
        }
      return {
        reason: `The key ${quote(key)} is missing${inside(data, pointer)}. Add ${lineOf(error)}${orMeant(data, pointer)}.`,
        pointer,
        what: 'value',
        missing: [...pointer, key],
      }
    },
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
          reason: `${named(data, pointer)} is ${written(data, pointer)}. Put quotation marks around it: "${source.slice(0, 80)}".`,
          pointer,
          what: 'value',
        }
      }
      const wanted = types.map((type) => typeNames.get(String(type)) ?? String(type)).join(' or ')
      return {
        reason: `${named(data, pointer)} is ${written(data, pointer)}. Write ${error.parentSchema?.format === 'date' ? 'year-month-day between quotation marks, such as "2009-02-24"' : wanted}.`,
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
      return {
        reason: `${named(data, pointer)} is ${quote(actual)}. Write ${choices(actual, allowed, mostListed)}.`,
        pointer,
        what: 'value',
      }
    },
  ],
  [
    'const',
    (error, data, pointer) => ({
      reason: `${named(data, pointer)} is ${quote(data.sourceOf(pointer) ?? '')}. Write ${quote(String(error.params.allowedValue))}, or delete the key.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'pattern',
    (error, data, pointer) => ({
      reason:
        error.parentSchema?.format === 'date'
          ? dayFault(data, pointer)
          : `${named(data, pointer)} is ${written(data, pointer)}, which is not of the form used here. Write ${formOf(error)}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'format',
    (error, data, pointer) => ({
      reason:
        error.params.format === 'date'
          ? dayFault(data, pointer)
          : `${named(data, pointer)} is ${written(data, pointer)}. Write ${error.params.format === 'uri' ? 'a full address that begins with https://' : `a ${error.params.format}`}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'minLength',
    (_error, data, pointer) => ({
      reason: `${named(data, pointer)} is empty. Write its words.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'maxLength',
    (error, data, pointer) => ({
      reason: `${named(data, pointer)} is longer than ${error.params.limit} characters. Shorten it.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'minItems',
    (error, data, pointer) => ({
      reason: `${named(data, pointer)} has too few entries. Write at least ${error.params.limit}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'maxItems',
    (error, data, pointer) => ({
      reason: `${named(data, pointer)} has too many entries. Write at most ${error.params.limit}.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'minProperties',
    (_error, data, pointer) => ({
      reason: `${named(data, pointer)} is empty. Add its keys, or delete it.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'maxProperties',
    (error, data, pointer) => ({
      reason: `${named(data, pointer)} has more than ${error.params.limit} keys. Split it.`,
      pointer,
      what: 'value',
    }),
  ],
  [
    'uniqueItems',
    (error, data, pointer) => ({
      reason: `Entry ${Number(error.params.i) + 1} of ${named(data, pointer)} occurs twice. Keep one of the two.`,
      pointer: [...pointer, Number(error.params.i)],
      what: 'value',
    }),
  ],
  ['minimum', limit],
  ['maximum', limit],
  ['exclusiveMinimum', limit],
  ['exclusiveMaximum', limit],
])

/** A day of another form, one that there is not, or one of a year that cannot be meant. */
function dayFault(data: YamlData, pointer: Pointer): string {
  const [, year = ''] = /^.(\d{4})-\d{2}-\d{2}.$/.exec(written(data, pointer)) ?? []
  const what =
    year === ''
      ? 'a day as it is written here'
      : /^(?:19|20)/.test(year)
        ? 'a day of the calendar'
        : 'a day of the years 1900 to 2099'
  return `${named(data, pointer)} is ${written(data, pointer)}, which is not ${what}. Write year-month-day, such as “2009-02-24”.`
}

function limit(error: ErrorObject, data: YamlData, pointer: Pointer): Explained {
  return {
    reason: `${named(data, pointer)} is ${written(data, pointer)}. Write a number ${error.params.comparison} ${error.params.limit}.`,
    pointer,
    what: 'value',
  }
}

// A longer list of keys or values helps nobody.
const mostListed = 12
// So many keys has only a file of words.
const keysOfWords = 50

function unknownKey(error: ErrorObject, _data: YamlData, pointer: Pointer): Explained {
  const key = String(error.params.additionalProperty ?? error.params.unevaluatedProperty)
  const properties = Object((error.parentSchema as {properties?: object}).properties) as Record<
    string,
    object
  >
  const known = Object.keys(properties)
  const near = nearest(key, known)
  // A map of yes and no is about other keys, and holds no words.
  const open = known.filter((name) => {
    const {propertyNames, additionalProperties} = Object(properties[name])
    return propertyNames !== undefined && Object(additionalProperties).type !== 'boolean'
  })
  const remedy = near
    ? `Write ${quote(near)}.`
    : known.length > keysOfWords && open.length > 0
      ? `Keys of your own stand under ${open.map(quote).join(' or ')}.`
      : known.length > 0
        ? known.length > mostListed
          ? `Write ${choices(key, known)}.`
          : `The keys here are: ${known.join(', ')}.`
        : 'Delete it.'
  return {
    reason: `The key ${quote(key)} is not known here. ${remedy}`,
    pointer: [...pointer, key],
    what: 'key',
    means: near === undefined ? undefined : [...pointer, near],
  }
}
