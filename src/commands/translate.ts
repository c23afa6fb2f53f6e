import {UsageError} from '../failure/index.ts'
import {choices, printed, quote} from '../message/index.ts'
import type {Terminal} from './terminal.ts'

interface Subcommand {
  help: string
  run(args: string[], terminal: Terminal): Promise<number>
}

/** What `translate` can do; each loads only what it needs. */
const subcommands: ReadonlyMap<string, () => Promise<Subcommand>> = new Map<
  string,
  () => Promise<Subcommand>
>([
  ['status', () => import('./translate/status.ts')],
  ['confirm', () => import('./translate/confirm.ts')],
  ['export', () => import('./translate/export.ts')],
  ['import', () => import('./translate/import.ts')],
  ['start', () => import('./translate/start.ts')],
])

/** What `translate --help` prints. */
export const help = `cites-docs translate status                      shows what is missing, stale or not confirmed
cites-docs translate start <document> --to es    begins a translation
cites-docs translate confirm <document>          says that translations are right as they stand now
cites-docs translate export <document> --to fr   writes what is to be translated for a tool, or as a table
cites-docs translate import <file>               puts translations back into the sources

Write --help after one of them to see its options.
`

/**
 * @param args  what stands after `translate`: a subcommand and its arguments
 * @returns exit status of the subcommand
 * @throws UsageError  where there is no such subcommand
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args
  if (name === '' || name === '--help' || name === '-h') {
    terminal.out(printed(help))
    return name === '' ? 2 : 0
  }
  const subcommand = subcommands.get(name)
  if (!subcommand)
    throw new UsageError(
      `“translate” cannot do ${quote(name)}. Write ${choices(name, [...subcommands.keys()])}.`,
    )
  return (await subcommand()).run(rest, terminal)
}
