import type {VFileMessage} from 'vfile-message'
import {error, quote} from '../message/index.ts'
import {caps} from './caps.ts'

const container = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)+/
const fence = /^[ \t]*:::+(.*)$/

/**
 * Findings about Markdown that would make the parser slow or overflow; one linear pass over the lines.
 *
 * @param text  the whole file, decoded
 * @param path  for the findings
 */
export function markdownLimits(text: string, path: string): VFileMessage[] {
  const messages: VFileMessage[] = []
  const say = (reason: string, ruleId: string, line: number, column = 1): void => {
    if (messages.length === 0) {
      messages.push(error(reason, {path, ruleId, place: {start: {line, column}, end: {line, column}}}))
    }
  }
  let marks = 0
  let containers = 0
  const open: {line: number; name: string}[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const number = index + 1
    if (/^\s*$/.test(line)) marks = 0
    else if (!/^\s*\|/.test(line)) marks += line.match(/[[\](*_~<&`]/g)?.length ?? 0
    if (marks > caps.marksInRun)
      say(
        `More than ${caps.marksInRun} brackets, stars and other marks stand without a blank line. Put in blank lines.`,
        'markdown-marks',
        number,
      )
    if (/^ *\t/.test(line) && line.trim() !== '')
      say(
        'This line is indented with a tab. Use spaces: three for each level of a list.',
        'markdown-tab',
        number,
      )
    const opened = container.exec(line)?.[0].match(/>|[-*+]|\d{1,9}[.)]/g)?.length ?? 0
    containers += opened
    if (opened > caps.containersOnLine)
      say(
        `This line opens ${opened} lists or quotations. Open at most ${caps.containersOnLine}.`,
        'markdown-containers',
        number,
      )
    if (containers > caps.containersInFile)
      say(
        `The file has more than ${caps.containersInFile} list items. Split it.`,
        'markdown-containers',
        number,
      )
    const indent = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
    if (indent > caps.indentColumns && line.trim() !== '')
      say(
        `This line is indented by more than ${caps.indentColumns} columns. Move it to the left.`,
        'markdown-indent',
        number,
      )
    const fenced = fence.exec(line)
    if (fenced?.[1]?.trim() === '') open.pop()
    else if (fenced) open.push({line: number, name: /^[a-z-]*/.exec(fenced[1] ?? '')?.[0] ?? ''})
    if (open.length > caps.openFences)
      say(
        'Too many blocks that begin with “:::” are open. Close each with a line of “:::”.',
        'markdown-fences',
        number,
      )
    const hidden = /<[!?]/.exec(line)
    if (hidden)
      say(
        `A hidden note or instruction that begins with ${quote(hidden[0])} is not used here. Delete it up to its “>”.`,
        'markdown-html',
        number,
        hidden.index + 1,
      )
  }
  const unclosed = open.at(-1)
  if (unclosed)
    say(
      `The block ${quote(`:::${unclosed.name}`)} that opens here is never closed. Write a line “:::” after its last line.`,
      'directive-unclosed',
      unclosed.line,
    )
  return messages
}
