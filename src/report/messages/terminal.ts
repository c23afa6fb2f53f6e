import type {VFileMessage} from 'vfile-message'
import {isError, printable} from '../../message/index.ts'
import {capped} from './capped.ts'

/** How messages are shown on a terminal. */
export interface TerminalOptions {
  texts: ReadonlyMap<string, string>
  /** Whether colours are wanted: a terminal, and NO_COLOR not set. */
  color: boolean
  /** Whether warnings that `check --fix` mends are listed too, and not only counted. */
  isAll?: boolean
}

/**
 * Messages as an author reads them: place, severity, rule, words, and the line of source with a mark under it.
 *
 * @returns text that ends with a line feed, or nothing
 */
export function terminalReport(messages: readonly VFileMessage[], options: TerminalOptions): string {
  const listed = options.isAll ? messages : messages.filter((message) => !isMendable(message))
  const {shown: kept, left} = capped(listed)
  const shown = kept.map((message) => entry(message, options))
  if (left > 0) shown.push(`… and ${left} more messages.`)
  const mendable = messages.length - listed.length
  if (mendable > 0)
    shown.push(
      `${mendable} ${mendable === 1 ? 'warning is' : 'warnings are'} mended by “npm run check -- --fix” (listed with --all).`,
    )
  return shown.length > 0 ? `${shown.join('\n')}\n` : ''
}

/** Whether it is a warning that `check --fix` mends without asking. */
export function isMendable(message: VFileMessage): boolean {
  return message.fix !== undefined && !isError(message)
}

function entry(message: VFileMessage, {texts, color}: TerminalOptions): string {
  const severity = isError(message) ? paint('error', '31', color) : paint('warning', '33', color)
  const head = headOf(message, severity)
  const frame = codeFrame(texts.get(message.file ?? ''), message.line ?? 1, message.column ?? 1)
  return [head, ...(frame ? [frame] : []), ...placesOf(message).map((place) => `  the same: ${place}`)].join(
    '\n',
  )
}

/** Where the same finding stands in the other languages, as `file:line:column`. */
export function placesOf({also = []}: VFileMessage): string[] {
  return also.map(({file, line, column}) => `${printable(file)}:${line}:${column}`)
}

/** A message in one line: place, severity, rule, words. */
export function headOf(message: VFileMessage, severity: string): string {
  const {file = '', line = 1, column = 1, ruleId, reason} = message
  return `${printable(file)}:${line}:${column}: ${severity} ${ruleId}: ${reason}`
}

function paint(text: string, code: string, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text
}

const frameWidth = 100

/** The line of source and a caret under the column; undefined where there is nothing to show. */
function codeFrame(text: string | undefined, line: number, column: number): string | undefined {
  const source = text?.split('\n')[line - 1]
  if (source === undefined || source.trim() === '') return undefined
  const from = Math.max(0, Math.min(column - 1 - frameWidth / 2, source.length - frameWidth))
  const piece = printable(source.slice(from, from + frameWidth).replaceAll('\t', ' '))
  const gutter = `  ${line} | `
  return `${gutter}${piece}\n${' '.repeat(gutter.length - 2)}| ${' '.repeat(Math.max(0, column - 1 - from))}^`
}
