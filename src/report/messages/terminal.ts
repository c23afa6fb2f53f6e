import type {VFileMessage} from 'vfile-message'
import type {Texts} from '../../load/index.ts'
import {asTyped, isError, type Printed, printable, printed} from '../../message/index.ts'
import {capped} from './capped.ts'

/** How messages are shown on a terminal. */
export interface TerminalOptions {
  texts: Texts
  /** Whether colours are wanted: a terminal, and NO_COLOR not set. */
  color: boolean
  /** Characters of a line of the screen; a line of source is cut to it. */
  width?: number | undefined
  /** Whether warnings that `check --fix` mends are listed too, and not only counted. */
  isAll?: boolean
}

/**
 * Messages as an author reads them: place, severity, rule, words, and the line of source with a mark under it.
 *
 * @param messages  in the order in which they are shown
 * @returns text that ends with a line feed, or nothing
 */
export function terminalReport(messages: readonly VFileMessage[], options: TerminalOptions): Printed {
  const listed = options.isAll ? messages : messages.filter((message) => !isMendable(message))
  const {shown, left} = capped(listed)
  const lineOf = linesOf(options.texts)
  const entries = shown.map((message) => entry(message, lineOf(message), options))
  if (left > 0) entries.push(`… and ${left} more messages.`)
  const mendable = messages.length - listed.length
  if (mendable > 0)
    entries.push(
      `${mendable} ${mendable === 1 ? 'warning is' : 'warnings are'} mended by “${asTyped('check', '--fix')}” (“${asTyped('check', '--all')}” lists them).`,
    )
  return printed(entries.map((text) => `${text}\n`).join(''), options)
}

/** Whether it is a warning that `check --fix` mends without asking. */
export function isMendable(message: VFileMessage): boolean {
  return message.fix !== undefined && !isError(message)
}

/** The line of source of a message; each text is taken apart once. */
function linesOf(texts: Texts): (message: VFileMessage) => string {
  const known = new Map<string, string[]>()
  return ({file = '', line = 1}) => {
    const lines = known.get(file) ?? (texts.get(file) ?? '').split('\n')
    known.set(file, lines)
    return lines[line - 1] ?? ''
  }
}

function entry(message: VFileMessage, source: string, {color, width}: TerminalOptions): string {
  const severity = isError(message) ? paint('error', '31', color) : paint('warning', '33', color)
  const head = headOf(message, severity)
  const frame = codeFrame(source, message.line ?? 1, message.column ?? 1, width)
  return [head, ...(frame ? [frame] : []), ...placesOf(message).map((place) => `  the same: ${place}`)].join(
    '\n',
  )
}

/** Where the same finding stands in the other languages, as `file:line:column`, with its words where they differ. */
export function placesOf({also = []}: VFileMessage): string[] {
  return also.map(({file, line, column, message}) => {
    const place = `${printable(file)}:${line}:${column}`
    return message === undefined ? place : `${place}: ${message}`
  })
}

/** A message in one line: place, severity, rule, words. */
export function headOf(message: VFileMessage, severity: string): string {
  const {file = '', line = 1, column = 1, ruleId, reason} = message
  const said = `${printable(ruleId ?? '')}: ${printable(reason)}`
  return `${printable(file)}:${line}:${column}: ${severity} ${said}`
}

function paint(text: string, code: string, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text
}

// Where no screen is known, as in a log.
const widthOfPiece = 100

/** The line of source and a caret under the column; undefined where there is nothing to show. */
function codeFrame(
  source: string,
  line: number,
  column: number,
  screen: number | undefined,
): string | undefined {
  if (source.trim() === '') return undefined
  const gutter = `  ${line} | `
  const width = screen === undefined ? widthOfPiece : Math.max(1, screen - gutter.length)
  const at = column - 1
  const from = Math.max(0, Math.min(at - Math.floor(width / 2), source.length - width))
  const shown = (start: number, end: number): string =>
    printable(source.slice(start, end).replaceAll('\t', ' '))
  // What is printed as U+XXXX before it moves the mark along.
  const before = shown(from, at)
  const piece = `${before}${shown(at, from + width)}`.slice(0, width)
  return `${gutter}${piece}\n${' '.repeat(gutter.length - 2)}| ${' '.repeat(before.length)}^`
}
