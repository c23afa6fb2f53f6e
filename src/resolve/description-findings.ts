import type {VFileMessage} from 'vfile-message'
import {choices, quote} from '../message/index.ts'
import {blockDirectiveForms, type SchemaFile} from '../validate/index.ts'
import type {Looking} from './description-findings-types.ts'
import type {FactsDescription} from './description-types.ts'
import {factFindings} from './fact-description-findings.ts'
import type {FactsDefinition} from './facts/define-facts.ts'
import {type HeldType, keysAt, typeAt} from './field-types.ts'
import {collector, type Say} from './findings.ts'
import type {Located} from './located.ts'
import {tableFindings} from './table-description-findings.ts'
import type {Templates} from './template-types.ts'

const namesOfTypes: Record<HeldType, string> = {
  date: 'a day',
  number: 'a number',
  text: 'a word',
  list: 'a list of records',
  keys: 'a block of keys',
  other: 'true or false',
}

/**
 * Findings about what templates say that documents print of facts: keys that the facts do not have, sums of what cannot
 * be added, names that are taken, phrases and headings that do not exist.
 *
 * @param schemas  of the package and of a root's own facts, by name
 * @param sorts  ours and the root's own
 */
export function descriptionFindings(
  templates: Templates,
  schemas: ReadonlyMap<string, SchemaFile>,
  sorts: readonly FactsDefinition[],
): VFileMessage[] {
  const {messages, say} = collector()
  const tables = new Map([...blockDirectiveForms.keys()].map((name) => [name, 'the build itself']))
  const facts = new Map(sorts.flatMap(({named}) => named).map((name) => [name, 'the build itself']))
  for (const [sort, yaml] of templates.facts) {
    const look: Looking = {sort, yaml, templates, say, asks: asksOf(sort, yaml, schemas, say)}
    if (formFindings(look, schemas)) continue
    look.asks(yaml.value['known-from'], ['date'], ['known-from'])
    for (const [key, {dated}] of Object.entries(yaml.value.lists ?? {})) {
      look.asks(key, ['list'], ['lists', key])
      look.asks(dated, ['date'], ['lists', key, 'dated'], [key])
    }
    for (const [name, table] of Object.entries(yaml.value.tables ?? {})) {
      nameFindings(look, tables, ['tables', name], `“::${name}”`)
      tableFindings(look, name, table)
    }
    for (const [name, fact] of Object.entries(yaml.value.facts ?? {})) {
      nameFindings(look, facts, ['facts', name], quote(`:fact[${name}]`))
      factFindings(look, name, fact)
    }
  }
  return messages
}

/** Two sorts that print under one name: only one of them would ever be printed. */
function nameFindings(
  {yaml, say}: Looking,
  taken: Map<string, string>,
  pointer: string[],
  what: string,
): void {
  const name = pointer.at(-1) ?? ''
  const other = taken.get(name)
  if (other !== undefined && other !== yaml.path)
    say(yaml, pointer, 'name-taken', `${what} is already printed by ${other}. Give this another name.`)
  taken.set(name, other ?? yaml.path)
}

/**
 * Fields belong to a sort of one's own, which has some; ours has its schema.
 *
 * @returns whether the sort is not what its author takes it for, so that all else about it would follow from that
 */
function formFindings({sort, yaml, say}: Looking, schemas: ReadonlyMap<string, SchemaFile>): boolean {
  const {fields, lists = {}, title} = yaml.value
  const isOurs = schemas.has(sort)
  const places = [
    ...(fields ? [['fields']] : []),
    ...Object.entries(lists).flatMap(([key, list]) => (list.fields ? [['lists', key, 'fields']] : [])),
  ]
  const [first] = places
  if (isOurs && first)
    say(
      yaml,
      first,
      'sort-taken',
      `${quote(sort)} is a sort of facts that is there already, with its own fields. Give yours another name: that of its file here and in documents/decisions/.`,
    )
  if (!isOurs && !first)
    say(
      yaml,
      [],
      'description-form',
      `${quote(sort)} is a sort of facts of your own, and no fields are said. Add “lists: {${sort}: {fields: {id: id}}}”.`,
    )
  if (!isOurs && title === undefined)
    say(yaml, [], 'description-form', 'A sort of facts of your own has a title. Add “title: …”.')
  return isOurs ? first !== undefined : first === undefined
}

function asksOf(
  ownSort: string,
  yaml: Located<FactsDescription>,
  schemas: ReadonlyMap<string, SchemaFile>,
  say: Say,
): Looking['asks'] {
  return (written, types, pointer, below = []) => {
    if (written === undefined) return
    const [, other, path = ''] = /^(?:([^/]+)\/)?(.*)$/.exec(written) ?? []
    const sort = other ?? ownSort
    const keys = other === undefined ? [...below, ...path.split('.')] : path.split('.')
    // A list that is not there is said where it is named.
    if (below.length > 0 && typeAt(schemas, ownSort, below) === undefined) return
    const held = typeAt(schemas, sort, keys)
    if (held !== undefined && types.includes(held)) return
    const reason =
      held === undefined
        ? unknownKey(sort, keys.at(-1) ?? '', keysAt(schemas, sort, keys.slice(0, -1)))
        : `${quote(written)} is ${namesOfTypes[held]} in ${sort}.yaml, and ${types.map((type) => namesOfTypes[type]).join(' or ')} is needed here. Name another key.`
    say(yaml, pointer, held === undefined ? 'description-key' : 'description-type', reason)
  }
}

function unknownKey(sort: string, key: string, known: readonly string[]): string {
  return `There is no key ${quote(key)} in ${sort}.yaml. Write ${choices(key, known)}.`
}
