import type {VFileMessage} from 'vfile-message'
import {type Change, type Edited, editedFolder} from '../edited/index.ts'
import {type Printed, printable, printed, quote, warning} from '../message/index.ts'
import {documentOf} from '../write/index.ts'
import {type TerminalOptions, terminalReport} from './messages/terminal.ts'
import {count} from './summary.ts'

/** Of one file so many paragraphs are named, and so many files one by one. */
const shownMost = 5
const firstWords = 6

/**
 * A warning for each Word file of out/ that somebody edited: where it is kept, and what to do.
 */
export function editedMessages(edited: readonly Edited[]): VFileMessage[] {
  return edited.filter(isTold).map((one) =>
    warning(`${whatItIs(one)} ${whatBecomes(one)}`, {
      path: `out/${one.path}`,
      ruleId: one.isReadable ? 'word-file-edited' : 'word-file-damaged',
    }),
  )
}

/** What stays in out/ and was kept before was told then. */
const isTold = ({isNew, isReplaced}: Edited): boolean => isNew || isReplaced

function whatItIs({isReadable, isReplaced}: Edited): string {
  if (!isReadable) return 'This is no whole Word file: it is cut off or damaged.'
  return isReplaced
    ? 'This Word file was edited after it was built, and a build writes it anew.'
    : 'This Word file was edited after it was built, and nothing makes it any more.'
}

function whatBecomes({kept, path, isReadable}: Edited): string {
  const copy = kept ? `It is kept as ${kept}.` : `A build keeps it in ${editedFolder}/.`
  if (!isReadable) return `${copy} Look whether anything of it is wanted.`
  return `${copy} Take its changes over into documents/${documentOf(path)}/ and build again.`
}

/**
 * What a terminal shows of edited Word files: each with the paragraphs whose words differ.
 *
 * @returns text that ends with a line feed, or nothing
 */
export function editedReport(edited: readonly Edited[], options: TerminalOptions): Printed {
  const told = edited.filter(isTold)
  const shown = told.slice(0, shownMost)
  const entries = shown.map((one) => `${terminalReport(editedMessages([one]), options)}${changeLines(one)}`)
  const left = told.length - shown.length
  if (left > 0)
    entries.push(`… and ${count(left, 'more edited Word file')}, each with a copy in ${editedFolder}/.\n`)
  return printed(entries.join(''), options)
}

function changeLines({changes, isReadable}: Edited): string {
  if (!isReadable || !changes) return ''
  if (changes.length === 0)
    return '  Its words are as they were: what differs is how they look, or what stands beside them.\n'
  const lines = changes.slice(0, shownMost).map((change) => `  ${changeLine(change)}\n`)
  const left = changes.length - lines.length
  if (left > 0) lines.push(`  … and ${count(left, 'more paragraph')}.\n`)
  return lines.join('')
}

function changeLine({kind, unit, words, before, after}: Change): string {
  const name = unit === undefined ? '' : ` ${printable(unit)}`
  if (kind === 'new') return `new${name && `, after${name}`}: ${quote(words)}`
  if (kind === 'gone') return `gone,${name}: ${quote(words)}`
  const which = `changed,${name}, ${quote(begin(words))}`
  return before === undefined ? which : `${which}: ${shownWords(before)} → ${shownWords(after)}`
}

function shownWords(words = ''): string {
  return words === '' ? 'nothing' : quote(words)
}

function begin(words: string): string {
  const all = words.split(' ')
  return all.length > firstWords ? `${all.slice(0, firstWords).join(' ')} …` : words
}
