import {createHash} from 'node:crypto'
import type {Element, ElementContent, Root} from 'hast'
import {h} from 'hastscript'
import type {Language} from '../../resolve/index.ts'
import {lines, serialize} from '../html/index.ts'
import type {Frame} from './types.ts'
import {inlineWords} from './words.ts'

/** A page about all documents, in one language. */
export interface SitePage {
  /** Path in out/ without its language, such as `dashboard/index`. */
  name: string
  language: Language
  title: string
  main: ElementContent[]
  css: string
  /** Whether it is one page for all languages. */
  isAlone?: boolean
  /** The one script of the page, allowed by its hash. */
  script?: string
  /** Whether that script reads files of out/. */
  readsFiles?: boolean
}

/** The pages that each of them leads to, with the keys of their names. */
const pages: readonly [string, string][] = [
  ['index', 'documents'],
  ['decisions', 'decisions'],
  ['dashboard/index', 'dashboard'],
  ['translations', 'translations'],
  ['search', 'search'],
]

/**
 * Path of a page in a language: the first language has the plain name.
 *
 * @param name  such as `index`
 * @returns such as `index.fr.html`
 */
export function sitePath(site: Pick<Frame, 'pages'>, name: string, {code}: Language): string {
  return code === site.pages[0]?.language.code ? `${name}.html` : `${name}.${code}.html`
}

/** A link from a page to a file of out/, which works from the file system and under any address. */
export function linkFrom(name: string, path: string): string {
  return `${'../'.repeat(name.split('/').length - 1)}${path}`
}

/**
 * A whole page: its head, the links to the others, its words in the other languages.
 *
 * @returns UTF-8
 */
export function sitePage(site: Frame, page: SitePage): Uint8Array {
  const own = site.pages.find(({language}) => language.code === page.language.code)
  const words = own?.words ?? {}
  const tree: Root = {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: page.language.tag}, [
        head(site, page),
        {type: 'text', value: '\n'},
        h(
          'body',
          lines([
            h('a', {className: ['skip'], href: '#text'}, own?.skip),
            h(
              'header',
              {className: ['top']},
              lines([pageList(site, page, words), ...(page.isAlone ? [] : [languageList(site, page)])]),
            ),
            h('main', {id: 'text'}, lines([h('h1', page.title), ...page.main])),
            ...(own ? [h('footer', [h('p', inlineWords(own.notice))])] : []),
            ...(page.script === undefined ? [] : [h('script', page.script)]),
          ]),
        ),
      ]),
    ],
  }
  return serialize(tree, page.script !== undefined)
}

function head(site: Frame, {name, title, css, script, readsFiles, isAlone}: SitePage): Element {
  const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  // What the script that its hash allows puts into the page may run too; nothing else may, from a folder or any address.
  const policy = [
    "default-src 'none'",
    `style-src ${digest(css)}`,
    ...(script === undefined ? [] : [`script-src ${digest(script)}${readsFiles ? " 'strict-dynamic'" : ''}`]),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return h(
    'head',
    lines([
      h('meta', {charSet: 'utf-8'}),
      h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
      h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
      h('meta', {name: 'color-scheme', content: 'light'}),
      h('title', `${title} – CITES`),
      ...(isAlone ? [] : site.pages).map(({language}) =>
        h('link', {
          rel: 'alternate',
          hrefLang: language.tag,
          href: linkFrom(name, sitePath(site, name, language)),
        }),
      ),
      h('style', css),
    ]),
  )
}

function pageList(site: Frame, {name, language}: SitePage, words: Record<string, string>): Element {
  // Where no subject has tasks there is no page of the status, and where nothing is translated none of the translations.
  const absent = new Set([
    ...(site.hasDashboard ? [] : ['dashboard/index']),
    ...(site.hasTranslations ? [] : ['translations']),
  ])
  const there = pages.filter(([other]) => !absent.has(other))
  const items = there.map(([other, key]) =>
    h('li', [
      other === name
        ? h('span', {ariaCurrent: 'page'}, words[key])
        : h('a', {href: linkFrom(name, sitePath(site, other, language))}, words[key]),
    ]),
  )
  return h('nav', {ariaLabel: words.pages, className: ['pages']}, [h('ul', lines(items))])
}

function languageList(site: Frame, {name, language}: SitePage): Element {
  const own = site.pages.find((other) => other.language.code === language.code)
  const items = site.pages.map(({language: other}) =>
    h('li', [
      other.code === language.code
        ? h('span', {ariaCurrent: 'page'}, other.name)
        : h(
            'a',
            {href: linkFrom(name, sitePath(site, name, other)), hrefLang: other.tag, lang: other.tag},
            other.name,
          ),
    ]),
  )
  return h('nav', {ariaLabel: own?.languagesName, className: ['languages']}, [h('ul', lines(items))])
}
