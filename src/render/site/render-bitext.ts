import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Composition} from '../../compose/index.ts'
import type {Translation} from '../../resolve/index.ts'
import {htmlIdOf, isCaption, isNumbered, readUnits, type WordedUnit} from '../../tree/index.ts'
import {inlineWithoutIds, lines, pageName} from '../html/index.ts'
import {type PageWords, type States, stateOf, stateStyle, statesOf, summaryOf} from './bitext-states.ts'
import {linkFrom, sitePage} from './page.ts'
import {siteStyle} from './style.ts'
import type {Frame} from './types.ts'

/**
 * `bitext/<document>.html`: the languages of a document beside one another, unit by unit; nothing where there is but one.
 *
 * @param languages  the document in each language in which it is made, in the order of the labels files
 * @param translations  what is known of its words, and of those that it prints
 */
export function renderBitext(
  site: Frame,
  languages: readonly Composition[],
  translations: readonly Translation[],
): ReadonlyMap<string, Uint8Array> {
  const path = languages[0]?.plan.path
  if (path === undefined || languages.length < 2) return new Map()
  return new Map([[`bitext/${path}.html`, bitext(site, path, languages, translations)]])
}

function bitext(
  site: Frame,
  path: string,
  languages: readonly Composition[],
  translations: readonly Translation[],
): Uint8Array {
  const [page] = site.pages
  const words = page?.words ?? {}
  const [first] = languages
  const symbol = first?.tree.meta.symbol ?? ''
  const name = `bitext/${path}`
  const language = page?.language ?? (first as Composition).language
  const order = orderOf(languages)
  const states = statesOf(translations, path, languages, order)
  const isFollowed = states.some(({pairs}) => pairs.size > 0)
  const pageWords = {words, tag: language.tag}
  return sitePage(site, {
    name,
    isAlone: true,
    language,
    title: `${symbol}: ${words.bitext}`,
    css: `${siteStyle(site.styles)}${style}${isFollowed ? stateStyle : ''}`,
    main: [
      ...summaryOf(states, pageWords),
      h('div', {className: ['table'], role: 'region', tabIndex: 0, ariaLabelledBy: 'bitext-caption'}, [
        h(
          'table',
          {id: 'bitext', className: ['bitext']},
          lines([
            h('caption', {id: 'bitext-caption', className: ['heard']}, words.bitext),
            h('thead', [
              h('tr', [
                h('th', {scope: 'col'}, page?.columns.item ?? ''),
                ...languages.map(({language}) =>
                  h('th', {scope: 'col', lang: language.tag}, [
                    h(
                      'a',
                      {href: linkFrom(name, pageOf(path, language.code)), hrefLang: language.tag},
                      language.name,
                    ),
                  ]),
                ),
              ]),
            ]),
            h('tbody', lines(rows(languages, order, states, pageWords))),
          ]),
        ),
      ]),
    ],
  })
}

function pageOf(path: string, language: string): string {
  return `${path.split('/').slice(0, -1).join('/')}/${pageName({path}, {language})}`
}

/** Notes stand under the text they belong to, headings over theirs: the order is the document's. */
function rows(
  languages: readonly Composition[],
  order: readonly string[],
  states: readonly States[],
  page: PageWords,
): ElementContent[] {
  const {words} = page
  const units = languages.map(({tree}) => new Map(readUnits(tree).map((unit) => [unit.id, unit])))
  return order.map((id) => {
    const own = units.map((byId) => byId.get(id))
    const label = labelOf(own.find((unit) => unit !== undefined))
    return h('tr', {id: htmlIdOf(id), className: classOf(own)}, [
      h('th', {scope: 'row'}, [
        h(
          'a',
          {href: `#${htmlIdOf(id)}`, ariaLabel: label === undefined ? words.permalink : undefined},
          label ?? '¶',
        ),
      ]),
      ...own.map((unit, index) =>
        cell(unit, languages[index] as Composition, words, stateOf(id, states[index] as States, page)),
      ),
    ])
  })
}

/** The label of a note stands between brackets, as in the text of a document; that of a caption in each language. */
function labelOf(unit: WordedUnit | undefined): string | undefined {
  if (unit && isCaption(unit.node)) return undefined
  return unit?.node.type === 'note' ? `[${unit.label}]` : unit?.label
}

/** Units in the order of the first language. One that only another language has follows the unit before it there. */
function orderOf(languages: readonly Composition[]): string[] {
  const order: string[] = []
  for (const {tree} of languages) {
    let after = -1
    for (const {id} of readUnits(tree)) {
      const at = order.indexOf(id)
      if (at < 0) order.splice(after + 1, 0, id)
      after = at < 0 ? after + 1 : at
    }
  }
  return order
}

function cell(
  unit: WordedUnit | undefined,
  {language}: Composition,
  words: Record<string, string>,
  state: readonly ElementContent[],
): ElementContent {
  if (!unit) return h('td', [h('mark', {className: ['missing']}, words.missing), ...state])
  return h('td', {lang: language.tag}, [...labelWords(unit), ...wordsOf(unit), ...state])
}

/** The number of a caption has words of the language, so that it stands with the others. */
function labelWords({node}: WordedUnit): ElementContent[] {
  const isCounted = isCaption(node) && isNumbered(node)
  return isCounted ? [{type: 'text', value: `${node.label} `}] : []
}

/** What a picture shows stands between brackets, as in the text of a document. */
function wordsOf({node, text, words}: WordedUnit): ElementContent[] {
  return node.type === 'captionedPicture' ? [{type: 'text', value: `[${text}]`}] : inlineWithoutIds(words)
}

const headings = new Set([
  'sectionHeading',
  'addressee',
  'tableCaption',
  'pictureCaption',
  'coverBlock',
  'pivot',
])

function classOf(units: readonly (WordedUnit | undefined)[]): string[] {
  return units.some((unit) => unit && headings.has(unit.node.type)) ? ['heading'] : []
}

const style = `
.bitext{min-width:52rem;table-layout:fixed}
.bitext th:first-child{width:4.5rem}
.bitext td{padding-right:1.25em}
.bitext .heading td{font-weight:bold}
tr:target{background:#fff6d6}
`
