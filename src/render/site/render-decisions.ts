import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {
  type DossierComposition,
  type DossierDecision,
  type DossierProvision,
  exampleSign,
  type Implementation,
  type SiteComposition,
} from '../../compose/index.ts'
import {toText} from '../../tree/index.ts'
import {lines} from '../html/index.ts'
import {sitePage, sitePath} from './page.ts'
import {refusedList} from './refused.ts'
import {siteStyle} from './style.ts'
import {dataTable} from './table.ts'
import type {Site} from './types.ts'
import {inlineWords} from './words.ts'

const name = 'decisions'

/** `decisions.html` and its sisters: every decision with its words, and how far each provision has been carried out. */
export async function renderDecisions(site: Site): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(
    site.pages.map((page) => [
      sitePath(site, name, page.language),
      sitePage(site, {
        name,
        language: page.language,
        title: page.words.decisions ?? '',
        css: siteStyle(site.styles),
        main: decisionsOf(page, site),
      }),
    ]),
  )
}

function decisionsOf(page: SiteComposition, site: Site): ElementContent[] {
  const dossier = site.dossier.find(({language}) => language.code === page.language.code)
  const shown = (dossier?.subjects ?? []).flatMap(({decisions, title}) => [
    h('h2', decisions.every(({number}) => number === null) ? `${title} (${page.words.drafts})` : title),
    ...decisions.map((decision) => decisionTable(decision, page, dossier as DossierComposition)),
  ])
  return [...shown, ...refusedList(page.refusedSubjects, page)]
}

function decisionTable(
  decision: DossierDecision,
  page: SiteComposition,
  dossier: DossierComposition,
): Element {
  const {columns} = page
  const rows = [decision, ...decision.provisions.flatMap(withBelow)]
  const isBegun = rows.some(({status}) => status !== undefined)
  const id = `decision-${decision.id.replace('/', '-')}`
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
    rows: rows.map((row) => [
      [{type: 'text', value: row.node.label ?? ''}],
      wordsOf(row),
      ...(isBegun ? [statusOf(row, dossier), evidenceOf(row)] : []),
    ]),
    ids: rows.map((row) => (row === decision ? undefined : `${id}-${row.id}`)),
  })
}

/** A provision and those under it, in the order of the decision. */
function withBelow(provision: DossierProvision): DossierProvision[] {
  return [provision, ...provision.provisions.flatMap(withBelow)]
}

function wordsOf({node}: DossierDecision | DossierProvision): ElementContent[] {
  return inlineWords(node.children[0])
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
