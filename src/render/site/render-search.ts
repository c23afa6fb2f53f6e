import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Parent} from 'unist'
import type {Composition, SiteComposition} from '../../compose/index.ts'
import {htmlIdOf, readUnits, toText} from '../../tree/index.ts'
import {lines, pageName} from '../html/index.ts'
import {sitePage, sitePath} from './page.ts'
import {madeLanguage, refusedList} from './refused.ts'
import {searchClient} from './search-client.ts'
import {siteStyle} from './style.ts'
import type {Site} from './types.ts'

const name = 'search'

/** `search.html` and its sisters: the words of every document in that language, found without a server. */
export async function renderSearch(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(
    site.pages.map((page) => [
      sitePath(site, name, page.language),
      sitePage(site, {
        name,
        language: page.language,
        title: page.words.search ?? '',
        css: `${siteStyle(site.styles)}${style}`,
        main: main(page),
        script: `${library()}\nconst DATA = ${asScript(dataOf(page, site))};${searchClient}`,
      }),
    ]),
  )
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

type SearchUnit = [document: number, id: string, label: string, text: string]

/** What the script of the page searches. */
interface SearchData {
  documents: {href: string; symbol: string; title: string; lang?: string}[]
  units: SearchUnit[]
  words: Record<'none' | 'one' | 'all' | 'other', string | undefined>
}

/** Each document: a line for its title and symbol, then one for each of its units, in the order of the document. */
function dataOf(page: SiteComposition, site: Site): SearchData {
  const own = page.documents.flatMap((own): [Composition, (typeof page.documents)[number]][] => {
    const {path} = own
    const code = madeLanguage(own, page)?.language.code
    const composition = site.documents.find(
      ({plan, language}) => plan.path === path && language.code === code,
    )
    const document = page.documents.find((other) => other.path === path)
    return composition && document ? [[composition, document]] : []
  })
  return {
    documents: own.map(([{plan, language}, {symbol, words}]) => ({
      href: `${plan.path.split('/').slice(0, -1).join('/')}/${pageName(plan, {language: language.code})}`,
      symbol,
      title: toText(words.title),
      ...(language.code === page.language.code ? {} : {lang: language.tag}),
    })),
    units: own.flatMap(([{tree}], index): SearchUnit[] => [
      [index, '', '', ''],
      ...readUnits(tree).map(
        ({id, label, node, words, ancestors}): SearchUnit => [
          index,
          htmlIdOf(id),
          node.type === 'note' ? `[${label}]` : chain(label, ancestors),
          words.map((word) => toText(word)).join(''),
        ],
      ),
    ]),
    words: {
      none: page.words['found-none'],
      one: page.words['found-one'],
      all: page.words['found-all'],
      other: page.words['found-other'],
    },
  }
}

/** “12 b) i)”: the label with those above it. */
function chain(label: string | undefined, ancestors: readonly Parent[]): string {
  if (label === undefined) return ''
  const above = ancestors.flatMap((node) => {
    const own = 'sequence' in node && 'label' in node ? String(node.label) : undefined
    return own === undefined ? [] : [own.replace(/\.$/, '')]
  })
  return [...above, label.replace(/\.$/, '')].join('\u00a0')
}

/** Data as a literal that cannot end the script it stands in; each document and each unit on a line of its own. */
function asScript({documents, units, words}: SearchData): string {
  const literal = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
  const list = (values: readonly unknown[]): string => `[\n${values.map(literal).join(',\n')}\n]`
  return `{documents: ${list(documents)}, units: ${list(units)}, words: ${literal(words)}}`
}

const style = `
.search{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center;margin:1rem 0 .25rem}
.search label{font-weight:bold}
.search input{font:inherit;flex:1 1 16rem;max-width:32rem;min-height:2.5rem;padding:.25rem .5rem;border:1px solid #595959;border-radius:.2rem}
#found{padding-left:1.5rem}
#found p{margin:0 0 .75rem}
`
