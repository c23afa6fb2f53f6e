import type {Source} from '../load/index.ts'
import {compare} from '../message/index.ts'
import type {FactChange} from './types.ts'

/** Names of files of facts: those of words have a language before their ending, and no document prints the glossary. */
export const factsFile = /^documents\/(?!glossary\.|.*\.[a-z]{2}\.yaml$).+\.yaml$/
/** Characters of a value that are shown. */
const mostCharacters = 200

/**
 * The facts that differ, value by value: a record is known by its id, wherever it stands in its list.
 *
 * @param before  the valid sources of a side; a file that is missing on one side only for its errors is left out
 * @param isThere  whether a file is on both sides, whatever is wrong with it
 */
export function factChanges(
  before: ReadonlyMap<string, Source>,
  after: ReadonlyMap<string, Source>,
  isThere: {before(path: string): boolean; after(path: string): boolean},
): FactChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter((path) => factsFile.test(path))
  return paths.sort(compare).flatMap((path) => {
    const [one, other] = [before.get(path), after.get(path)]
    if (!one && isThere.before(path)) return []
    if (!other && isThere.after(path)) return []
    if (!one || !other) return [whole(path, one, other)]
    if (one.file.value === other.file.value) return []
    return changesIn({file: path, path: []}, one.data.value, other.data.value)
  })
}

function whole(path: string, one: Source | undefined, other: Source | undefined): FactChange {
  return changeAt({file: path, path: []}, one?.data.value, other?.data.value)
}

type Mapping = Record<string, unknown>

/** Where a value stands: keys and ids that lead to it, and the first id of a list among them. */
interface At {
  file: string
  path: readonly string[]
  record?: string
}

function changesIn(at: At, one: unknown, other: unknown): FactChange[] {
  if (isMapping(one) && isMapping(other)) return inParts(at, entriesOf(one), entriesOf(other), false)
  if (Array.isArray(one) && Array.isArray(other)) {
    const [before, after] = itemsOf(one, other)
    return inParts(at, before, after, true)
  }
  return JSON.stringify(one) === JSON.stringify(other) ? [] : [changeAt(at, one, other)]
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(value: Mapping): Map<string, unknown> {
  return new Map(Object.entries(value))
}

type Parts = ReadonlyMap<string, unknown>

function inParts(at: At, before: Parts, after: Parts, isList: boolean): FactChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  const found = keys.flatMap((key) => {
    const record = at.record ?? (isList ? key : undefined)
    const below = {file: at.file, path: [...at.path, key], ...(record === undefined ? {} : {record})}
    return before.has(key) && after.has(key)
      ? changesIn(below, before.get(key), after.get(key))
      : [changeAt(below, before.get(key), after.get(key))]
  })
  const shared = (own: Parts, other: Parts): string[] => [...own.keys()].filter((key) => other.has(key))
  const [order, other] = [shared(before, after), shared(after, before)]
  // The order of a list may be what it says.
  return isList && order.join('\u0000') !== other.join('\u0000')
    ? [...found, changeAt(at, order, other)]
    : found
}

/** The items of two lists by what they are called on both sides: their ids, or what they begin with. */
function itemsOf(one: readonly unknown[], other: readonly unknown[]): [Parts, Parts] {
  const [before, after] = [named(one), named(other)]
  const left = [...before.keys()].filter((key) => !after.has(key))
  const others = [...after.keys()].filter((key) => !before.has(key))
  const [from, to] = [left[0], others[0]]
  const isOne = left.length === 1 && others.length === 1 && from !== undefined
  // An item without an id that begins otherwise, where all the others are still there, is the same one.
  if (!isOne || !isNameless(before.get(from))) return [before, after]
  return [before, new Map([...after].map(([key, value]) => [key === to ? from : key, value]))]
}

function isNameless(item: unknown): boolean {
  return isMapping(item) && item.id === undefined
}

function named(items: readonly unknown[]): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const item of items) {
    const first = isMapping(item) ? (item.id ?? Object.values(item)[0]) : item
    const name = typeof first === 'object' ? JSON.stringify(first) : String(first)
    let key = name
    for (let count = 2; found.has(key); count++) key = `${name} (${count})`
    found.set(key, item)
  }
  return found
}

/** A fact is called by its record: the first id of a list on the way to the value, or its first key. */
function changeAt({file, path, record = path[0]}: At, one: unknown, other: unknown): FactChange {
  const name = nameOf(file)
  return {
    fact: record === undefined ? name : `${name}#${record}`,
    file,
    path,
    ...(one === undefined ? {} : {before: shownValue(one)}),
    ...(other === undefined ? {} : {after: shownValue(other)}),
  }
}

function shownValue(value: unknown): string {
  const text = written(value)
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`
}

/** A value on one line, as YAML has it. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (!isMapping(value)) return String(value)
  const entries = Object.entries(value).map(([key, own]) => `${key}: ${written(own)}`)
  return `{${entries.join(', ')}}`
}

/** As values of facts in a finished tree lead back: `internet-trade/tasks`. */
function nameOf(path: string): string {
  return path.replace(/^documents\/(?:decisions\/)?/, '').replace(/\.yaml$/, '')
}
