import {beforeAll, describe, expect, test} from 'vitest'
import {dayAfter, daysFrom, factsOf} from '../support/facts.ts'
import {faultsBySchema} from '../support/output-schema.ts'
import {here, status} from '../support/status-command.ts'

interface Task {
  id: string
  when?: string
  provision?: string
  'depends-on'?: string[]
  due: {date?: string; meeting?: string; document?: string}
  entries: {date: string; status: string; next?: string; example?: boolean}[]
}
interface TaskRecord {
  id: string
  urgency: string
  status: string
  due: string
  done?: string
  'days-late': number
  'days-left'?: number
  'waits-for': string[]
  next?: string
}
interface StatusRecord {
  date: string
  'is-latest-fact': boolean
  subjects: {id: string; tasks: TaskRecord[]}[]
  deadlines: {id: string; date: string; ends?: string; 'days-left': number}[]
}

const {tasks} = factsOf<{tasks: Task[]}>('documents/decisions/internet-trade/tasks.yaml')
const {meetings} = factsOf<{meetings: {id: string; starts: string; ends: string}[]}>(
  'documents/meetings.yaml',
)
const {entries: outcomes} = factsOf<{entries: {date: string; decision: string}[]}>(
  'documents/decisions/internet-trade/outcome.yaml',
)
const meeting = (id: string | undefined): {starts: string; ends: string} =>
  meetings.find((each) => each.id === id) ?? {starts: '', ends: ''}
// Days before their meetings by which documents must be there: templates/kinds/.
const lastDays: Record<string, string> = {
  'sc58/internet-trade': dayAfter(meeting('sc58').starts, -60),
  'cop15/internet-trade': dayAfter(meeting('cop15').starts, -150),
}
const finished = ['completed', 'completed-late']
const dates = [
  '2007-06-15',
  '2007-11-15',
  '2008-03-15',
  '2009-05-07',
  '2009-05-31',
  '2009-09-30',
  '2009-10-20',
]

/** A task as it stood on a day, worked out from the YAML file. */
function expectedTask(task: Task, date: string): TaskRecord {
  const last = ({entries}: Task): Task['entries'][number] | undefined =>
    entries.filter((entry) => entry.date <= date).pop()
  const entry = last(task)
  const state = entry?.status ?? 'not-started'
  const due =
    task.due.date ?? (task.due.document ? lastDays[task.due.document] : meeting(task.due.meeting).ends)
  const isDone = finished.includes(state)
  const late = Math.max(0, daysFrom(due ?? '', isDone ? (entry?.date ?? '') : date))
  const waitsFor = ['not-started', 'pending-funds'].includes(state)
    ? tasks
        .filter(({id}) => task['depends-on']?.includes(id))
        .filter((other) => !finished.includes(last(other)?.status ?? ''))
        .map(({id}) => id)
    : []
  const isBlocked = waitsFor.length > 0 || state === 'pending-funds'
  return {
    id: task.id,
    urgency: isDone ? 'finished' : late > 0 ? 'late' : isBlocked ? 'blocked' : 'open',
    status: state,
    due: due ?? '',
    ...(isDone ? {done: entry?.date ?? ''} : {}),
    'days-late': late,
    ...(isDone || late > 0 ? {} : {'days-left': daysFrom(date, due ?? '')}),
    'waits-for': waitsFor,
    ...(entry?.next ? {next: entry.next} : {}),
  }
}

describe.each(dates)('--json as on %s', (date) => {
  let record: StatusRecord
  let text: string
  beforeAll(async () => {
    text = (await status(here('--json', '--date', date))).out
    record = JSON.parse(text) as StatusRecord
  })

  test('obeys its schema, has sorted keys and ends with a line feed', () => {
    expect(faultsBySchema('status', record)).toEqual({value: [], examples: []})
    expect(Object.keys(record)).toEqual(['date', 'deadlines', 'is-latest-fact', 'subjects'])
    expect(text.endsWith('}\n')).toBe(true)
    expect({date: record.date, isLatest: record['is-latest-fact']}).toEqual({date, isLatest: false})
  })

  test('has every task of the day with the figures that follow from the YAML files', () => {
    const decision = outcomes.filter((entry) => entry.date <= date).pop()?.decision
    const existing = tasks.filter(({provision, when, entries}) =>
      provision ? true : when === `outcome.${decision}` && (entries[0]?.date ?? '') <= date,
    )
    const actual = record.subjects.find(({id}) => id === 'internet-trade')?.tasks ?? []
    const figures = actual.map((task) => {
      const {id, urgency, status: state, due, done, next, 'waits-for': waitsFor} = task
      const {'days-late': late, 'days-left': left} = task
      return {
        id,
        urgency,
        status: state,
        due,
        ...(done ? {done} : {}),
        'days-late': late,
        ...(left === undefined ? {} : {'days-left': left}),
        'waits-for': waitsFor,
        ...(next ? {next} : {}),
      }
    })
    const byId = (a: {id: string}, b: {id: string}): number => (a.id < b.id ? -1 : 1)
    expect(figures.sort(byId)).toEqual(existing.map((task) => expectedTask(task, date)).sort(byId))
  })

  test('has late tasks first, the latest at the top, then blocked ones, the others, and what is finished', () => {
    for (const {tasks: list} of record.subjects) {
      const order = ['late', 'blocked', 'open', 'finished']
      const ranks = list.map(({urgency}) => order.indexOf(urgency))
      expect(ranks).toEqual([...ranks].sort())
      const late = list.filter(({urgency}) => urgency === 'late').map((task) => task['days-late'])
      expect(late).toEqual([...late].sort((a, b) => b - a))
    }
  })

  test('has deadlines of that day and later only, in their order, with the days that are left', () => {
    for (const deadline of record.deadlines) {
      expect((deadline.ends ?? deadline.date) >= date, deadline.id).toBe(true)
      expect(deadline['days-left']).toBe(Math.max(0, daysFrom(date, deadline.date)))
    }
    const days = record.deadlines.map((deadline) => deadline.date)
    expect(days).toEqual([...days].sort())
  })
})

const idsOn = async (date: string, ...args: string[]): Promise<string[]> => {
  const {out} = await status(here('--json', '--date', date, ...args))
  return (JSON.parse(out) as StatusRecord).deadlines.map(({id}) => id)
}

test('a deadline is ahead from the day on which it is known to the day itself', async () => {
  expect(await idsOn('2007-10-11')).not.toContain('internet-trade/notification#reply-by')
  expect(await idsOn('2007-10-12')).toContain('internet-trade/notification#reply-by')
  expect(await idsOn('2008-01-31')).toContain('internet-trade/notification#reply-by')
  expect(await idsOn('2008-02-01')).not.toContain('internet-trade/notification#reply-by')
  expect(await idsOn('2009-05-29')).toContain('internet-trade/comments#closes')
  expect(await idsOn('2009-07-10')).toContain('meetings#sc58')
})

test('the last day for a document that an outcome asks for is ahead once that is the outcome, and no other', async () => {
  const ofCop15 = async (date: string): Promise<string[]> =>
    (await idsOn(date)).filter((id) => id.startsWith('cop15/'))
  expect(await ofCop15('2009-07-09')).toEqual([])
  expect(await ofCop15('2009-07-10')).toEqual(['cop15/internet-trade#deadline']) // conf-11-3 is dormant.
})

test('a task that is finished has no deadline any more', async () => {
  expect(await idsOn('2009-10-08')).toContain('internet-trade/tasks#cop15-document')
  expect(await idsOn('2009-10-09')).not.toContain('internet-trade/tasks#cop15-document')
})

test('one subject is shown with --subject', async () => {
  const {out} = await status(here('--json', '--subject', 'internet-trade-cop15'))
  const {subjects, deadlines} = JSON.parse(out) as StatusRecord
  expect(subjects).toEqual([{id: 'internet-trade-cop15', tasks: []}])
  expect(deadlines.map(({id}) => id)).toEqual(['meetings#sc59', 'meetings#cop15'])
})
