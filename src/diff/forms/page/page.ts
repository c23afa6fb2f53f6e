import {createHash} from 'node:crypto'
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import {printable} from '../../../message/index.ts'
import {lines, serialize, siteStyle} from '../../../render/index.ts'
import type {Language, Styles} from '../../../resolve/index.ts'
import type {DiffReport, DocumentDiff, FileChange, LanguageDiff} from '../../types.ts'
import {factGroups, ownChanges} from '../grouped.ts'
import {summaryLine} from '../terminal.ts'
import {
  bytesLines,
  counted,
  factLine,
  fateOf,
  fromTo,
  isBytesAlone,
  verdictOf,
  verdictOfAll,
} from '../told.ts'
import {changeList} from './changes.ts'
import {pageClient} from './client.ts'
import {pageStyle} from './style.ts'

/**
 * The report as one page that needs no other file: every change with its number, from one to the next by n and p.
 *
 * @param styles  of the templates, for the fonts
 * @param languages  for their names
 * @returns UTF-8
 */
export function pageDiff(report: DiffReport, styles: Styles, languages: readonly Language[]): Uint8Array {
  const called: Called = (code) => languages.find((language) => language.code === code)
  const documents = report.documents.filter((document) => !isBytesAlone(document))
  const main: ElementContent[] = [
    h('p', {className: ['lead']}, printable(summaryLine(report))),
    h('p', {id: 'keys', className: ['about'], role: 'status'}),
    ...errorSection(report),
    ...overview(documents),
    ...documents.map((document, index) => documentSection(document, index, called)),
    ...listSection('bytes', 'Only bytes differ, no word', bytesLines(report.documents)),
    ...factSection(report, called),
    ...listSection(
      'tasks',
      'Tasks',
      report.tasks.map(({task, field, before, after}) => `${task} ${field}: ${fromTo(before, after)}`),
    ),
    ...listSection(
      'deadlines',
      'Deadlines',
      report.deadlines.map(({id, before, after}) => `${id}: ${fromTo(before, after)}`),
    ),
    ...listSection(
      'translations',
      'Translations',
      report.translations.map(
        ({folder, language, unit, before, after}) =>
          `${folder} ${language}, ${unit}: ${fromTo(before, after)}`,
      ),
    ),
    ...fileSection('templates', 'Styles and templates', report.templates),
    ...fileSection('sources', 'Sources', report.sources),
  ]
  return serialize(whole(main, `${siteStyle(styles)}${pageStyle}`), true)
}

/** A language by its code. */
type Called = (code: string) => Language | undefined

function whole(main: readonly ElementContent[], css: string): Root {
  const title = 'What differs for a reader'
  return {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: 'en'}, [
        h(
          'head',
          lines([
            h('meta', {charSet: 'utf-8'}),
            h('meta', {httpEquiv: 'Content-Security-Policy', content: policyOf(css)}),
            h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
            h('meta', {name: 'color-scheme', content: 'light'}),
            h('title', title),
            h('style', css),
          ]),
        ),
        {type: 'text', value: '\n'},
        h(
          'body',
          lines([
            h('a', {className: ['skip'], href: '#text'}, 'Skip to the text'),
            h('main', {id: 'text'}, lines([h('h1', title), ...main])),
            h('script', pageClient),
          ]),
        ),
      ]),
    ],
  }
}

function policyOf(css: string): string {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return [
    "default-src 'none'",
    `style-src ${digest(css)}`,
    `script-src ${digest(pageClient)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function errorSection({before, after}: DiffReport): Element[] {
  return [before, after].flatMap(({name, errors}, index) =>
    listSection(
      `errors-${index}`,
      `Not all of ${printable(name)} is built`,
      errors.map(({file = '', line, reason}) => `${file}:${line ?? 1}: ${reason}`),
    ),
  )
}

/** Every document with what became of it, each a link to its section. */
function overview(documents: readonly DocumentDiff[]): Element[] {
  if (documents.length === 0) return []
  const items = documents.map((document, index) => {
    const counts = document.languages.flatMap(({language, changes}) =>
      changes.length > 0 ? [`${language} ${changes.length}`] : [],
    )
    const told = [fateOf(document), ...(counts.length > 0 ? [`changes: ${counts.join(', ')}`] : [])]
    const said = told.filter((text) => text !== '').join('; ')
    return h('li', [
      h('a', {href: `#d-${index + 1}`, className: ['path']}, printable(document.path)),
      printable(said === '' ? '' : ` ${said}`),
    ])
  })
  return [
    h('section', {ariaLabelledBy: 'overview'}, [
      h('h2', {id: 'overview'}, 'Documents'),
      h('ul', {className: ['overview']}, lines(items)),
    ]),
  ]
}

function documentSection(document: DocumentDiff, index: number, called: Called): Element {
  const {path, symbol, title, languages} = document
  const id = `d-${index + 1}`
  const about = [symbol, title].filter((text) => text !== '').join(': ')
  const fate = fateOf(document)
  const ofAll = verdictOfAll(document)
  return h(
    'section',
    {ariaLabelledBy: id},
    lines([
      h('h2', {id}, printable(path)),
      ...(about === '' ? [] : [h('p', {className: ['about']}, printable(about))]),
      ...(fate === '' ? [] : [h('p', printable(fate))]),
      ...(ofAll === undefined
        ? languages.flatMap((language) => languageElements(language, called))
        : [h('p', `${languages.map(({language}) => language).join(', ')}: ${ofAll}`)]),
    ]),
  )
}

function languageElements(language: LanguageDiff, called: Called): Element[] {
  const text = verdictOf(language)
  const own = ownChanges(language)
  const following = language.changes.filter(({follows}) => follows)
  if (language.changes.length === 0 && text === '') return []
  const links = following.flatMap(({number}) => [
    {type: 'text' as const, value: ' '},
    h('a', {href: `#c-${number}`}, String(number)),
  ])
  return [
    h('h3', called(language.language)?.english ?? 'Every language'),
    ...(text === '' ? [] : [h('p', printable(text))]),
    ...(own.length > 0
      ? [changeList(own.map((change) => ({change, tag: called(language.language)?.tag ?? 'und'})))]
      : []),
    ...(links.length > 0
      ? [h('p', [`${counted(following.length, 'change follows', 'changes follow')} from facts:`, ...links])]
      : []),
  ]
}

function factSection(report: DiffReport, called: Called): Element[] {
  const groups = factGroups(report)
  if (groups.length === 0) return []
  return [
    h(
      'section',
      {ariaLabelledBy: 'facts'},
      lines([
        h('h2', {id: 'facts'}, 'Facts'),
        ...groups.flatMap(({fact, changes, sentences}) => [
          h('h3', printable(fact)),
          h(
            'ul',
            changes.map((change) => h('li', printable(factLine(change)))),
          ),
          ...(sentences.length > 0
            ? [
                changeList(
                  sentences.map(({document, language, change}) => ({
                    change,
                    tag: called(language.language)?.tag ?? 'und',
                    where: `${document.path} ${language.language}, `,
                  })),
                ),
              ]
            : []),
        ]),
      ]),
    ),
  ]
}

function listSection(id: string, title: string, items: readonly string[]): Element[] {
  if (items.length === 0) return []
  return [
    h('section', {ariaLabelledBy: id}, [
      h('h2', {id}, title),
      h(
        'ul',
        items.map((item) => h('li', printable(item))),
      ),
    ]),
  ]
}

function fileSection(id: string, title: string, files: readonly FileChange[]): Element[] {
  return listSection(
    id,
    title,
    files.map(({path, kind}) => `${path}: ${kind}`),
  )
}
