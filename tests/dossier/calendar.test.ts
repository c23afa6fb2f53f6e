import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {calendars} from '../support/documents.ts'
import {dayAfter, factsOf} from '../support/facts.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {story} from '../support/story.ts'

// out/deadlines.<language>.ics, read here by a few lines of our own and not by the library that writes them.
const latestFact = '2009-10-09'
const folder = 'documents/decisions/internet-trade'

/** Properties of an event by name with parameters: `DTSTART;VALUE=DATE`. */
type Event = Record<string, string>

/** Events of a calendar: lines joined again, texts without their escapes. */
function eventsOf(calendar: string): Event[] {
  const lines = calendar.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const events: Event[] = []
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]*):(.*)$/.exec(line) ?? []
    if (line === 'BEGIN:VEVENT') events.push({})
    else Object.assign(events.at(-1) ?? {}, {[name]: value.replaceAll(/\\([,;\\])/g, '$1')})
  }
  return events
}

const bytesOf = (name: string): Promise<Buffer> => readFile(join(story, 'out', name))
const read = async (code: string): Promise<Event[]> =>
  eventsOf(String(await bytesOf(`deadlines.${code}.ics`)))
const compact = (iso: string): string => iso.replaceAll('-', '')

/** First and last day of everything that has one, recomputed from the YAML files. */
function expectedDays(): Record<string, [string, string]> {
  const {meetings} = factsOf<{meetings: {id: string; starts: string; ends: string}[]}>(
    'documents/meetings.yaml',
  )
  const {tasks} = factsOf<{
    tasks: {id: string; when?: string; due: {date?: string; meeting?: string; document?: string}}[]
  }>(`${folder}/tasks.yaml`)
  const meeting = (id = ''): {starts: string; ends: string} =>
    meetings.find((each) => each.id === id) ?? {starts: '', ends: ''}
  const lastDay = (document: string): string => {
    const {kind, meeting: id} = factsOf<{kind: string; meeting: string}>(
      `documents/${document}/document.yaml`,
    )
    const {deadline} = factsOf<{deadline: {'days-before-meeting': number}}>(`templates/kinds/${kind}.yaml`)
    return dayAfter(meeting(id).starts, -deadline['days-before-meeting'])
  }
  const day = (iso: string): [string, string] => [iso, iso]
  return {
    ...Object.fromEntries(meetings.map(({id, starts, ends}) => [`meetings#${id}`, [starts, ends]])),
    'sc58/internet-trade#deadline': day(lastDay('sc58/internet-trade')),
    'cop15/internet-trade#deadline': day(lastDay('cop15/internet-trade')),
    'internet-trade/notification#reply-by': day(
      factsOf<Record<string, string>>(`${folder}/notification.yaml`)['reply-by'] ?? '',
    ),
    'internet-trade/comments#closes': day(
      factsOf<Record<string, string>>(`${folder}/comments.yaml`).closes ?? '',
    ),
    ...Object.fromEntries(
      tasks
        .filter(({when}) => when === undefined || when === 'outcome.draft-resolution') // What SC58 decided.
        .map(({id, due}) => [
          `internet-trade/tasks#${id}`,
          day(due.date ?? (due.document ? lastDay(due.document) : meeting(due.meeting).ends)),
        ]),
    ),
  }
}

test('every day that the facts set is there, with its own days, the last one exclusive', async () => {
  const days = Object.fromEntries(
    (await read('en')).map((event) => [
      event.UID?.replace(/@cites-docs$/, ''),
      [event['DTSTART;VALUE=DATE'], event['DTEND;VALUE=DATE']],
    ]),
  )
  const expected = Object.entries(expectedDays()).map(([id, [starts, ends]]) => [
    id,
    [compact(starts), compact(dayAfter(ends, 1))],
  ])
  expect(days).toEqual(Object.fromEntries(expected))
  expect(days['cop15/internet-trade#deadline']).toEqual(['20091014', '20091015']) // 150 days before 13 March 2010
})

describe.each(calendars)('%s', (name) => {
  const code = name.split('.')[1] ?? ''

  test('lines end with CR LF and are at most 75 octets long, no character is cut', async () => {
    const bytes = await bytesOf(name)
    const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.split('\r\n').map((line) => Buffer.from(line))
    expect(Math.max(...lines.map(({length}) => length))).toBe(75)
    for (const line of lines)
      expect(new TextDecoder('utf-8', {fatal: true}).decode(line)).not.toContain('\ufffd')
  })

  test('it is a published calendar of whole days that take no time of anybody', async () => {
    const text = String(await bytesOf(name))
    expect(text.split('\r\n').slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//cites-docs//deadlines//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
    ])
    const events = eventsOf(text)
    expect(new Set(events.map(({UID}) => UID)).size).toBe(events.length)
    for (const event of events) {
      expect(event.TRANSP).toBe('TRANSPARENT')
      expect(event.DTSTAMP).toBe(`${compact(latestFact)}T000000Z`)
      expect(event[`SUMMARY;LANGUAGE=${code}`]).toBeTruthy()
    }
  })

  test('it has the days of the others', async () => {
    const daysOf = (events: Event[]): unknown =>
      events.map((event) => [event.UID, event['DTSTART;VALUE=DATE'], event['DTEND;VALUE=DATE']])
    expect(daysOf(await read(code))).toEqual(daysOf(await read('en')))
  })
})

const summaries: Record<string, Record<string, string>> = {
  en: {
    'meetings#sc58': '58th meeting of the Standing Committee (SC58)',
    'sc58/internet-trade#deadline':
      'Deadline for the submission of document SC58 Doc. XX: Internet trade in specimens of CITES-listed species',
    'internet-trade/tasks#report':
      'Due: 14.35° e) – Report to the 58th meeting of the Standing Committee (Secretariat)',
    'internet-trade/notification#reply-by':
      'Deadline for replies to Notification to the Parties No. XX of 12 October 2007°',
    'internet-trade/comments#closes':
      'Deadline for comments: Internet trade in specimens of CITES-listed species',
  },
  fr: {
    'meetings#sc58': '58e session du Comité permanent (SC58)',
    'sc58/internet-trade#deadline':
      "Date limite de soumission du document SC58 Doc. XX: Commerce en ligne de spécimens d'espèces couvertes par la CITES",
    'internet-trade/tasks#report':
      'Echéance: 14.35° e) – Faire rapport à la 58e session du Comité permanent (Secrétariat)',
    'internet-trade/notification#reply-by':
      'Date limite de réponse à la notification aux Parties no XX du 12 octobre 2007°',
  },
  es: {
    'meetings#sc58': '58ª reunión del Comité Permanente (SC58)',
    'internet-trade/notification#reply-by':
      'Fecha límite de respuesta a la Notificación a las Partes No. XX, de 12 de octubre de 2007°',
  },
}

test.each(Object.entries(summaries))('events are named in %s', async (code, expected) => {
  const events = await read(code)
  const named = Object.keys(expected).map((id) => [
    id,
    events
      .find(({UID}) => UID === `${id}@cites-docs`)
      ?.[`SUMMARY;LANGUAGE=${code}`]?.replaceAll('\u00a0', ' '),
  ])
  expect(Object.fromEntries(named)).toEqual(expected)
})

test('a day that is not confirmed says so, and so does a sign that stands in the name', async () => {
  const events = await read('en')
  const notes = (id: string): string | undefined =>
    events.find(({UID}) => UID === `${id}@cites-docs`)?.['DESCRIPTION;LANGUAGE=en']
  const day = 'Example: this date is not confirmed.'
  const sign = '° Example: the value before this mark is not confirmed.'
  expect(notes('meetings#cop15')).toBeUndefined()
  expect(notes('cop15/internet-trade#deadline')).toBeUndefined()
  expect(notes('sc58/internet-trade#deadline')).toBe(day) // The rule of its kind only warns: it is not confirmed.
  expect(notes('internet-trade/tasks#report')).toBe(sign) // SC58 is certain, the number of the decision is not.
  expect(notes('internet-trade/tasks#publication')).toBe(`${day} ${sign}`)
})

test('only a full build without errors writes them, and only in languages that are used', async () => {
  const made = async (options: object): Promise<string[]> => {
    const {outputs} = await build({root: smallDossier, ...options})
    return [...outputs.keys()].filter((path) => !path.startsWith('sc58/'))
  }
  const pages = ['index', 'decisions', 'translations', 'search'].flatMap((name) => [
    `${name}.html`,
    `${name}.fr.html`,
  ])
  expect(await made({})).toEqual([
    'bitext/sc58/bear-trade.html',
    'deadlines.en.ics',
    'deadlines.fr.ics',
    'register.json',
    ...pages,
  ])
  expect(await made({languages: ['fr']})).toEqual([])
  expect(await made({formats: ['txt']})).toEqual([])
  expect(await made({documents: ['sc58/bear-trade']})).toEqual([])
  expect(await made({changes: new Map([['documents/meetings.yaml', 'meetings: 3\n']])})).toEqual([])
})
