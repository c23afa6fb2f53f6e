import type {VFileMessage} from 'vfile-message'
import type {Disable, Source} from '../load/index.ts'
import {error, nearest, quote, warning} from '../message/index.ts'

declare module 'mdast' {
  interface RootData {
    disables?: Disable[]
  }
}

/**
 * Leaves out what an author has switched off, and reports what is switched off for nothing or without a reason.
 *
 * @param source  the file that the messages are about
 * @param messages  what the rules about its words found
 * @param rules  ids of the rules that may be switched off
 * @returns the rest, and `disable-form` (an error) or `disable-unused`
 */
export function withoutDisabled(
  source: Source,
  messages: readonly VFileMessage[],
  rules: readonly string[],
): VFileMessage[] {
  const ofTree = source.kind === 'markdown' ? (source.tree.data?.disables ?? []) : []
  const disables = [...source.data.disables, ...ofTree]
  if (disables.length === 0) return [...messages]
  const {path} = source
  const used = new Set<Disable>()
  const rest = messages.filter((message) => {
    const holding = disables.filter((disable) => holds(disable, message))
    for (const disable of holding) used.add(disable)
    return holding.length === 0
  })
  const own = disables.flatMap((disable) => {
    const fault = faultOf(
      disable,
      rules,
      source.kind === 'markdown' && !source.data.disables.includes(disable),
    )
    if (fault) return [error(fault, {path, ruleId: 'disable-form', place: disable.place})]
    if (used.has(disable)) return []
    const reason = `The rule ${quote(disable.rule)} has nothing to say about what follows. Delete this line.`
    return [warning(reason, {path, ruleId: 'disable-unused', place: disable.place})]
  })
  return [...rest, ...own]
}

function holds({rule, reason, lines: [first, last]}: Disable, message: VFileMessage): boolean {
  const line = message.line ?? 0
  return rule === message.ruleId && reason !== '' && line >= first && line <= last
}

function faultOf(disable: Disable, rules: readonly string[], isMarkdown: boolean): string | undefined {
  const {rule, reason, isMalformed} = disable
  const form = (name: string): string =>
    isMarkdown ? `“::disable{rule=${name} reason="why"}”` : `“# disable ${name}: why”`
  if (rule === '' || isMalformed)
    return `A rule is switched off with ${form('spelling')}. Write its id and a reason.`
  if (!rules.includes(rule)) {
    const near = nearest(rule, rules)
    return `There is no rule ${quote(rule)} that can be switched off. ${near ? `Write ${quote(near)}, or delete this line.` : 'Delete this line, and write what the rule asks for.'}`
  }
  if (reason.trim() === '') return `No reason says why ${quote(rule)} is switched off. Write ${form(rule)}.`
  return undefined
}
