import type {VFileMessage} from 'vfile-message'
import {isError} from '../../message/index.ts'
import {capped} from './capped.ts'
import {spanOf} from './json.ts'
import {placesOf} from './terminal.ts'

/**
 * Messages as the commands by which a workflow of GitHub marks the lines of a pull request.
 * Source: GitHub's documentation of workflow commands. Whatever stands in a path or in words, it ends no command.
 */
export function githubReport(messages: readonly VFileMessage[]): string {
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
    return `::${isError(message) ? 'error' : 'warning'} ${told.join(',')}::${inData([message.reason, ...placesOf(message).map((place) => `The same: ${place}`)].join('\n'))}`
  })
  if (left > 0) lines.push(`::notice::… and ${left} more messages.`)
  return lines.length > 0 ? `${lines.join('\n')}\n` : ''
}

function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
