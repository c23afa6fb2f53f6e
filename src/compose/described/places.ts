import {factsOf, type Located, type Subject} from '../../resolve/index.ts'
import type {Viewpoint} from '../context.ts'

/** A path of a description: keys into the file of its own sort, or of another sort as `workshop/ends`. */
export interface Path {
  sort: string
  keys: string[]
}

/** A path as a description writes it, such as `appeal.lines`. */
export function pathOf(written: string, sort: string): Path {
  const [, other, keys = ''] = /^(?:([^/]+)\/)?(.*)$/.exec(written) ?? []
  return {sort: other ?? sort, keys: keys === '' ? [] : keys.split('.')}
}

/** The subject whose facts a description means. */
export function subjectOf({subject, proposed}: Viewpoint, isProposed: boolean | undefined): Subject {
  return isProposed ? (proposed ?? subject) : subject
}

/** What stands at a path of a subject's facts; undefined where nothing does. */
export function valueAt(subject: Subject, {sort, keys}: Path): unknown {
  return within(factsOf(subject, sort)?.value, keys)
}

/** What stands under keys of a value. */
export function within(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (below, key) =>
      typeof below === 'object' && below !== null && Object.hasOwn(below, key)
        ? Object(below)[key]
        : undefined,
    value,
  )
}

/** A record of a list, and the keys that lead to it. */
export interface ListedRecord {
  value: Record<string, unknown>
  pointer: (string | number)[]
}

/** A list of records as they are known on a day. */
export interface ListPlace {
  yaml: Located<unknown>
  keys: readonly string[]
  /** Key of the day from which a record is known. */
  dated: string | undefined
}

/**
 * The records of a list that are known on the day, in the order of the file.
 *
 * @returns undefined where the file has no such list
 */
export function recordsOf({asOf}: Viewpoint, {yaml, keys, dated}: ListPlace): ListedRecord[] | undefined {
  const list = within(yaml.value, keys)
  if (!Array.isArray(list)) return undefined
  return list
    .map((value, index): ListedRecord => ({value, pointer: [...keys, index]}))
    .filter(({value}) => dated === undefined || String(value[dated]) <= asOf)
}

/** Whether a record says that it is not confirmed. */
export function isExample(record: unknown): boolean {
  return within(record, ['example']) === true
}

/**
 * Whether all that a description prints rests on an example: its record says so, or the key that it names.
 *
 * @param example  path of that key; `example` in the record, else in the file, where left out
 */
export function isWholeExample(
  {value}: Located<unknown>,
  {record, example}: {record?: string; example?: string},
): boolean {
  const path = example ?? (record === undefined ? 'example' : `${record}.example`)
  return within(value, path.split('.')) === true
}
