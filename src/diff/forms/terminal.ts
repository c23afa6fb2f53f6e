import wrapAnsi from 'wrap-ansi'
import {printable} from '../../message/index.ts'
import type {Change, DiffReport, DocumentDiff, FileChange, LanguageDiff, TranslationChange} from '../types.ts'
import {excerpt, marksOf, onOneLine} from './excerpt.ts'
import {factGroups, type Placed} from './grouped.ts'
import {
  bytesLines,
  counted,
  factLine,
  fateOf,
  fewOf,
  fromTo,
  headOf,
  isBytesAlone,
  tally,
  verdictOf,
  verdictOfAll,
} from './told.ts'

/** How the report is shown on a terminal. */
export interface TerminalOptions {
  /** Characters of a line. */
  width: number
  color: boolean
}

/**
 * The report for a terminal: documents with their changes, then facts with what follows from them, tasks, deadlines,
 * translations, templates and files.
 *
 * @returns text that ends with a line feed
 */
export function terminalDiff(report: DiffReport, options: TerminalOptions): string {
  const {tasks, deadlines, translations, templates, sources} = report
  const documents = report.documents.filter((document) => !isBytesAlone(document))
  const sections: [string, string[]][] = [
    ['', [printable(sideNames(report)), `${tally(report)}.`]],
    ...documents.map((document): [string, string[]] => [titleOf(document), documentLines(document, options)]),
    ['Only bytes differ, no word', bytesLines(report.documents)],
    ['Facts', factLines(report, options)],
    [
      'Tasks',
      tasks.map(({task, field, before, after}) => printable(`${task} ${field}: ${fromTo(before, after)}`)),
    ],
    ['Deadlines', deadlines.map(({id, before, after}) => printable(`${id}: ${fromTo(before, after)}`))],
    ['Translations', translationLines(translations)],
    ['Styles and templates', fileLines(templates)],
    ['Sources', fileLines(sources)],
  ]
  return sections
    .filter(([, lines], index) => lines.length > 0 || (index > 0 && index <= documents.length))
    .map(([title, lines]) => block(title, lines, options))
    .join('\n')
}

/** “HEAD → the folder as it stands: 2 documents differ for a reader, 13 are the same.” */
export function summaryLine(report: DiffReport): string {
  return `${sideNames(report)}: ${tally(report)}.`
}

function sideNames({before, after}: DiffReport): string {
  return `${sideName(before)} → ${sideName(after)}`
}

function sideName({name, commit}: DiffReport['before']): string {
  return commit === undefined || commit.startsWith(name) ? name : `${name} (${commit.slice(0, 10)})`
}

function titleOf(document: DocumentDiff): string {
  const {path, symbol, title} = document
  const called = [symbol, title].filter((text) => text !== '').join(': ')
  return `${path}${called === '' ? '' : `  ${called}`}`
}

function block(title: string, lines: readonly string[], {width}: TerminalOptions): string {
  const body = lines.map((line) => {
    const [, indent = '', text = ''] = /^( *)(.*)$/s.exec(line) ?? []
    const set = wrapAnsi(text, Math.max(20, width - indent.length - (title === '' ? 0 : 2)), {hard: true})
    return set
      .split('\n')
      .map((each) => `${title === '' ? '' : '  '}${indent}${each}\n`)
      .join('')
  })
  return `${title === '' ? '' : `${printable(title)}\n`}${body.join('')}`
}

function documentLines(document: DocumentDiff, options: TerminalOptions): string[] {
  const fate = fateOf(document)
  const {languages} = document
  const lines = fate === '' ? [] : [printable(fate)]
  const ofAll = verdictOfAll(document)
  if (ofAll !== undefined)
    return [...lines, `${languages.map(({language}) => language).join(', ')}: ${ofAll}`]
  return [...lines, ...languages.flatMap((language) => languageLines(language, options))]
}

function languageLines(language: LanguageDiff, options: TerminalOptions): string[] {
  const {changes} = language
  const text = verdictOf(language)
  if (changes.length === 0 && text === '') return []
  const own = changes.filter(({follows}) => follows === undefined)
  const following = changes.length - own.length
  const rest =
    following > 0 ? [`${counted(following, 'change follows', 'changes follow')} from facts, below`] : []
  return [
    `${language.language || 'every language'}${text === '' ? '' : `: ${text}`}`,
    ...own.flatMap((change) => changeLines(change, '', options)),
    ...rest.map((line) => `  ${line}`),
  ]
}

function changeLines(change: Change, where: string, options: TerminalOptions): string[] {
  const words = wordsOf(change, options)
  return [
    printable(`  ${change.number}. ${where}${headOf(change)}`),
    ...(words === '' ? [] : [`     ${words}`]),
  ]
}

/** What came stands between {+ and +}, what went between [- and -], as git has it. */
function wordsOf({runs = [], kind}: Change, {color}: TerminalOptions): string {
  if (kind === 'form') return ''
  const paint = (text: string, code: number): string => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  return excerpt(runs)
    .map((run) => {
      const text = printable(`${onOneLine(run.text)}${marksOf(run)}`)
      if (run.kind === 'same') return text
      return run.kind === 'deleted' ? paint(`[-${text}-]`, 31) : paint(`{+${text}+}`, 33)
    })
    .join('')
}

function factLines(report: DiffReport, options: TerminalOptions): string[] {
  return factGroups(report).flatMap(({changes, sentences}) => [
    ...changes.map((change) => printable(onOneLine(factLine(change)))),
    ...sentences.flatMap((sentence) => sentenceLines(sentence, options)),
  ])
}

function sentenceLines({document, language, change}: Placed, options: TerminalOptions): string[] {
  return changeLines(change, `${document.path} ${language.language}, `, options)
}

function translationLines(translations: readonly TranslationChange[]): string[] {
  const groups = new Map<string, string[]>()
  for (const {folder, language, unit, after, isSmall} of translations) {
    const key = `${folder} ${language}: ${after ?? 'no longer there'}${isSmall ? ', small' : ''}`
    groups.set(key, [...(groups.get(key) ?? []), unit])
  }
  return [...groups].map(([key, units]) => {
    // With what is done nothing is to be done.
    const names = key.endsWith(': current') ? '' : `: ${fewOf(units)}`
    return printable(`${key} (${units.length})${names}`)
  })
}

function fileLines(files: readonly FileChange[]): string[] {
  const kinds = ['added', 'removed', 'changed'] as const
  return kinds.flatMap((kind) => {
    const paths = files.flatMap((file) => (file.kind === kind ? [file.path] : []))
    return paths.length > 0 ? [printable(`${kind}: ${fewOf(paths)}`)] : []
  })
}
