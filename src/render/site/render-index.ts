import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DossierDecision, DossierProvision, SiteComposition, SiteDocument} from '../../compose/index.ts'
import {lines} from '../html/index.ts'
import {divide, type PagePart} from './divide.ts'
import {documentItems, documentList, type ListPlace} from './document-list.ts'
import {inNumberOrder} from './number-order.ts'
import {linkFrom, sitePage, sitePath} from './page.ts'
import {refusedList} from './refused.ts'
import {siteStyle} from './style.ts'
import {dataTable} from './table.ts'
import type {Site} from './types.ts'
import {inlineWords} from './words.ts'

const name = 'index'

/**
 * `index.html` and its sisters: every document by meeting, and by the step of the decision that it carries out. Of more
 * documents than one page holds, it leads to lists for each meeting, `meetings/sc58/1.html` and its sisters.
 */
export async function renderIndex(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  const outputs = new Map<string, Uint8Array>()
  for (const page of site.pages) {
    const place = {name, page, site}
    const parts = partsOf(page, site)
    const isWhole = page.documents.length <= site.room.documents
    const {title = ''} = page.words
    const put = (own: string, heading: string, main: ElementContent[]): void => {
      const {language} = page
      const css = siteStyle(site.styles)
      outputs.set(
        sitePath(site, own, language),
        sitePage(site, {name: own, language, title: heading, css, main}),
      )
    }
    put(name, title, [...byMeeting(parts, isWhole, place), ...byStep(isWhole, place), ...otherFiles(place)])
    if (isWhole) continue
    for (const part of parts) {
      const own = partName(part)
      put(own, `${title}: ${rangeOf(part)}`, [documentItems(part.items, {...place, name: own})])
    }
  }
  return outputs
}

/** The documents of each meeting by their numbers, so many a page. */
function partsOf({documents}: SiteComposition, {room}: Site): PagePart<SiteDocument>[] {
  return divide(
    inNumberOrder(documents),
    ({meeting}) => meeting,
    () => 1,
    room.documents,
  )
}

function partName({key, number}: PagePart<SiteDocument>): string {
  return `meetings/${key}/${number}`
}

/** “SC58 Doc. 1 – SC58 Doc. 300”. */
function rangeOf({items}: PagePart<SiteDocument>): string {
  const symbols = [items[0]?.symbol ?? '', items.at(-1)?.symbol ?? '']
  return [...new Set(symbols)].join(' – ')
}

function byMeeting(
  parts: readonly PagePart<SiteDocument>[],
  isWhole: boolean,
  place: ListPlace,
): ElementContent[] {
  const {page} = place
  const listOf = (id: string): ElementContent[] => {
    const own = parts.filter(({key}) => key === id)
    const documents = own.flatMap(({items}) => items)
    if (documents.length === 0) return [h('p', page.words.none)]
    return [isWhole ? documentItems(documents, place) : partList(own, place)]
  }
  return [
    h('h2', page.words.meetings),
    ...page.meetings.flatMap(({id, words}) => [
      h('h3', {id: `meeting-${id}`}, [
        ...inlineWords(words.name),
        {type: 'text', value: ', '},
        ...inlineWords(words.dates),
      ]),
      ...listOf(id),
    ]),
    ...(page.refused.length > 0 ? [h('h3', page.words.others)] : []),
    ...refusedList(page.refused, page),
  ]
}

function partList(parts: readonly PagePart<SiteDocument>[], {page, site}: ListPlace): ElementContent {
  const items = parts.map((part) =>
    h('li', [
      h('a', {href: linkFrom(name, sitePath(site, partName(part), page.language))}, rangeOf(part)),
      {type: 'text', value: ` (${part.items.length})`},
    ]),
  )
  return h('ul', {className: ['files']}, lines(items))
}

/** The provisions of each decision in their order, with the documents that carry each of them out, and on one page the others. */
function byStep(isWhole: boolean, place: ListPlace): ElementContent[] {
  const {page, site} = place
  const dossier = site.dossier.find(({language}) => language.code === page.language.code)
  const steps = (dossier?.subjects ?? []).flatMap(({id, decisions}) =>
    decisions.flatMap((decision) => stepsOf(id, decision)),
  )
  const shown = steps
    .map((step) => ({...step, documents: documentsOf(page, step)}))
    .filter(({documents}) => documents.length > 0)
  const used = new Set(shown.flatMap(({documents}) => documents))
  const others = isWhole ? page.documents.filter((document) => !used.has(document)) : []
  if (shown.length === 0 && others.length === 0) return []
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
        ...shown.map(({label, words, documents}) => [[text(label)], words, [documentList(documents, place)]]),
        ...(others.length > 0 ? [[[text(page.words.others)], [], [documentList(others, place)]]] : []),
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

/** The calendars, in the languages of the site, and what is for programs. */
function otherFiles({page, site}: ListPlace): ElementContent[] {
  const dossier = site.dossier.find(({language}) => language.code === page.language.code)
  const calendars = site.pages.flatMap(({language}) =>
    site.files
      .filter((file) => file.endsWith(`.${language.code}.ics`))
      .flatMap((file): ElementContent[] => [
        {type: 'text', value: ' '},
        h('a', {href: file, hrefLang: language.tag, lang: language.tag}, language.name),
      ]),
  )
  const data = site.files
    .filter((file) => file.endsWith('.json'))
    .map((file) => h('li', [`${page.words.decisions}: `, h('a', {href: file}, 'JSON')]))
  const items = [
    ...(calendars.length > 0 && dossier
      ? [h('li', [...inlineWords(dossier.words.deadlines), {type: 'text', value: ' (ICS):'}, ...calendars])]
      : []),
    ...data,
  ]
  return items.length > 0 ? [h('h2', page.words.files), h('ul', {className: ['files']}, lines(items))] : []
}
