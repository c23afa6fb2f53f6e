import type {Fields} from '../../validate/index.ts'
import type {FactsDescription} from '../description-types.ts'
import {factsOf} from '../facts-of.ts'
import {collector, idsOnce, type Say, unknown} from '../findings.ts'
import type {Located} from '../located.ts'
import {provisionReferences} from '../provisions.ts'
import type {Subject} from '../types.ts'
import type {FactsDefinition, Surroundings, WordedRecords} from './define-facts.ts'

interface PlacedRecord {
  record: Record<string, unknown>
  pointer: (string | number)[]
  fields: NonNullable<Fields['fields']>
}

/**
 * A sort of facts of a root's own, as the definitions of ours say it: which days and words it has, and what cannot be
 * right. All of it follows from the types of its fields.
 *
 * @param name  of its file, without `.yaml`
 */
export function defineOwnFacts(name: string, description: FactsDescription): FactsDefinition {
  const recordsIn = (subject: Subject): PlacedRecord[] => {
    const yaml = factsOf(subject, name)
    return yaml ? placedRecords(yaml, description) : []
  }
  return {
    name,
    named: [],
    datesIn(subject) {
      const known = description['known-from']
      const dated = new Map(Object.entries(description.lists ?? {}).map(([key, list]) => [key, list.dated]))
      return recordsIn(subject)
        .flatMap(({record, pointer}) => {
          const key = pointer.length === 0 ? known : dated.get(String(pointer[0]))
          return key === undefined ? [] : record[key]
        })
        .filter((date) => typeof date === 'string')
    },
    wordsIn: (subject) => wordedRecords(recordsIn(subject)),
    documentsIn(subject) {
      const yaml = factsOf(subject, name)
      return recordsIn(subject).flatMap(({record, pointer, fields}) =>
        Object.entries(fields).flatMap(([field, type]) => {
          const path = record[field]
          return yaml && type === 'document' && typeof path === 'string'
            ? {yaml, pointer: [...pointer, field], path}
            : []
        }),
      )
    },
    findingsIn(subject, surroundings) {
      const {messages, say} = collector()
      const yaml = factsOf(subject, name)
      if (!yaml) return messages
      for (const [key, {fields = {}}] of Object.entries(description.lists ?? {}))
        if (fields.id === 'id') idsOnce(yaml, [key], Object(yaml.value)[key], 'record', say)
      for (const placed of recordsIn(subject)) referenceFindings(yaml, placed, subject, surroundings, say)
      return messages
    },
  }
}

/** The file itself and the records of its lists, each with the fields that it may have. */
function placedRecords(
  {value}: Located<unknown>,
  {fields = {}, lists = {}}: FactsDescription,
): PlacedRecord[] {
  const listed = Object.entries(lists).flatMap(([key, list]) =>
    ((Object(value)[key] ?? []) as Record<string, unknown>[]).map((record, index) => ({
      record,
      pointer: [key, index],
      fields: list.fields ?? {},
    })),
  )
  return [{record: Object(value), pointer: [], fields}, ...listed]
}

/** Words stand under the name of their field: of a word by its own id, of a text by that of its record. */
function wordedRecords(records: readonly PlacedRecord[]): WordedRecords[] {
  const ids = new Map<string, Set<string>>()
  for (const {record, fields} of records)
    for (const [field, type] of Object.entries(fields)) {
      const id = type === 'word' ? record[field] : type === 'text' ? record.id : undefined
      if (type !== 'word' && type !== 'text') continue
      const known = ids.get(field) ?? new Set()
      if (typeof id === 'string') known.add(id)
      ids.set(field, known)
    }
  return [...ids].map(([field, known]) => ({pointer: [field], what: 'record', ids: known}))
}

/** References to provisions and meetings that do not exist; documents are asked about once they are planned. */
function referenceFindings(
  yaml: Located<unknown>,
  {record, pointer, fields}: PlacedRecord,
  subject: Subject,
  {meetings}: Surroundings,
  say: Say,
): void {
  for (const [field, type] of Object.entries(fields)) {
    const value = record[field]
    if (typeof value !== 'string') continue
    const known =
      type === 'provision'
        ? provisionReferences(subject)
        : type === 'meeting' && meetings.size > 0
          ? new Set(meetings.keys())
          : undefined
    if (known && !known.has(value))
      say(yaml, [...pointer, field], `unknown-${type}`, () => unknown(type, value, known))
  }
}
