import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {SiteComposition} from '../../compose/index.ts'
import {compare} from '../../message/index.ts'
import {toText} from '../../tree/index.ts'
import {lines, pageName} from '../html/index.ts'
import {divide} from './divide.ts'
import {literal, unitsOf} from './entries.ts'
import {sitePage, sitePath} from './page.ts'
import {madeLanguage, refusedList} from './refused.ts'
import {searchClient} from './search-client.ts'
import {searchEngine} from './search-engine.ts'
import {siteStyle} from './style.ts'
import type {Site} from './types.ts'

const name = 'search'

/**
 * `search.html` and its sisters: the words of every document in that language, found without a server. What is too much
 * for the page itself stands in files of its own, by the folders of the documents.
 *
 * @param only  code of the one language that is wanted
 */
export function* renderSearch(site: Site, only?: string): Iterable<[path: string, bytes: Uint8Array]> {
  for (const page of site.pages) {
    if (only !== undefined && page.language.code !== only) continue
    const documents = documentsOf(page, site)
    const size = documents.reduce((sum, document) => sum + document.size, 0)
    const isWhole = size <= site.room.characters && documents.length <= site.room.documents
    const parts = isWhole ? [] : partsOf(documents, page, site)
    for (const [path, items] of parts) yield [path, new TextEncoder().encode(partText(items))]
    const files = literal(parts.map(([path]) => path))
    yield [
      sitePath(site, name, page.language),
      sitePage(site, {
        name,
        language: page.language,
        title: page.words.search ?? '',
        css: `${siteStyle(site.styles)}${style}`,
        main: main(page),
        script: `${library()}\nconst FILES = ${files}\nconst WORDS = ${wordsOf(page)}\n${searchEngine}${searchClient}${isWhole ? partText(documents) : ''}`,
        readsFiles: !isWhole,
      }),
    ]
  }
}

/** `search/sc58/1.js` and its sisters: what each holds, by its path. */
function partsOf(
  documents: readonly SearchDocument[],
  {language}: SiteComposition,
  site: Site,
): [string, readonly SearchDocument[]][] {
  const parts = divide(
    documents,
    ({folder}) => folder,
    ({size}) => size,
    site.room.characters,
  )
  return parts.map(({key, number, items}) => [
    sitePath(site, `${name}/${key}/${number}`, language).replace(/html$/, 'js'),
    items,
  ])
}

function main(page: SiteComposition): ElementContent[] {
  const {words} = page
  const unmade = page.documents
    .filter(({errors}) => errors > 0)
    .map(({words: own, errors}) => ({name: own.title, errors}))
  return [
    h('noscript', [h('p', words['no-script'])]),
    h('div', {className: ['search']}, [
      h('label', {htmlFor: 'find'}, words.find),
      h('input', {
        id: 'find',
        type: 'search',
        autoComplete: 'off',
        spellCheck: 'false',
        ariaDescribedBy: 'find-hint',
      }),
    ]),
    h('p', {id: 'find-hint', className: ['lead']}, words['find-hint']),
    h('p', {id: 'count', role: 'status'}),
    h('ol', {id: 'found'}, lines([])),
    ...refusedList([...unmade, ...page.refused], page),
  ]
}

/** MiniSearch as one script that a page can hold. Its module form would need a loader, which the page does not allow. */
function library(): string {
  const path = createRequire(import.meta.url)
    .resolve('minisearch')
    .replace(/cjs\/[^/]+$/, 'umd/index.js')
  return readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n')
}

/** What the search knows of a document: a literal on several lines, and where it belongs. */
interface SearchDocument {
  folder: string
  /** Its characters. */
  size: number
  text(): string
}

/** Every document in the language of the page, or in the first in which it is made, in the order of their paths. */
function documentsOf(page: SiteComposition, site: Site): SearchDocument[] {
  const entries = new Map(site.entries.map((entry) => [`${entry.path} ${entry.language}`, entry]))
  return [...page.documents]
    .sort((a, b) => compare(a.path, b.path))
    .flatMap((document) => {
      const {path, symbol, words} = document
      const language = madeLanguage(document, page)?.language
      const entry = language && entries.get(`${path} ${language.code}`)
      if (!entry) return []
      const folder = path.split('/').slice(0, -1).join('/')
      const head = literal({
        href: `${folder}/${pageName({path}, {language: language.code})}`,
        symbol,
        title: toText(words.title),
        ...(language.code === page.language.code ? {} : {lang: language.tag}),
      })
      const [before, after] = [`${head.slice(0, -1)},"units":[\n`, '\n]}']
      const text = (): string => `${before}${unitsOf(entry)}${after}`
      return [{folder, size: before.length + entry.characters + after.length, text}]
    })
}

/** A call that hands documents to the script of the page. */
function partText(documents: readonly SearchDocument[]): string {
  return `searchPart([\n${documents.map(({text}) => text()).join(',\n')}\n])\n`
}

function wordsOf({words}: SiteComposition): string {
  const forms = ['found-none', 'found-one', 'found-all', 'found-other', 'loading']
  return literal(Object.fromEntries(forms.map((form) => [form.replace('found-', ''), words[form]])))
}

const style = `
.search{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;margin:1rem 0 .25rem}
.search label{font-weight:bold}
.search input{font:inherit;flex:1 1 16rem;max-width:32rem;min-height:2.5rem;padding:.25rem .5rem;border:1px solid #595959;border-radius:.2rem}
#found{padding-left:1.5rem}
#found>li{margin:0 0 .75rem}
#found ul{list-style:none;padding:0;margin:.25rem 0 0}
#found mark{background:#fff6d6;color:inherit;font-weight:bold}
#found a{display:inline-block;min-height:24px;min-width:24px}
#found>li>a{display:block}
`
