import {type AgendaItem, type DocumentPlan, type Located, numberAt} from '../../resolve/index.ts'
import {type InlineNode, text, toText} from '../../tree/index.ts'
import {annexLabel} from '../annex-label.ts'
import type {Context, DocumentContext} from '../context.ts'
import {dateNodes, numericDateNodes} from '../dates.ts'
import {documentReference} from '../document-reference.ts'
import {asExample} from '../examples.ts'
import {factValue} from '../fact-value.ts'
import {openLabel} from '../open-labels.ts'
import {ownWords} from '../own-words.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {singleLanguageMarker} from '../received-late.ts'
import {ofRefusedDocument} from '../refused-document.ts'
import {type Column, columnsOf, factTable, type Row} from '../tables/index.ts'
import {type BlockDirective, refuse} from './block-directive.ts'
import type {PartContext} from './part-context.ts'

/**
 * `::agenda`: the items of the meeting with their documents and the days of posting, a table for each group.
 * Source: house style, 1g.
 */
export const agendaTables: BlockDirective = (node, part) => {
  const {context} = part
  const {meeting} = context.plan
  const agenda = context.dossier.agendas.get(meeting.id)
  if (!agenda) {
    const reason = `There is no agenda of this meeting. Add documents/agendas/${meeting.id}.yaml, or delete this line.`
    return refuse(node, part, {ruleId: 'facts-missing', reason})
  }
  const {yaml} = agenda
  return yaml.value.sections.map(({heading, under, items}, section) => {
    const rows = items.flatMap((item, index) =>
      rowsOf(part, yaml, item, ['sections', section, 'items', index]),
    )
    const label = (id: string): InlineNode[] => openLabel(context, 'agenda-headings', id)
    const headings = [under, heading].flatMap((id) => (id === undefined ? [] : [lineBreak, ...label(id)]))
    // A table has a name on a page, also where its items stand under no heading.
    const caption = heading === undefined ? phrase(context, 'agenda-caption') : headings.slice(1)
    const table = factTable(
      context,
      `agenda-${heading ?? `group-${section + 1}`}`,
      caption,
      columns(context),
      rows,
    )
    return {...table, sharesColumns: true}
  })
}

const lineBreak: InlineNode = {type: 'break'}

/** Days in figures say in the heading which figure is the month. */
function columns(context: DocumentContext): Column[] {
  const heading = text(context.labels.columns['posted-in-figures'] ?? '')
  return columnsOf(context, {item: 8, 'item-title': 43, document: 24, posted: 25}).map((column) =>
    column.id === 'posted' && areDaysInFigures(context) ? {...column, heading} : column,
  )
}

/** Whether lists of documents of the period had days of posting in figures in this language. Source: docs/meetings.md. */
function areDaysInFigures({plan, language}: DocumentContext): boolean {
  return plan.profile.typography[language.code]?.['posting-days'] === 'figures'
}

/** The day of posting, in figures where those are known, otherwise as a day is written anywhere. */
function postingDay(context: DocumentContext, iso: string): InlineNode[] {
  return areDaysInFigures(context) ? numericDateNodes(context, iso) : dateNodes(context, iso)
}

/** “4.” and “4.1”: a number with a point in it has none at its end. House style, 1g. */
function withPoint(number: InlineNode[]): InlineNode[] {
  const isSubItem = number.some((node) => toText(node).includes('.'))
  return isSubItem ? number : [...number, ...text('.')]
}

/** An item, and under it the annexes of a document made here; nothing where that is not made as the facts stand. */
function rowsOf(
  {context, path}: PartContext,
  yaml: Located<unknown>,
  item: AgendaItem,
  pointer: (string | number)[],
): Row[] {
  const {document, posted} = item
  const none = text(plainPhrase(context, 'no-evidence'))
  const value = (nodes: InlineNode[]): InlineNode[] =>
    factValue(context, {nodes, yaml, record: item.id, isExample: false})
  if (document === undefined)
    return [
      {
        id: item.id,
        cells: [
          item.item === undefined
            ? none
            : unconfirmed(context, yaml, item, pointer, withPoint(text(item.item))),
          withRemark(context, item, titleOf(context, yaml, item, pointer)),
          unconfirmed(context, yaml, item, pointer, documentCell(context, item)),
          posted === undefined
            ? none
            : unconfirmed(context, yaml, item, pointer, postingDay(context, posted)),
        ].map(value),
      },
      ...annexesElsewhere(context, item).map(({id, cells}) => ({id, cells: cells.map(value)})),
    ]
  const plan = context.dossier.documents.find((candidate) => candidate.path === document)
  if (context.dossier.refused.has(document)) {
    const cells = [none, ofRefusedDocument(context, document), none, none]
    return [{id: item.id, cells: cells.map(value)}]
  }
  if (!plan) return []
  const where = {path, place: yaml.data.locate([...pointer, 'document'])}
  const reference = (form: string): InlineNode[] => documentReference(context, document, form, where)
  const isItem = plan.kind['on-agenda'] === 'item'
  const own = numberAt(plan, context.plan.meeting.id)
  const day = plan.yaml.value.posted?.at(-1)?.date
  const row: Row = {
    id: item.id,
    cells: [
      isItem ? withPoint(own ? text(own) : reference('number')) : none,
      withRemark(context, item, [...reference('title'), ...onlyIn(context, plan)]),
      reference('symbol'),
      day === undefined ? none : postingDay(context, day),
    ].map(value),
  }
  return [row, ...annexRows(context, plan, item, where)]
}

/** That a document is not made in this language, behind its title in another. House style, 1d. */
function onlyIn(context: DocumentContext, {languages}: DocumentPlan): InlineNode[] {
  const [only] = languages
  if (!only || languages.some(({language}) => language.code === context.language.code)) return []
  return [...text(' '), ...singleLanguageMarker(context, only.language)]
}

function titleOf(
  context: DocumentContext,
  yaml: Located<unknown>,
  item: AgendaItem,
  pointer: (string | number)[],
): InlineNode[] {
  return unconfirmed(context, yaml, item, pointer, agendaWords(context, ['items', item.id]))
}

function agendaWords(context: DocumentContext, pointer: string[]): InlineNode[] {
  const meeting = context.plan.meeting.id
  const words = context.dossier.agendas.get(meeting)?.words.get(context.language.code)
  return ownWords(context, words, pointer, `documents/agendas/${meeting}`)
}

/** The title of an item, and under it what changed since, as in the agenda of SC61: “Addition of the Annex”. */
function withRemark(context: DocumentContext, {id, remark}: AgendaItem, title: InlineNode[]): InlineNode[] {
  if (!remark) return title
  return [...title, lineBreak, ...agendaWords(context, ['remarks', id])]
}

/** “Annex 1: …” for each annex of a document made elsewhere. */
function annexesElsewhere(context: DocumentContext, {annexes = []}: AgendaItem): Row[] {
  const none = text(plainPhrase(context, 'no-evidence'))
  return annexes.map((id, index) => {
    const number = String(index + 1)
    const label =
      annexes.length === 1 ? plainPhrase(context, 'annex') : plainPhrase(context, 'annex-numbered', {number})
    const title = agendaWords(context, ['items', id])
    return {id, cells: [none, phrase(context, 'agenda-annex', {label, title}), none, none]}
  })
}

/** The symbol of a document made elsewhere, or that there is none; nothing of an item that only stands over others. */
function documentCell(context: Context, {symbol, group}: AgendaItem): InlineNode[] {
  if (symbol !== undefined) return text(symbol.replaceAll(' ', '\u00a0'))
  return group ? text(plainPhrase(context, 'no-evidence')) : phrase(context, 'no-document')
}

/** What is printed of an item that is an example, with its mark. */
function unconfirmed(
  context: Context,
  yaml: Located<unknown>,
  {example}: AgendaItem,
  pointer: (string | number)[],
  nodes: InlineNode[],
): InlineNode[] {
  if (!example) return nodes
  return asExample(context, nodes, {
    path: yaml.path,
    place: yaml.data.locate([...pointer, 'example']),
    what: 'This item is an example.',
  })
}

/** “Annex 1: …” for each annex of a document made here. */
function annexRows(context: Context, plan: DocumentPlan, {id}: AgendaItem, where: {path: string}): Row[] {
  const none = text(plainPhrase(context, 'no-evidence'))
  return plan.annexes.map(({name}) => {
    const label = annexLabel(context, plan.annexes, name, 'annex')
    const title = documentReference(context, plan.path, `title of ${name}`, where)
    return {id: `${id}-${name}`, cells: [none, phrase(context, 'agenda-annex', {label, title}), none, none]}
  })
}
