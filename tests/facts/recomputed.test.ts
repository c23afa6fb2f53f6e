import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {forms, proseOf, readerOf, tablesOf, yaml} from '../support/built-texts.ts'
import {story} from '../support/story.ts'

// What documents state is computed here once more, from the YAML files alone and by nothing of src/, and looked for in
// the texts of out/: sums, counts, deadlines, days. How a language writes dates and money is written here as well.
// The words around a number are not looked at, so that they may be revised.

// --- Facts -----------------------------------------------------------------------------------------------------------

type Dated = {date: string}
type Reply = Dated & {region: string; answered: string[]}
type Entry = Dated & {status: string; amount?: number}
type Contribution = {amount: number; entries: Entry[]}
interface Task {
  provision?: string
  'instructed-at'?: string
  when?: string
  due: {date?: string; meeting?: string; document?: string}
  entries: Entry[]
}

const fact = (name: string) => yaml(`documents/decisions/internet-trade/${name}.yaml`)
const known = <T extends Dated>(list: T[], date: string): T[] => list.filter((item) => item.date <= date)
const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0)

const meetings: {id: string; code: string; starts: string; ends: string}[] =
  yaml('documents/meetings.yaml').meetings
const meeting = (id: string) => meetings.find((each) => each.id === id) ?? {code: '', starts: '', ends: ''}

/** The day a number of days before another, or after it. */
function shift(iso: string, days: number): string {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Documents that state sums, counts and the deadline for CoP15; and those that are built besides. */
const stating = [
  'cop15/internet-trade',
  'sc58/internet-trade',
  'sc58/summary-record',
  'status/internet-trade',
]
const others = ['cop14/internet-trade', 'register/internet-trade']

/** The day whose facts a document states. */
function dateOf(document: string): string {
  const {date, 'as-of': asOf} = yaml(`documents/${document}/document.yaml`)
  return asOf ?? date
}

/** The last day for a document: days of the rule of its kind before its meeting begins. */
function deadlineOf(document: string): string {
  const {kind, meeting: id} = yaml(`documents/${document}/document.yaml`)
  return shift(meeting(id).starts, -yaml(`templates/kinds/${kind}.yaml`).deadline['days-before-meeting'])
}

/** Replies: in all, by question, and for each region in the order of their ids. */
const questions: {id: string}[] = fact('decisions').decisions[0].provisions[0].provisions
function repliesBy(date: string) {
  const replies = known<Reply>(fact('replies').replies, date)
  const row = (some: Reply[]): number[] => [
    some.length,
    ...questions.map(({id}) => some.filter(({answered}) => answered.includes(id)).length),
  ]
  const regions = [...new Set(replies.map(({region}) => region))].sort()
  const byRegion = regions.map((region) => row(replies.filter((reply) => reply.region === region)))
  return {total: row(replies), byRegion}
}

const commentsBy = (date: string): number => known<Dated>(fact('comments').comments, date).length

/** Funds: a contribution is pledged from its first entry on, whether or not it has come; unless it was withdrawn. */
function fundsBy(date: string) {
  const {appeal, contributions}: {appeal: {amount: number}; contributions: Contribution[]} = fact('funding')
  const made = contributions.map(({amount, entries}) => {
    const statuses = known(entries, date).map(({status}) => status)
    const received = known(entries, date).filter(({status}) => status === 'received')
    const isPledged = statuses.length > 0 && statuses.at(-1) !== 'withdrawn'
    const sumReceived = sum(received.map((entry) => entry.amount ?? amount))
    return {pledged: isPledged ? amount : sumReceived, received: sumReceived}
  })
  const pledged = sum(made.map((each) => each.pledged))
  const received = sum(made.map((each) => each.received))
  return {sought: appeal.amount, pledged, received, lacking: appeal.amount - pledged}
}

/** The budget: cost and working days of each activity, of each source of funds, and in all. */
function budget() {
  const {activities}: {activities: {cost: number; source: string; days: number}[]} = yaml(
    'documents/decisions/internet-trade-cop15/budget.yaml',
  )
  const total = (some: typeof activities): [number, number] => [
    sum(some.map(({cost}) => cost)),
    sum(some.map(({days}) => days)),
  ]
  const bySource = ['core', 'external'].map((source) =>
    total(activities.filter((each) => each.source === source)),
  )
  return {rows: activities.map(({cost, days}) => [cost, days]), bySource, total: total(activities)}
}

/** “14.35 a)”, or the code of the meeting that gave the task. */
function labelOf({provision = '', 'instructed-at': given}: Task): string {
  const [id, letter] = provision.split('.')
  const decisions: {id: string; labels: {adopted: string}; provisions?: {id: string}[]}[] =
    fact('decisions').decisions
  const decision = decisions.find((each) => each.id === id)
  const place = (decision?.provisions ?? []).findIndex((each) => each.id === letter)
  if (!decision) return meeting(given ?? '').code
  return decision.labels.adopted + (letter ? ` ${'abcdefgh'[place]})` : '')
}

/** The tasks there are on a day: due, done, and by how many days late or left. */
function tasksOn(date: string) {
  const outcome = known<Dated & {decision: string}>(fact('outcome').entries, date).at(-1)?.decision
  const tasks: Task[] = fact('tasks').tasks
  return tasks
    .filter(({provision, entries}) => provision !== undefined || known(entries, date).length > 0)
    .filter(({when}) => when === undefined || when === `outcome.${outcome}`)
    .map((task) => {
      const entry = known(task.entries, date).at(-1)
      const done = entry?.status.startsWith('completed') ? entry.date : undefined
      const {due} = task
      const day = due.date ?? (due.meeting ? meeting(due.meeting).ends : deadlineOf(due.document ?? ''))
      const days = daysFrom(day, done ?? date)
      return {
        label: labelOf(task),
        due: day,
        done,
        status: entry?.date,
        late: days > 0 ? days : undefined,
        left: done || days > 0 ? undefined : -days,
      }
    })
}

/** Counts of which those below ten are words. */
const inWords = /^(?:replies-received|regions|comments-received)$/

// --- Texts -----------------------------------------------------------------------------------------------------------

/** Names of the facts that a document asks for, in the order of its parts. */
function factsIn(document: string, code: string): string[] {
  const text = ['body', 'annex-1', 'annex-2', 'annex-3']
    .map((part) => join(story, 'documents', document, `${part}.${code}.md`))
    .map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
  return [...text.join('').matchAll(/:fact\[([a-z-]+)\]/g)].map(([, name = '']) => name)
}

// --- Facts in texts --------------------------------------------------------------------------------------------------

test('150 days before the opening of CoP15, 13 March 2010, is 14 October 2009', () => {
  expect(meeting('cop15').starts).toBe('2010-03-13')
  expect(deadlineOf('cop15/internet-trade')).toBe('2009-10-14')
  expect(daysFrom('2009-10-14', '2010-03-13')).toBe(150)
})

describe.each(Object.keys(forms))('%s', (code) => {
  const {textOf, dates, amounts, bare} = readerOf(code)

  test('the deadline for CoP15 is in the documents that state it, and in no other', () => {
    const day = deadlineOf('cop15/internet-trade')
    const having = (isThere: (text: string) => boolean): string[] =>
      [...stating, ...others].filter((document) => isThere(textOf(document)))
    expect(having((text) => dates(text).includes(day))).toEqual(stating)
    const documents = ['cop15/internet-trade', 'sc58/internet-trade']
    expect(having((text) => /(?<!\d)150(?!\d)/.test(bare(text)))).toEqual(documents)
  })

  test('the status report says of each task when it was due and done, and how late it is or what is left', () => {
    const report = 'status/internet-trade'
    const numbers = (cell = ''): number[] => (bare(cell).match(/\d+/g) ?? []).map(Number)
    const rows = tablesOf(textOf(report)).find(([row]) => row?.length === 7) ?? []
    const tasks = tasksOn(dateOf(report))
    const stated = tasks.map(({label}) => {
      const [, , due, done, status] = rows.find(([first]) => first?.includes(label)) ?? []
      return {
        label,
        due: dates(due ?? '')[0],
        done: dates(done ?? '')[0],
        status: dates(status ?? '')[0],
        late: numbers(status)[0],
        left: numbers(due)[0],
      }
    })
    expect(rows).toHaveLength(tasks.length)
    expect(stated).toEqual(tasks)
  })

  test.each(['sc58/internet-trade', 'status/internet-trade'])(
    'the table of replies in %s is of its day',
    (document) => {
      const {byRegion, total} = repliesBy(dateOf(document))
      const tables = tablesOf(textOf(document)).map((rows) => rows.map((row) => row.slice(1).map(Number)))
      expect(tables).toContainEqual([...byRegion, total])
    },
  )

  test('the table of the budget has the cost and the days of each activity, each source and all', () => {
    const {rows, bySource, total} = budget()
    const tables = tablesOf(textOf('cop15/internet-trade'))
      .filter(([row]) => row?.length === 5)
      .map((table) => table.map(([, , cost = '', , days]) => [amounts(cost)[0], Number(days)]))
    expect(tables).toContainEqual([...rows, ...bySource, total])
  })

  test.each(stating)('the sums in %s are of its day, as it asks for them', (document) => {
    const {sought, pledged, received, lacking} = fundsBy(dateOf(document))
    const {bySource, total} = budget()
    const sums: Record<string, number | undefined> = {
      'funds-sought': sought,
      'funds-pledged': pledged,
      'funds-received': received,
      'funds-lacking': lacking,
      'budget-core': bySource[0]?.[0],
      'budget-external': bySource[1]?.[0],
      'budget-total': total[0],
    }
    // A clause names what had been pledged, and what had been received where that is neither nothing nor all of it.
    const inClause = received > 0 && received < pledged ? [pledged, received] : [pledged]
    const named = factsIn(document, code).flatMap((name) =>
      name === 'funds-raised' ? inClause : name in sums ? [sums[name]] : [],
    )
    expect(amounts(proseOf(textOf(document)))).toEqual(named)
    expect(named).toContain(received)
  })

  // Counts of facts that are not confirmed carry the mark: “22° Parties”, “23 Parties°”, “50 working days°”.
  test.each(stating)('the counts in %s are of its day, as it asks for them', (document) => {
    const date = dateOf(document)
    const {total, byRegion} = repliesBy(date)
    const counts: Record<string, number | undefined> = {
      replies: total[0],
      'replies-received': total[0],
      regions: byRegion.length,
      'comments-received': commentsBy(date),
      'budget-days': budget().total[1],
      ...Object.fromEntries(questions.map(({id}, index) => [`replies-to-${id}`, total[index + 1]])),
    }
    // Small ones are words, but where answers are compared with one another.
    const isWord = (name: string): boolean => inWords.test(name) && Number(counts[name]) < 10
    const named = factsIn(document, code).filter((name) => name in counts && !isWord(name))
    const marked = bare(proseOf(textOf(document))).matchAll(/(?<![\p{L}\d])(\d+)(?: \p{L}+){0,3}°/gu)
    expect([...marked].map(([, digits]) => Number(digits))).toEqual(named.map((name) => counts[name]))
    expect(named).toContainEqual(expect.stringMatching(/^replies(?:-received)?$/))
  })

  test.each(others)('%s states no sum', (document) => {
    expect(amounts(textOf(document))).toEqual([])
  })
})
