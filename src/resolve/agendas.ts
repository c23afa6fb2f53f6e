import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, finding, quote} from '../message/index.ts'
import type {Fact} from './fact.ts'
import {collector, type Say, unknown} from './findings.ts'
import type {Labels} from './template-types.ts'
import type {Agenda, AgendaItemFact, DocumentPlan, Dossier} from './types.ts'

const agendaPath = /^documents\/agendas\/([a-z0-9-]+)(?:\.([a-z]{2}))?\.yaml$/

/** Agendas with their words, by the id of their meeting. */
export function resolveAgendas(sources: ReadonlyMap<string, Source>): Map<string, Agenda> {
  const agendas = new Map<string, Agenda>()
  const factOf = <T>({path, data}: Source): Fact<T> => ({path, data, value: data.value as T})
  for (const [path, source] of sources) {
    const [, meeting, language] = agendaPath.exec(path) ?? []
    if (meeting && !language) agendas.set(meeting, {fact: factOf(source), words: new Map()})
  }
  for (const [path, source] of sources) {
    const [, meeting = '', language] = agendaPath.exec(path) ?? []
    if (language) agendas.get(meeting)?.words.set(language, factOf(source))
  }
  return agendas
}

/** Findings about agendas: rows that lead nowhere, numbers that are taken, documents without a row. */
export function agendaFindings(dossier: Dossier, labels: Labels): VFileMessage[] {
  return [...dossier.agendas].flatMap(([meeting, agenda]) => {
    const {messages, say} = collector()
    if (dossier.meetings.size > 0 && !dossier.meetings.has(meeting))
      messages.push(
        error(
          `${unknown('meeting', meeting, dossier.meetings.keys())} The file of an agenda has the name of its meeting.`,
          {
            path: agenda.fact.path,
            ruleId: 'unknown-meeting',
          },
        ),
      )
    rowFindings(meeting, agenda, dossier, labels, say)
    return [...messages, ...missingRows(meeting, agenda, dossier), ...wordFindings(agenda)]
  })
}

/** Every item with its place, in order. */
function rowsOf({fact}: Agenda): {item: AgendaItemFact; pointer: (string | number)[]}[] {
  return fact.value.sections.flatMap(({items}, section) =>
    items.map((item, index) => ({item, pointer: ['sections', section, 'items', index]})),
  )
}

function rowFindings(meeting: string, agenda: Agenda, dossier: Dossier, labels: Labels, say: Say): void {
  const {fact} = agenda
  for (const [index, {heading}] of fact.value.sections.entries())
    if (!Object.hasOwn(labels['agenda-headings'], heading))
      say(
        fact,
        ['sections', index, 'heading'],
        'unknown-heading',
        unknown('agenda heading', heading, Object.keys(labels['agenda-headings'])),
      )
  const plans = [...dossier.documents, ...dossier.dormant].filter(
    ({fact: document}) => document.value.meeting === meeting,
  )
  const ids = new Set<string>()
  const documents = new Set<string>()
  const numbers = new Map<string, string>()
  let before: string | undefined
  for (const {item, pointer} of rowsOf(agenda)) {
    const at = (key: string): (string | number)[] => [...pointer, key]
    if (ids.has(item.id))
      say(fact, at('id'), 'id-twice', `The item ${quote(item.id)} occurs twice. Give one of them another id.`)
    ids.add(item.id)
    const fault = formFault(item)
    if (fault) say(fact, at('id'), 'agenda-item', fault)
    const plan = plans.find(({path}) => path === item.document)
    if (item.document !== undefined) {
      if (!plan && !dossier.refused.has(item.document))
        say(
          fact,
          at('document'),
          'unknown-document',
          `There is no document ${quote(item.document)} of this meeting. Write one of: ${plans.map(({path}) => path).join(', ')}; or give the item a number and “no-document: true”.`,
        )
      if (documents.has(item.document))
        say(
          fact,
          at('document'),
          'agenda-twice',
          `The document ${quote(item.document)} has a row further up. Delete one of the two.`,
        )
      documents.add(item.document)
    }
    const number =
      item.item ?? (plan?.kind['on-agenda'] === 'item' ? plan.fact.value.symbol?.number : undefined)
    if (!number) continue
    const other = numbers.get(number)
    if (other !== undefined)
      say(
        fact,
        at(item.item ? 'item' : 'document'),
        'agenda-number',
        `The number ${quote(number)} is already that of the item ${quote(other)}. Give one of the two another number.`,
      )
    else if (before !== undefined && comesBefore(number, before))
      say(
        fact,
        at(item.item ? 'item' : 'document'),
        'agenda-order',
        `The item ${number} stands after ${before}. Write the items in the order of their numbers.`,
      )
    numbers.set(number, other ?? item.id)
    before = number
  }
}

/** An item has a document made here, or a number with the symbol of another document or with none. */
function formFault(item: AgendaItemFact): string | undefined {
  const {document, symbol, posted} = item
  const ways = [document, symbol, item['no-document']].filter((way) => way !== undefined).length
  if (ways !== 1)
    return 'An item has exactly one of “document”, “symbol” and “no-document: true”. Write one of them.'
  if (document !== undefined && item.item !== undefined)
    return 'The number of this item is that of its document. Delete “item”.'
  if (document === undefined && item.item === undefined) return 'This item has no number. Add “item: "…"”.'
  if (posted !== undefined && symbol === undefined)
    return 'The day of posting of a document made here stands in its document.yaml, and an item without a document has none. Delete “posted”.'
  return undefined
}

/** `36.1` before `36.2` before `41`. */
function comesBefore(a: string, b: string): boolean {
  const [first, second] = [a.split('.').map(Number), b.split('.').map(Number)]
  const index = first.findIndex((value, place) => value !== second[place])
  if (index < 0) return first.length < second.length
  return (first[index] ?? 0) < (second[index] ?? -1)
}

/** A document that has its number is missed in the agenda; one without may still be put there. */
function missingRows(meeting: string, agenda: Agenda, {documents}: Dossier): VFileMessage[] {
  const listed = new Set(rowsOf(agenda).map(({item}) => item.document))
  const isMissed = ({path, fact, kind}: DocumentPlan): boolean =>
    fact.value.meeting === meeting && kind['on-agenda'] !== undefined && !listed.has(path)
  return documents.filter(isMissed).map(({path, fact}) =>
    finding(
      fact.value.symbol?.number ? 'error' : 'warning',
      `The document ${quote(path)} has no row in this agenda. Add “- {id: …, document: ${path}}” under the heading where it belongs.`,
      {
        path: agenda.fact.path,
        ruleId: 'agenda-row-missing',
        place: agenda.fact.data.locate(['sections'], 'key'),
      },
    ),
  )
}

function wordFindings({fact, words}: Agenda): VFileMessage[] {
  const ids = fact.value.sections.flatMap(({items}) => items.map(({id}) => id))
  return [...words.values()].flatMap(({path, data, value}) =>
    Object.keys(value.items)
      .filter((id) => !ids.includes(id))
      .map((id) =>
        error(unknown('item', id, ids), {
          path,
          ruleId: 'unknown-item',
          place: data.locate(['items', id], 'key'),
        }),
      ),
  )
}
