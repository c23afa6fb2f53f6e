import {compare} from '../../message/index.ts'
import type {Change, DiffReport, DocumentDiff, SideName} from '../types.ts'
import {excerpt, marksOf} from './excerpt.ts'
import {factGroups, rankOf, type Shared, sharedChanges} from './grouped.ts'
import {markdownText} from './markdown-text.ts'
import {
  bytesLines,
  counted,
  factLine,
  fateOf,
  fromTo,
  headOf,
  isBytesAlone,
  tally,
  verdictOf,
} from './told.ts'

/** Lines of the whole summary: what does not fit is counted. */
const mostLines = 60
/** Lines of a document that has more than one. */
const linesPerDocument = 6
/** Lines of a section that is about no document, and where there is no room for so many. */
const linesPerSection = [5, 2] as const
/** Characters of the whole: GitHub takes 65,536 at most. */
const mostCharacters = 60_000
/** Characters of what came or went, and of any other text; less where the whole is too long otherwise, and in the end none. */
const lengths = [160, 40, 0] as const

/**
 * The report for a comment on a pull request: at most sixty lines, what matters most first, the rest counted. Words of the
 * sources are escaped, so that nothing in them is a command, a mention or a reference to the forge.
 */
export function markdownDiff(report: DiffReport): string {
  const [shortest] = lengths.toReversed()
  const fitting = lengths.find((length) => markdownOf(report, length).length <= mostCharacters)
  return markdownOf(report, fitting ?? shortest ?? 0)
}

function markdownOf(report: DiffReport, length: number): string {
  const head = [summary(report, length), '', ...errorLines(report, length)]
  const [most, least] = linesPerSection
  const all = tailLines(report, most, length)
  const documents = report.documents.filter((document) => !isBytesAlone(document))
  const isRoom = head.length + documents.length + 1 + all.length <= mostLines
  const tail = isRoom ? all : tailLines(report, least, length)
  const room = mostLines - head.length - tail.length
  return `${[...head, ...documentLines(documents, room, length), ...tail].join('\n').trimEnd()}\n`
}

function summary(report: DiffReport, length: number): string {
  const [before, after] = [report.before, report.after].map(({name}) => textOf(name, length))
  return `**${tally(report)}** (${before} → ${after}).`
}

function errorLines({before, after}: DiffReport, length: number): string[] {
  const lines = (
    [
      ['before', before],
      ['now', after],
    ] as [string, SideName][]
  ).flatMap(([when, {errors}]) => {
    if (errors.length === 0) return []
    const [first] = errors
    return [
      `- **Not all is built ${when}**: ${counted(errors.length, 'error')}, the first in ${textOf(first?.file ?? '', length)}: ${textOf(first?.reason ?? '', length)}`,
    ]
  })
  return lines.length > 0 ? [...lines, ''] : []
}

/** Documents that come or go, then those with words, then the others; each has a line, and those in front more if there is room. */
function documentLines(documents: readonly DocumentDiff[], room: number, length: number): string[] {
  if (documents.length === 0) return []
  const sorted = [...documents].sort((a, b) => weightOf(a) - weightOf(b) || compare(a.path, b.path))
  // An empty line stands behind them, and one is kept for what is left out.
  const shown = sorted.length < room ? sorted : sorted.slice(0, Math.max(0, room - 2))
  const rest = sorted.length - shown.length
  let left = room - shown.length - (rest > 0 ? 2 : 1)
  const lines = shown.flatMap((document) => {
    const block = blockOf(document, length)
    if (block.length - 1 > left) return [lineOf(document, length)]
    left -= block.length - 1
    return block
  })
  return [...lines, ...(rest > 0 ? [`- … and ${counted(rest, 'document')} more.`] : []), '']
}

/** What is told after everything else. */
const lastRank = 8

function weightOf(document: DocumentDiff): number {
  if (document.fate !== 'stays') return 0
  const ranks = sharedChanges(document).map(({change}) => rankOf(change))
  return ranks.reduce((least, rank) => Math.min(least, rank), lastRank)
}

function ordered(document: DocumentDiff): Shared[] {
  return sharedChanges(document).sort(
    (a, b) => rankOf(a.change) - rankOf(b.change) || a.change.number - b.change.number,
  )
}

/** A document on one line, with its weightiest change. */
function lineOf(document: DocumentDiff, length: number): string {
  const [first, ...rest] = ordered(document)
  const said = saidOf(document, length)
  const more = rest.length > 0 ? `; and ${counted(rest.length, 'change')} more` : ''
  const change = first ? `${changeText(first, document, length)}${more}` : ''
  return `- **${textOf(document.path, length)}** ${[said, change].filter((text) => text !== '').join('; ')}`
}

function blockOf(document: DocumentDiff, length: number): string[] {
  const shared = ordered(document)
  if (shared.length < 2) return [lineOf(document, length)]
  const said = saidOf(document, length)
  const shown = shared.slice(0, shared.length > linesPerDocument ? linesPerDocument - 1 : linesPerDocument)
  const rest = shared.length - shown.length
  return [
    `<details><summary><b>${textOf(document.path, length)}</b> ${textOf(document.symbol, length)}: ${[said, counted(shared.length, 'change')].filter((text) => text !== '').join('; ')}</summary>`,
    '',
    ...shown.map((own) => `- ${changeText(own, document, length)}`),
    ...(rest > 0 ? [`- … and ${counted(rest, 'change')} more.`] : []),
    '',
    '</details>',
    // Markdown goes on behind an empty line only.
    '',
  ]
}

/** What is said of a document as a whole: its fate, languages that are not made, what only looks otherwise. */
function saidOf(document: DocumentDiff, length: number): string {
  const byText = new Map<string, string[]>()
  for (const language of document.languages) {
    const text = verdictOf(language)
    if (text !== '') byText.set(text, [...(byText.get(text) ?? []), language.language])
  }
  const following = document.languages.flatMap(({changes}) => changes.filter(({follows}) => follows)).length
  const texts = [
    fateOf(document),
    ...(document.fate === 'stays'
      ? [...byText].map(([text, languages]) => `${languages.filter(Boolean).join(', ')} ${text}`.trim())
      : []),
    ...(following > 0 ? [`${counted(following, 'change follows', 'changes follow')} from facts`] : []),
  ]
  return texts
    .filter((text) => text !== '')
    .map((text) => textOf(text, length))
    .join('; ')
}

function changeText({change, languages}: Shared, document: DocumentDiff, length: number): string {
  const isInAll = languages.length === document.languages.length
  const where = isInAll && languages.length > 1 ? 'all languages' : languages.join(', ')
  const words = wordsOf(change, length)
  return `${textOf(`${where}: ${headOf(change)}`, length)}${words === '' ? '' : `: ${words}`}`
}

function wordsOf({runs = [], kind}: Change, length: number): string {
  if (kind === 'form' || kind === 'moved' || length === 0) return ''
  let left = 4 * length
  return excerpt(runs, length)
    .map((run) => {
      if (left <= 0) return ''
      left -= run.text.length
      const text = markdownText(`${run.text}${marksOf(run)}${left > 0 ? '' : '…'}`)
      if (run.kind === 'same' || text === '') return text
      return run.kind === 'deleted' ? `<del>${text}</del>` : `<ins>${text}</ins>`
    })
    .join('')
}

/** Facts with how much follows from them, tasks, deadlines, translations, templates. */
function tailLines(report: DiffReport, most: number, length: number): string[] {
  const {tasks, deadlines, translations, templates} = report
  const section = (title: string, items: readonly string[]): string[] =>
    sectionLines(title, items, most, length)
  const stale = translations.filter(({after}) => after === 'stale' || after === 'missing')
  const units = stale.map(({folder, language, unit, after}) => `${folder} ${language}: ${unit} is ${after}`)
  return [
    ...section('Only bytes differ, no word', bytesLines(report.documents)),
    ...section(
      'Facts',
      factGroups(report).flatMap(({changes, sentences}) =>
        changes.map(
          (change, index) =>
            `${factLine(change)}${index === 0 && sentences.length > 0 ? ` (${counted(sentences.length, 'sentence follows', 'sentences follow')})` : ''}`,
        ),
      ),
    ),
    ...section(
      'Tasks',
      tasks.map(({task, field, before, after}) => `${task} ${field}: ${fromTo(before, after)}`),
    ),
    ...section(
      'Deadlines',
      deadlines.map(({id, before, after}) => `${id}: ${fromTo(before, after)}`),
    ),
    ...section('Translations to be looked at', units),
    ...section(
      'Styles and templates',
      templates.map(({path, kind}) => `${path} ${kind}`),
    ),
  ]
}

function sectionLines(title: string, items: readonly string[], most: number, length: number): string[] {
  if (items.length === 0) return []
  const shown = items.slice(0, items.length > most ? most - 1 : most)
  const rest = items.length - shown.length
  return [
    `**${title}**`,
    ...shown.map((item) => `- ${textOf(item, length)}`),
    ...(rest > 0 ? [`- … and ${rest} more.`] : []),
    '',
  ]
}

/** What is shown at least of any text: a path, or the place of a change. */
const fewest = 60

/** Somebody's words, not longer than they may be. */
function textOf(text: string, length: number): string {
  const most = Math.max(fewest, 2 * length)
  const signs = [...text]
  return markdownText(signs.length <= most ? text : `${signs.slice(0, most).join('')}…`)
}
