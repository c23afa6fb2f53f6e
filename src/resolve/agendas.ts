import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {choices, error, finding, quote} from '../message/index.ts'
import type {DocumentContext} from './document-context.ts'
import {collector, type Say, unknown, unknownHeading} from './findings.ts'
import type {Located} from './located.ts'
import {meetingsOf, numberAt} from './symbols.ts'
import type {Agenda, AgendaItem, DocumentPlan, Dossier} from './types.ts'

const agendaPath = /^documents\/agendas\/([a-z0-9-]+)(?:\.([a-z]{2}))?\.yaml$/

/** Agendas with their words, by the id of their meeting. */
export function resolveAgendas(sources: ReadonlyMap<string, Source>): Map<string, Agenda> {
  const agendas = new Map<string, Agenda>()
  const factOf = <T>({path, data}: Source): Located<T> => ({path, data, value: data.value as T})
  for (const [path, source] of sources) {
    const [, meeting, language] = agendaPath.exec(path) ?? []
    if (meeting && !language) agendas.set(meeting, {yaml: factOf(source), words: new Map()})
  }
  for (const [path, source] of sources) {
    const [, meeting = '', language] = agendaPath.exec(path) ?? []
    if (language) agendas.get(meeting)?.words.set(language, factOf(source))
  }
  return agendas
}

/** Titles of items beside which no agenda stands. */
function wordsAlone(sources: ReadonlyMap<string, Source>, paths: ReadonlySet<string>): VFileMessage[] {
  return [...sources.keys()].flatMap((path) => {
    const [, meeting = '', language] = agendaPath.exec(path) ?? []
    const agenda = `documents/agendas/${meeting}.yaml`
    if (!language || paths.has(agenda)) return []
    const reason = `There is no ${meeting}.yaml beside this file, to which its titles belong. Add one, or delete this file.`
    return [error(reason, {path, ruleId: 'file-missing'})]
  })
}

/** Findings about agendas: rows that lead nowhere, numbers that are taken, documents without a row. */
export function agendaFindings(
  dossier: Dossier,
  {sources, paths}: Pick<DocumentContext, 'sources' | 'paths'>,
): VFileMessage[] {
  const found = [...dossier.agendas].flatMap(([meeting, agenda]) => {
    const {messages, say} = collector()
    if (dossier.meetings.size > 0 && !dossier.meetings.has(meeting))
      messages.push(
        error(
          `${unknown('meeting', meeting, dossier.meetings.keys())} The file of an agenda has the name of its meeting.`,
          {
            path: agenda.yaml.path,
            ruleId: 'unknown-meeting',
          },
        ),
      )
    rowFindings(meeting, agenda, dossier, say)
    return [...messages, ...missingRows(meeting, agenda, dossier), ...wordFindings(agenda)]
  })
  return [...found, ...wordsAlone(sources, paths)]
}

/** Every item with its place, in order. */
function rowsOf({yaml}: Agenda): {item: AgendaItem; pointer: (string | number)[]}[] {
  return yaml.value.sections.flatMap(({items}, section) =>
    items.map((item, index) => ({item, pointer: ['sections', section, 'items', index]})),
  )
}

function rowFindings(meeting: string, agenda: Agenda, dossier: Dossier, say: Say): void {
  const {yaml} = agenda
  const {headings} = dossier.templates.names
  for (const [index, section] of yaml.value.sections.entries())
    for (const key of ['heading', 'under'] as const) {
      const heading = section[key]
      if (heading !== undefined && !headings.has(heading))
        say(yaml, ['sections', index, key], 'unknown-heading', unknownHeading(heading, headings))
    }
  const plans = [...dossier.documents, ...dossier.dormant].filter((plan) => isOfMeeting(plan, meeting))
  const ids = new Set<string>()
  const documents = new Set<string>()
  const numbers = new Map<string, string>()
  let before: string | undefined
  for (const {item, pointer} of rowsOf(agenda)) {
    for (const [index, annex] of (item.annexes ?? []).entries()) {
      if (ids.has(annex))
        say(
          yaml,
          [...pointer, 'annexes', index],
          'id-twice',
          `The item ${quote(annex)} occurs twice. Give one of them another id.`,
        )
      ids.add(annex)
    }
    const at = (key: string): (string | number)[] => [...pointer, key]
    if (ids.has(item.id))
      say(yaml, at('id'), 'id-twice', `The item ${quote(item.id)} occurs twice. Give one of them another id.`)
    ids.add(item.id)
    const fault = formFault(item)
    if (fault) say(yaml, at(fault.key), 'agenda-item', fault.reason)
    const plan = plans.find(({path}) => path === item.document)
    if (item.document !== undefined) {
      if (documents.has(item.document)) {
        say(
          yaml,
          at('document'),
          'agenda-twice',
          `The document ${quote(item.document)} has a row further up. Delete one of the two.`,
        )
        continue
      }
      documents.add(item.document)
      if (!plan && !dossier.refused.has(item.document)) {
        const known = plans.map((candidate) => candidate.path)
        const remedy = known.length > 0 ? `Write ${choices(item.document, known)}; or give` : 'Give'
        say(
          yaml,
          at('document'),
          'unknown-document',
          `There is no document ${quote(item.document)} of this meeting. ${remedy} the item a number and “no-document: true”.`,
        )
      }
    }
    const number =
      item.item ??
      (plan?.kind['on-agenda'] === 'item'
        ? (numberAt(plan, meeting) ?? plan.yaml.value.symbol?.number)
        : undefined)
    if (!number) continue
    const other = numbers.get(number)
    if (other !== undefined)
      say(
        yaml,
        at(item.item ? 'item' : 'document'),
        'agenda-number',
        `The number ${quote(number)} is already that of the item ${quote(other)}. Give one of the two another number.`,
      )
    else if (before !== undefined && comesBefore(number, before))
      say(
        yaml,
        at(item.item ? 'item' : 'document'),
        'agenda-order',
        `The item ${number} stands after ${before}. Write the items in the order of their numbers.`,
      )
    numbers.set(number, other ?? item.id)
    before = number
  }
}

/** Whether a document is of a meeting; one of a joint meeting is of each that it joins. */
function isOfMeeting({meeting}: DocumentPlan, id: string): boolean {
  return meeting.id === id || meetingsOf(meeting).some((part) => part.id === id)
}

/** An item has a document made here, or a number with the symbol of another document or with none. */
function formFault(item: AgendaItem): {key: keyof AgendaItem; reason: string} | undefined {
  const {document, symbol, posted} = item
  const ways = (['document', 'symbol', 'no-document', 'group'] as const).filter(
    (way) => item[way] !== undefined,
  )
  if (ways.length !== 1)
    return {
      key: ways[1] ?? 'id',
      reason:
        'An item has exactly one of “document”, “symbol”, “no-document: true” and “group: true”. Write one of them.',
    }
  if (document !== undefined && item.item !== undefined)
    return {key: 'item', reason: 'The number of this item is that of its document. Delete “item”.'}
  if (item.item === undefined && document === undefined && !item.unnumbered)
    return {key: 'id', reason: 'This item has no number. Add “item: "…"”.'}
  if (item.unnumbered && (item.item !== undefined || document !== undefined))
    return {key: 'unnumbered', reason: 'This item has a number. Delete “unnumbered”, or its number.'}
  if (item.annexes && symbol === undefined)
    return {
      key: 'annexes',
      reason:
        'The annexes of a document made here have their rows by themselves, and an item without a document has none. Delete “annexes”.',
    }
  if (posted !== undefined && symbol === undefined)
    return {
      key: 'posted',
      reason:
        'The day of posting of a document made here stands in its document.yaml, and an item without a document has none. Delete “posted”.',
    }
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
  const isMissed = (plan: DocumentPlan): boolean =>
    isOfMeeting(plan, meeting) && plan.kind['on-agenda'] !== undefined && !listed.has(plan.path)
  return documents.filter(isMissed).map(({path, yaml}) =>
    finding(
      yaml.value.symbol?.number ? 'error' : 'warning',
      `The document ${quote(path)} has no row in this agenda. Add “- {id: …, document: ${path}}” under the heading where it belongs.`,
      {
        path: agenda.yaml.path,
        ruleId: 'agenda-row-missing',
        place: agenda.yaml.data.locate(['sections'], 'key'),
      },
    ),
  )
}

function wordFindings(agenda: Agenda): VFileMessage[] {
  return [...titleFindings(agenda), ...remarkFindings(agenda)]
}

/** A remark stands at an item that says it has one: else nobody would read it. */
function remarkFindings({yaml, words}: Agenda): VFileMessage[] {
  const items = yaml.value.sections.flatMap((section) => section.items)
  const ids = items.flatMap(({id, remark}) => (remark ? id : []))
  return [...words.values()].flatMap(({path, data, value}) =>
    Object.keys(value.remarks ?? {})
      .filter((id) => !ids.includes(id))
      .map((id) =>
        error(
          items.some((item) => item.id === id)
            ? `The item ${quote(id)} has no remark in ${yaml.path}. Add “remark: true” there, or delete this line.`
            : ids.length > 0
              ? unknown('item with a remark', id, ids)
              : `There is no item ${quote(id)}. Delete this line.`,
          {path, ruleId: 'unknown-item', place: data.locate(['remarks', id], 'key')},
        ),
      ),
  )
}

function titleFindings({yaml, words}: Agenda): VFileMessage[] {
  const items = yaml.value.sections.flatMap((section) => section.items)
  // A document made here brings its own title.
  const own = items.filter(({document}) => document === undefined)
  const ids = own.flatMap(({id, annexes = []}) => [id, ...annexes])
  return [...words.values()].flatMap(({path, data, value}) =>
    Object.keys(value.items)
      .filter((id) => !ids.includes(id))
      .map((id) =>
        error(
          items.some((item) => item.id === id)
            ? `The item ${quote(id)} takes the title of its document. Delete this line.`
            : ids.length > 0
              ? unknown('item', id, ids)
              : `There is no item ${quote(id)}. Delete this line.`,
          {
            path,
            ruleId: 'unknown-item',
            place: data.locate(['items', id], 'key'),
          },
        ),
      ),
  )
}
