import type {VFileMessage} from 'vfile-message'
import {isError, type Printed, printable, printed} from '../../message/index.ts'
import {capped} from './capped.ts'
import {spanOf} from './json.ts'
import {placesOf} from './terminal.ts'

/**
 * Messages as the commands by which a workflow of GitHub marks the lines of a pull request.
 * Source: GitHub's documentation of workflow commands. Whatever stands in a path or in words, it ends no command and begins none.
 */
export function githubReport(messages: readonly VFileMessage[]): Printed {
  const {shown, left} = capped(messages)
  const lines = shown.map((message) => {
    const {start, end} = spanOf(message)
    const properties = {
      file: message.file ?? '',
      line: start.line,
      col: start.column,
      endLine: end.line,
      endColumn: end.column,
      title: message.ruleId ?? '',
    }
    const told = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`)
    const data = [message.reason, ...placesOf(message).map((place) => `The same: ${place}`)]
    const command = isError(message) ? 'error' : 'warning'
    return `::${command} ${told.join(',')}::${data.map(inData).join('%0A')}`
  })
  if (left > 0) lines.push(`::notice::… and ${left} more messages.`)
  return printed(lines.map((line) => `${line}\n`).join(''), {commands: true})
}

function inData(text: string): string {
  return printable(text).replaceAll('%', '%25')
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
