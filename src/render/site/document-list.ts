import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {SiteComposition, SiteDocument} from '../../compose/index.ts'
import {formats} from '../formats.ts'
import {lines, pageName} from '../html/index.ts'
import {hasBitext} from './bitext-pages.ts'
import {linkFrom} from './page.ts'
import {errorWords, madeLanguage} from './refused.ts'
import type {Site} from './types.ts'
import {inlineWords} from './words.ts'

/** On which page documents are listed. */
export interface ListPlace {
  /** Of the page, such as `index`. */
  name: string
  page: SiteComposition
  site: Site
}

/** Every format of a document for its readers, its page first: it opens beside this one. */
const extensions = [...formats.values()]
  .filter(({isForReviewers}) => !isForReviewers)
  .map(({extension}) => extension)
  .sort((a, b) => Number(b === 'html') - Number(a === 'html'))

/** Documents one below the other, by their symbols, with all their files. */
export function documentItems(documents: readonly SiteDocument[], place: ListPlace): Element {
  return h(
    'ul',
    {className: ['documents']},
    lines(documents.map((document) => documentItem(document, place))),
  )
}

/** Their titles alone, in the cell of a table. */
export function documentList(documents: readonly SiteDocument[], place: ListPlace): Element {
  const items = documents.map((document) =>
    h('li', [
      ...titleLink(document, place),
      {type: 'text', value: ` (${document.symbol})`},
      ...(document.errors > 0
        ? [{type: 'text' as const, value: ': '}, errorWords(place.page, document.errors)]
        : []),
    ]),
  )
  return h('ul', {className: ['files']}, lines(items))
}

function documentItem(document: SiteDocument, place: ListPlace): Element {
  const {date, status} = document.words
  return h('li', [
    h('p', document.symbol),
    h('div', [
      h('p', titleLink(document, place)),
      h('p', {className: ['about']}, [
        ...inlineWords(date),
        {type: 'text', value: ' · '},
        ...inlineWords(status),
      ]),
      ...files(document, place),
    ]),
  ])
}

/** The title as a link to the page in this language, or in the first in which the document is made; else the title. */
function titleLink(document: SiteDocument, {name, page}: ListPlace): ElementContent[] {
  const own = madeLanguage(document, page)
  if (!own) return inlineWords(document.words.title)
  const isOther = own.language.code !== page.language.code
  const file = linkFrom(name, fileOf(document, own.language.code, 'html'))
  return [
    h('a', {href: file, hrefLang: isOther ? own.language.tag : undefined}, inlineWords(document.words.title)),
  ]
}

function fileOf({path}: SiteDocument, language: string, extension: string): string {
  const folder = path.split('/').slice(0, -1).join('/')
  return `${folder}/${pageName({path}, {language}).replace(/html$/, extension)}`
}

/** Every file of a document: a line a language, then the languages side by side; errors instead where it has some. */
function files(document: SiteDocument, {name, page, site}: ListPlace): ElementContent[] {
  const {words} = page
  if (document.errors > 0) return [h('p', {className: ['about']}, [errorWords(page, document.errors)])]
  const items = document.languages.map(({language, state, errors}) =>
    h('li', [
      h('span', {lang: language.tag}, language.name),
      ...(state === 'drafting' ? [{type: 'text' as const, value: ` (${words.drafting})`}] : []),
      {type: 'text', value: ': '},
      ...(errors > 0 ? [errorWords(page, errors)] : []),
      ...(errors > 0 ? [] : extensions).flatMap((extension, index): ElementContent[] => [
        ...(index === 0 ? [] : [{type: 'text' as const, value: ' '}]),
        h(
          'a',
          {
            href: linkFrom(name, fileOf(document, language.code, extension)),
            hrefLang: language.tag,
            ariaLabel: `${extension.toUpperCase()}, ${language.name}, ${document.symbol}`,
          },
          extension.toUpperCase(),
        ),
      ]),
    ]),
  )
  const path = `bitext/${document.path}.html`
  const side = hasBitext(site, document.path)
    ? [
        h('li', [
          h(
            'a',
            {href: linkFrom(name, path), ariaLabel: `${words['side-by-side']}, ${document.symbol}`},
            words['side-by-side'],
          ),
        ]),
      ]
    : []
  return [h('ul', {className: ['files']}, lines([...items, ...side]))]
}
