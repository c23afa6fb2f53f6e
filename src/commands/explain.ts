import {UsageError} from '../failure/index.ts'
import {asTyped, compare, printed, quote} from '../message/index.ts'
import {readRulePages} from '../package-files.ts'
import {explained, rulePages} from '../report/index.ts'
import {parse} from './options.ts'
import type {Terminal} from './terminal.ts'

/** What `explain --help` prints. */
export const help = `cites-docs explain <rule>   says why a message is given: what is wrong, what is right, and where it stands

  <rule>            the id in the message, such as list-conjunction; without it, every rule in a line
  -h, --help        this text
`

/**
 * @param args  what stands after `explain`
 * @returns exit status: 0
 * @throws UsageError  when there is no such rule
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const {values, positionals} = parse(args, {help: {type: 'boolean', short: 'h'}})
  if (values.help) {
    terminal.out(printed(help))
    return 0
  }
  const pages = rulePages(await readRulePages())
  const [id, other] = positionals
  if (other !== undefined) throw new UsageError(`One rule at a time: leave out ${quote(other)}.`)
  if (id === undefined) {
    for (const [name, {summary}] of [...pages].sort(([a], [b]) => compare(a, b)))
      terminal.out(printed(`${name.padEnd(30)} ${summary}\n`))
    return 0
  }
  const found = explained(pages, id)
  if (!('text' in found)) {
    const remedy = found.near
      ? `Write ${quote(found.near)}.`
      : `Write “${asTyped('explain')}” to see them all.`
    throw new UsageError(`There is no rule ${quote(id)}. ${remedy}`)
  }
  terminal.out(printed(found.text, {commands: true}))
  return 0
}
