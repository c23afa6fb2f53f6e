import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {
  type DossierComposition,
  type DossierDecision,
  type DossierProvision,
  type DossierSubject,
  exampleSign,
  type Implementation,
  type SiteComposition,
} from '../../compose/index.ts'
import {type Continuation, htmlIdOf, type Note, toText} from '../../tree/index.ts'
import {lines, noteReferenceId} from '../html/index.ts'
import {divide, type PagePart} from './divide.ts'
import {sitePage, sitePath} from './page.ts'
import {refusedList} from './refused.ts'
import {siteStyle} from './style.ts'
import {dataTable} from './table.ts'
import type {Site} from './types.ts'
import {inlineWords, notedWords} from './words.ts'

const name = 'decisions'

/** A decision, and the subject that it is of. */
interface Shown {
  subject: DossierSubject
  decision: DossierDecision
}

/**
 * `decisions.html` and its sisters: every decision with its words, and how far each provision has been carried out. Of
 * more than one page holds, it leads to those of each subject, `decisions/<subject>/1.html` and its sisters.
 */
export async function renderDecisions(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  const outputs = new Map<string, Uint8Array>()
  for (const page of site.pages) {
    const {language} = page
    const dossier = site.dossier.find((own) => own.language.code === language.code)
    const all = (dossier?.subjects ?? []).flatMap((subject) =>
      subject.decisions.map((decision) => ({subject, decision})),
    )
    const isWhole = all.length <= site.room.decisions
    const put = (own: string, title: string, main: ElementContent[]): void => {
      const css = siteStyle(site.styles)
      outputs.set(sitePath(site, own, language), sitePage(site, {name: own, language, title, css, main}))
    }
    const parts = divide(
      all,
      ({subject}) => subject.id,
      () => 1,
      isWhole ? Number.POSITIVE_INFINITY : site.room.decisions,
    )
    const title = page.words.decisions ?? ''
    put(name, title, [
      ...parts.flatMap((part) => (isWhole ? wholePart(part, page, dossier) : leadingTo(part, page, site))),
      ...refusedList(page.refusedSubjects, page),
    ])
    if (isWhole) continue
    for (const part of parts) put(`${name}/${part.key}/${part.number}`, title, wholePart(part, page, dossier))
  }
  return outputs
}

function headingOf({items}: PagePart<Shown>, page: SiteComposition): Element {
  const {title = '', decisions = []} = items[0]?.subject ?? {}
  const areDrafts = decisions.every(({number}) => number === null)
  return h('h2', areDrafts ? `${title} (${page.words.drafts})` : title)
}

function wholePart(
  part: PagePart<Shown>,
  page: SiteComposition,
  dossier: DossierComposition | undefined,
): ElementContent[] {
  return [
    headingOf(part, page),
    ...part.items.flatMap(({decision}) => [
      decisionTable(decision, page, dossier as DossierComposition),
      ...noteList(decision, page),
    ]),
  ]
}

/** Each decision by its number, under the id that it has where it stands with its words. */
function leadingTo(part: PagePart<Shown>, page: SiteComposition, site: Site): ElementContent[] {
  const file = sitePath(site, `${name}/${part.key}/${part.number}`, page.language)
  const items = part.items.map(({decision}) =>
    h('li', {id: idOf(decision)}, [
      h('a', {href: `${file}#${idOf(decision)}`}, `${page.columns.decision}\u00a0${decision.node.label}`),
      {type: 'text', value: `: ${decision.addresseeName}`},
    ]),
  )
  return [headingOf(part, page), h('ul', {className: ['files']}, lines(items))]
}

function decisionTable(
  decision: DossierDecision,
  page: SiteComposition,
  dossier: DossierComposition,
): Element {
  const {columns} = page
  const rows = [decision, ...decision.provisions.flatMap(withBelow)]
  // Words after the provisions have no letter.
  const closing = decision.node.children.filter(
    (child): child is Continuation => child.type === 'continuation',
  )
  const isBegun = rows.some(({status}) => status !== undefined)
  const id = idOf(decision)
  return dataTable({
    id,
    caption: [
      {type: 'text', value: `${columns.decision}\u00a0${decision.node.label}: ${decision.addresseeName}`},
    ],
    columns: [
      {heading: columns.provision ?? '', share: 10},
      {heading: page.words['whole-text'] ?? ''},
      ...(isBegun
        ? [
            {heading: columns.status ?? '', share: 15 as const},
            {heading: columns.evidence ?? '', share: 30 as const},
          ]
        : []),
    ],
    rows: [
      ...rows.map((row) => [
        [{type: 'text', value: row.node.label ?? ''}] as ElementContent[],
        notedWords(row.node.children[0], id),
        ...(isBegun ? [statusOf(row, dossier), evidenceOf(row)] : []),
      ]),
      ...closing.map(({children}) => [[], notedWords(children[0], id), ...(isBegun ? [[], []] : [])]),
    ],
    ids: [
      ...rows.map((row) => (row === decision ? undefined : `${id}-${row.id}`)),
      ...closing.map(() => undefined),
    ],
  })
}

/** A provision and those under it, in the order of the decision. */
function withBelow(provision: DossierProvision): DossierProvision[] {
  return [provision, ...provision.provisions.flatMap(withBelow)]
}

/** Id of the table of a decision, with which all ids in it begin. */
function idOf({id}: DossierDecision): string {
  return `decision-${id.replace('/', '-')}`
}

/** The notes of a decision under its table, each with a link back to its mark. */
function noteList(decision: DossierDecision, {notesName, back}: SiteComposition): Element[] {
  const notes = [...decision.notes.values()].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  if (notes.length === 0) return []
  const id = idOf(decision)
  const item = (note: Note): Element =>
    h('li', {id: `${id}-${htmlIdOf(note.unit)}`, value: note.place}, [
      ...note.children.flatMap((paragraph) => inlineWords(paragraph)),
      {type: 'text', value: '\u00a0'},
      h(
        'a',
        {href: `#${id}-${noteReferenceId(note.identifier, 1)}`, role: 'doc-backlink', ariaLabel: back},
        '↑',
      ),
    ])
  return [h('ol', {ariaLabel: notesName}, lines(notes.map(item)))]
}

function statusOf({status, isExample}: Implementation, {statuses}: DossierComposition): ElementContent[] {
  if (status === undefined) return []
  const words: ElementContent = {type: 'text', value: statuses[status] ?? status}
  return isExample ? [words, h('span', {className: ['example']}, exampleSign)] : [words]
}

function evidenceOf({evidence}: Implementation): ElementContent[] {
  if (evidence.length === 0) return []
  const items = evidence.map(({words, record, isExample}) =>
    h('li', [
      ...(record.url === undefined
        ? inlineWords(words)
        : [h('a', {href: record.url, rel: ['noreferrer']}, inlineWords(words))]),
      ...(isExample && !toText(words).endsWith(exampleSign)
        ? [h('span', {className: ['example']}, exampleSign)]
        : []),
    ]),
  )
  return [h('ul', {className: ['files']}, lines(items))]
}
