import type {CaptionedTable} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {describedTables} from '../described/tables.ts'
import type {Refusal, Tables} from './fact-table.ts'
import {fundsTables} from './funds.ts'
import {questionsTables} from './questions.ts'
import {repliesTables} from './replies.ts'
import {statusTables} from './status.ts'
import {tasksTables} from './tasks.ts'

export type {Column, Refusal, Row} from './fact-table.ts'
export {columnsOf, factTable} from './fact-table.ts'
export {knownLater, noFile} from './refusals.ts'

/** Tables that are more than lists of records: what they print follows from rules, and not from a description. */
export const codedTables: ReadonlyMap<string, Tables> = new Map([
  ['funds', fundsTables],
  ['questions', questionsTables],
  ['replies', repliesTables],
  ['status', statusTables],
  ['tasks', tasksTables],
])

/**
 * The tables of a name as a viewpoint sees them.
 *
 * @returns undefined where there is no table of the name, neither here nor in templates/facts/
 */
export function tablesOf(context: Context, name: string): CaptionedTable[] | Refusal | undefined {
  const coded = codedTables.get(name)
  if (coded) return coded(context)
  for (const [sort, {value}] of context.dossier.templates.facts)
    if (value.tables && Object.hasOwn(value.tables, name)) return describedTables(context, name, sort, value)
  return undefined
}
