import type {Node} from 'unist'
import type {VFileMessage} from 'vfile-message'
import type {Disable, MarkdownSource, Source, YamlData} from '../load/index.ts'
import {error, nearest, quote, warning} from '../message/index.ts'

declare module 'mdast' {
  interface RootData {
    disables?: Disable[]
  }
}

/** What the author of a file has switched off in it. */
export interface Disables {
  path: string
  /** By a comment, in YAML or in a front matter. */
  inYaml: readonly Disable[]
  /** By a directive, in Markdown. */
  inMarkdown: readonly Disable[]
}

/** What is switched off in a file. */
export function disablesOf({
  path,
  data,
  tree,
}: {
  path: string
  data: YamlData
  tree?: MarkdownSource['tree']
}): Disables {
  return {path, inYaml: data.disables, inMarkdown: tree?.data?.disables ?? []}
}

/** How many rules are switched off in a file. */
export function countDisables(source: Source): number {
  const {inYaml, inMarkdown} = disablesOf(source)
  return inYaml.length + inMarkdown.length
}

/**
 * Leaves out what an author has switched off.
 *
 * @param disables  of the file that the messages are about, or of several
 * @param messages  what rules found
 * @returns the rest, and which of the disables kept nothing back
 */
export function withoutDisabled(
  disables: readonly Disables[],
  messages: readonly VFileMessage[],
): {rest: VFileMessage[]; unused: {path: string; disable: Disable}[]} {
  const all = disables.filter(({inYaml, inMarkdown}) => inYaml.length + inMarkdown.length > 0)
  if (all.length === 0) return {rest: [...messages], unused: []}
  const used = new Set<Disable>()
  const rest = messages.filter((message) => {
    const holding = all.flatMap((file) => holdingOf(file, message))
    for (const disable of holding) used.add(disable)
    return holding.length === 0
  })
  const unused = all.flatMap(({path, inYaml, inMarkdown}) =>
    [...inYaml, ...inMarkdown].flatMap((disable) => (used.has(disable) ? [] : [{path, disable}])),
  )
  return {rest, unused}
}

function holdingOf({path, inYaml, inMarkdown}: Disables, message: VFileMessage): Disable[] {
  if (message.file !== path) return []
  const line = message.line ?? 0
  const isMeant = ({rule, reason}: Disable): boolean => rule === message.ruleId && reason !== ''
  const isThere = ({lines: [first, last]}: Disable): boolean => line >= first && line <= last
  // What is said of a Markdown file as a whole is switched off in its front matter.
  const isOfWhole = line === 1 && path.endsWith('.md')
  return [
    ...inYaml.filter((disable) => isMeant(disable) && (isOfWhole || isThere(disable))),
    ...inMarkdown.filter((disable) => isMeant(disable) && isThere(disable)),
  ]
}

/** Whether a line that switches a rule off stands in words that are not printed: what the rule would say is not known. */
export function isInDropped({place}: Disable, dropped: readonly Node[]): boolean {
  return dropped.some(
    ({position}) =>
      position && place.start.line > position.start.line && place.start.line < position.end.line,
  )
}

/**
 * Says that a rule is switched off for nothing, so that the line can go.
 *
 * @param language  whose documents were looked at, where the file alone does not tell
 */
export function disableUnused(path: string, {rule, place}: Disable, language?: string): VFileMessage {
  const reason = path.endsWith('.md')
    ? `The rule ${quote(rule)} has nothing to say about the paragraph, list or table right after this line. Delete it, or put it right before what it is for: before a list, and not before the paragraph above it.`
    : `The rule ${quote(rule)} has nothing to say about what follows. Delete this line.`
  return warning(reason, {path, ruleId: 'disable-unused', place, language})
}

/**
 * What is wrong with the lines that switch rules off in a file: `disable-form`, an error.
 *
 * @param rules  ids of the messages that may be switched off
 * @returns also the disables that are right
 */
export function disableFaults(
  {path, inYaml, inMarkdown}: Disables,
  rules: readonly string[],
): {faults: VFileMessage[]; right: Set<Disable>} {
  const right = new Set<Disable>()
  const say = (disable: Disable, isMarkdown: boolean): VFileMessage[] => {
    const fault = faultOf(disable, rules, isMarkdown)
    if (!fault) right.add(disable)
    return fault ? [error(fault, {path, ruleId: 'disable-form', place: disable.place})] : []
  }
  const faults = [
    ...inYaml.flatMap((disable) => say(disable, false)),
    ...inMarkdown.flatMap((disable) => say(disable, true)),
  ]
  return {faults, right}
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
