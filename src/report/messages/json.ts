import type {VFileMessage} from 'vfile-message'
import {isError, type Printed, printable, printed} from '../../message/index.ts'
import {capped} from './capped.ts'

/** Messages as data for another program, in the form of schemas/messages.schema.json; lines and columns from 1. */
export function jsonReport(messages: readonly VFileMessage[]): Printed {
  const {shown, left} = capped(messages)
  const records = shown.map((message) => {
    const {start, end} = spanOf(message)
    return {
      file: printable(message.file ?? ''),
      line: start.line,
      column: start.column,
      'end-line': end.line,
      'end-column': end.column,
      severity: isError(message) ? 'error' : 'warning',
      rule: printable(message.ruleId ?? ''),
      message: printable(message.reason),
      ...(message.language ? {language: printable(message.language)} : {}),
      ...(message.also ? {also: message.also.map((place) => ({...place, file: printable(place.file)}))} : {}),
    }
  })
  const errors = messages.filter(isError).length
  const report = {errors, warnings: messages.length - errors, 'not-shown': left, messages: records}
  return printed(`${JSON.stringify(report, undefined, 2)}\n`)
}

interface Point {
  line: number
  column: number
}

/** Where a message begins and ends; a point ends where it begins. */
export function spanOf({place, line = 1, column = 1}: VFileMessage): {start: Point; end: Point} {
  if (place && 'start' in place) return {start: place.start, end: place.end}
  return {start: {line, column}, end: {line, column}}
}
