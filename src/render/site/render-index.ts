import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DossierDecision, DossierProvision, SiteComposition, SiteDocument} from '../../compose/index.ts'
import {formats} from '../formats.ts'
import {lines, pageName} from '../html/index.ts'
import {hasBitext} from './bitext-pages.ts'
import {linkFrom, sitePage, sitePath} from './page.ts'
import {errorWords, madeLanguage, refusedList} from './refused.ts'
import {siteStyle} from './style.ts'
import {dataTable} from './table.ts'
import type {Site} from './types.ts'
import {inlineWords} from './words.ts'

const name = 'index'
/** Every format of a document for its readers, its page first: it opens beside this one. */
const extensions = [...formats.values()]
  .filter(({isForReviewers}) => !isForReviewers)
  .map(({extension}) => extension)
  .sort((a, b) => Number(b === 'html') - Number(a === 'html'))

/** `index.html` and its sisters: every document by meeting, and by the step of the decision that it carries out. */
export async function renderIndex(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(
    site.pages.map((page) => [
      sitePath(site, name, page.language),
      sitePage(site, {
        name,
        language: page.language,
        title: page.words.title ?? '',
        css: siteStyle(site.styles),
        main: [...byMeeting(page, site), ...byStep(page, site)],
      }),
    ]),
  )
}

function byMeeting(page: SiteComposition, site: Site): ElementContent[] {
  return [
    h('h2', page.words.meetings),
    ...page.meetings.flatMap(({id, words}) => [
      h('h3', {id: `meeting-${id}`}, [
        ...inlineWords(words.name),
        {type: 'text', value: ', '},
        ...inlineWords(words.dates),
      ]),
      h(
        'ul',
        {className: ['documents']},
        lines(
          page.documents
            .filter(({meeting}) => meeting === id)
            .map((document) => documentItem(document, page, site)),
        ),
      ),
    ]),
    ...(page.refused.length > 0 ? [h('h3', page.words.others)] : []),
    ...refusedList(page.refused, page),
  ]
}

function documentItem(document: SiteDocument, page: SiteComposition, site: Site): Element {
  const {date, status} = document.words
  return h('li', [
    h('p', document.symbol),
    h('div', [
      h('p', titleLink(document, page)),
      h('p', {className: ['about']}, [
        ...inlineWords(date),
        {type: 'text', value: ' · '},
        ...inlineWords(status),
      ]),
      ...files(document, page, site),
    ]),
  ])
}

/** The title as a link to the page in this language, or in the first in which the document is made; else the title. */
function titleLink(document: SiteDocument, page: SiteComposition): ElementContent[] {
  const own = madeLanguage(document, page)
  if (!own) return inlineWords(document.words.title)
  const isOther = own.language.code !== page.language.code
  const file = fileOf(document, own.language.code, 'html')
  return [
    h('a', {href: file, hrefLang: isOther ? own.language.tag : undefined}, inlineWords(document.words.title)),
  ]
}

function fileOf({path}: SiteDocument, language: string, extension: string): string {
  const folder = path.split('/').slice(0, -1).join('/')
  return `${folder}/${pageName({path}, {language}).replace(/html$/, extension)}`
}

/** Every file of a document: a line a language, then the languages side by side; errors instead where it has some. */
function files(document: SiteDocument, page: SiteComposition, site: Site): ElementContent[] {
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
            href: fileOf(document, language.code, extension),
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

/** The provisions of each decision in their order, with the documents that carry each of them out. */
function byStep(page: SiteComposition, site: Site): ElementContent[] {
  const dossier = site.dossier.find(({language}) => language.code === page.language.code)
  const steps = (dossier?.subjects ?? []).flatMap(({id, decisions}) =>
    decisions.flatMap((decision) => stepsOf(id, decision)),
  )
  const shown = steps
    .map((step) => ({...step, documents: documentsOf(page, step)}))
    .filter(({documents}) => documents.length > 0)
  const used = new Set(shown.flatMap(({documents}) => documents))
  const others = page.documents.filter((document) => !used.has(document))
  const text = (value: string | undefined): ElementContent => ({type: 'text', value: value ?? ''})
  return [
    h('h2', page.words.steps),
    dataTable({
      id: 'steps',
      caption: [text(page.words.steps)],
      isCaptionHidden: true,
      columns: [
        {heading: page.columns.provision ?? '', share: 15},
        {heading: page.columns.action ?? ''},
        {heading: page.words['implemented-by'] ?? '', share: 40},
      ],
      rows: [
        ...shown.map(({label, words, documents}) => [[text(label)], words, [documentList(documents, page)]]),
        ...(others.length > 0 ? [[[text(page.words.others)], [], [documentList(others, page)]]] : []),
      ],
    }),
  ]
}

interface Step {
  subject: string
  reference: string
  label: string
  words: ElementContent[]
}

/** Each lettered provision is a step, or the decision itself where it has none. */
function stepsOf(subject: string, decision: DossierDecision): Step[] {
  const id = decision.id.slice(subject.length + 1)
  const number = decision.node.label ?? ''
  if (decision.provisions.length === 0)
    return [{subject, reference: id, label: number, words: wordsOf(decision)}]
  return decision.provisions.map((provision) => ({
    subject,
    reference: `${id}.${provision.id}`,
    label: `${number}\u00a0${provision.node.label}`,
    words: wordsOf(provision),
  }))
}

function wordsOf({node}: DossierDecision | DossierProvision): ElementContent[] {
  return inlineWords(node.children[0])
}

function documentsOf(page: SiteComposition, {subject, reference}: Step): SiteDocument[] {
  return page.documents.filter(
    (document) => document.subject === subject && document.implements.includes(reference),
  )
}

function documentList(documents: readonly SiteDocument[], page: SiteComposition): Element {
  const items = documents.map((document) =>
    h('li', [
      ...titleLink(document, page),
      {type: 'text', value: ` (${document.symbol})`},
      ...(document.errors > 0
        ? [{type: 'text' as const, value: ': '}, errorWords(page, document.errors)]
        : []),
    ]),
  )
  return h('ul', {className: ['files']}, lines(items))
}
