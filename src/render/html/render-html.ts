import {createHash} from 'node:crypto'
import type {Element, Root} from 'hast'
import {h} from 'hastscript'
import type {DocumentMeta, Note, Part} from '../../tree/index.ts'
import type {Finished} from '../types.ts'
import {flow} from './flow.ts'
import {addLanguageLinks} from './language-links.ts'
import {lines} from './lines.ts'
import {noteList} from './notes.ts'
import {pageName} from './page-name.ts'
import {withPictures} from './picture.ts'
import {serialize} from './serialize.ts'
import {namedLinks, pageLinks} from './site-links.ts'
import {styleSheet} from './style-sheet.ts'

/**
 * The document as one self-contained page: no script, no request, its style sheet allowed by hash.
 *
 * @returns UTF-8
 */
export function renderHtml(finished: Finished): Uint8Array {
  const {tree, styles, numbering} = finished
  const css = styleSheet(styles, numbering, tree)
  const page = body(finished)
  addLanguageLinks(page, tree.meta)
  const root: Root = {
    type: 'root',
    children: [
      {type: 'doctype'},
      h('html', {lang: tree.meta.tag}, [head(tree.meta, css), {type: 'text', value: '\n'}, page]),
    ],
  }
  return withPictures(serialize(root), finished)
}

function head(meta: DocumentMeta, css: string): Element {
  const hash = createHash('sha256').update(css).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`
  return h('head', [
    ...lines([
      h('meta', {charSet: 'utf-8'}),
      h('meta', {httpEquiv: 'Content-Security-Policy', content: policy}),
      h('meta', {name: 'viewport', content: 'width=device-width, initial-scale=1'}),
      h('meta', {name: 'color-scheme', content: 'light'}),
      h('title', `${meta.symbol} – ${meta.title}`),
      ...meta.alternatives.map((other) =>
        h('link', {rel: 'alternate', hrefLang: other.tag, href: pageName(meta, other)}),
      ),
      ...meta.alternatives
        .slice(0, 1)
        .map((other) => h('link', {rel: 'alternate', hrefLang: 'x-default', href: pageName(meta, other)})),
      h('style', css),
    ]),
  ])
}

function body({tree, numbering}: Finished): Element {
  const {meta} = tree
  return h(
    'body',
    lines([
      h('a', {className: ['skip'], href: '#text'}, meta.words.skip),
      ...(meta.links
        ? [h('header', {className: ['top']}, lines([...pageLinks(meta), languageList(meta)]))]
        : [languageList(meta)]),
      h(
        'main',
        {id: 'text'},
        lines(tree.children.map((part, index) => partElement(part, index === 0, {tree, numbering}))),
      ),
      ...namedLinks(meta),
    ]),
  )
}

function languageList(meta: DocumentMeta): Element {
  return h('nav', {ariaLabel: meta.words.languages, className: ['languages']}, [
    h(
      'ul',
      meta.alternatives.map((other) => {
        const {language, tag, name} = other
        return h('li', [
          language === meta.language
            ? h('span', {ariaCurrent: 'page'}, name)
            : h('a', {href: pageName(meta, other), hrefLang: tag, lang: tag}, name),
        ])
      }),
    ),
  ])
}

/** A part. One with which its file begins has no line above it that would set it off. */
function partElement(
  part: Part,
  isFirst: boolean,
  {tree: {meta}, numbering}: Pick<Finished, 'tree' | 'numbering'>,
): Element {
  const notes = part.children.filter((node): node is Note => node.type === 'note')
  const children = flow(
    part.children.filter((node) => node.type !== 'note'),
    numbering,
  )
  if (notes.length > 0) children.push(noteList(notes, part, meta))
  const wide = part.isLandscape ? ['wide'] : []
  if (part.name === 'body') return h('div', {className: ['part', ...wide]}, lines(children))
  return h(
    'section',
    {
      id: `u-${part.unit}`,
      className: ['part', ...(isFirst ? [] : ['annex-part']), part.name, ...wide],
      ariaLabel: part.label,
    },
    lines(children),
  )
}
