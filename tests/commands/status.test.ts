import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/status.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'
import {dayAfter, daysFrom, factsOf} from '../support/facts.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {faultsBySchema} from '../support/output-schema.ts'
import {story} from '../support/story.ts'

// tests/fixtures/status-command/<name>.txt: what the command prints on a terminal of a width.
const fixtures = fileURLToPath(new URL('../fixtures/status-command', import.meta.url))

/** What the command prints and its exit status. */
async function status(
  args: string[],
  {width = 80, color = false} = {},
): Promise<{out: string; err: string; exit: number}> {
  const printed = {out: '', err: ''}
  const exit = await run(args, {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    progress: () => undefined,
    color: false,
    outColor: color,
    width,
  })
  return {...printed, exit}
}

const here = (...args: string[]): string[] => ['--root', story, ...args]

describe('what is printed', () => {
  test.each([
    ['late-80', 80, ['--date', '2009-05-31']],
    ['late-120', 120, ['--date', '2009-05-31']],
    ['late-40', 40, ['--date', '2009-05-31']],
    ['late-fr-80', 80, ['--date', '2009-05-31', '--language', 'fr']],
    ['waiting-100', 100, ['--date', '2008-03-15', '--subject', 'internet-trade']],
    ['latest-80', 80, []],
  ])('%s: no line is wider than the terminal', async (name, width, args) => {
    const {out, err, exit} = await status(here(...args), {width})
    expect({err, exit}).toEqual({err: '', exit: 0})
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width)
    await expect(out).toMatchFileSnapshot(join(fixtures, `${name}.txt`))
  })

  test('without --date the day is that of the latest fact, and the output says so', async () => {
    const {out} = await status(here())
    expect(out).toContain('2009-10-09 is the date of the latest fact')
    expect((await status(here('--date', '2009-10-09'))).out).not.toContain('latest fact')
  })

  test('colour stands beside the word that says the same, and only where it is wanted', async () => {
    const sgr = String.fromCharCode(27)
    const {out} = await status(here('--date', '2009-05-31'), {color: true, width: 120})
    expect(out).toContain(`${sgr}[31mLate: `)
    expect(out).toContain(`${sgr}[33mBlocked: `)
    const plain = await status(here('--date', '2009-05-31'), {width: 120})
    expect(out.replaceAll(new RegExp(`${sgr}\\[\\d+m`, 'g'), '')).toBe(plain.out)
  })

  test('a dossier without tasks says so', async () => {
    const {out, exit} = await status(['--root', smallDossier])
    expect(exit).toBe(0)
    expect(out).toContain('There are no tasks.')
  })
})

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

test.each([
  [['--date', '2009-02-30'], '“2009-02-30” is no day. Write year-month-day, such as 2009-05-07.'],
  [
    ['--subject', 'bears'],
    'There is no subject “bears”. Write one of: internet-trade, internet-trade-cop15.',
  ],
  [['--language', 'de'], 'There is no language “de”. Write one of: en, fr, es.'],
  [['sc58'], 'The status is that of all documents: leave out “sc58”. One subject is named by --subject.'],
])('%j is wrong usage', async (args, message) => {
  await expect(status(here(...args))).rejects.toThrow(message)
})

test('an error in the facts is reported and hides its subject; one in the words of a document or in another language is not asked about', async ({
  onTestFinished,
}) => {
  const root = await copyRoot('documents')
  onTestFinished(() => removeRoot(root))
  const write = (path: string, text: string): Promise<void> => writeFile(join(root, 'documents', path), text)
  await write('sc58/internet-trade/body.en.md', '# No front matter\n')
  await write('decisions/internet-trade/tasks.fr.yaml', 'tasks: 3\n')
  expect(await status(['--root', root])).toMatchObject({err: '', exit: 0})
  const {out, err, exit} = await status(['--root', root, '--language', 'fr'])
  expect(exit).toBe(1)
  expect(out).toContain('CoP15')
  expect(out).not.toContain('14.35')
  expect(err).toMatch(/^documents\/decisions\/internet-trade\/tasks\.fr\.yaml:1:8: error schema-type:/)
  expect(err).toMatch(/\nNot shown, because of what is wrong in them: internet-trade\.\n$/)
  const own = await status(['--root', root, '--language', 'fr', '--subject', 'internet-trade'])
  expect(own).toMatchObject({out: '', exit: 1})
})

describe('what is wrong elsewhere is told beside what it does not touch:', () => {
  const broken = async (path: string, text: string, ...args: string[]) => {
    const root = await copyRoot('documents')
    try {
      await writeFile(join(root, 'documents', path), text)
      return await status(['--root', root, ...args])
    } finally {
      await removeRoot(root)
    }
  }

  test.each([
    ['the facts of another subject', 'decisions/internet-trade-cop15/decisions.yaml', 'decisions: 3\n'],
    ['an agenda', 'agendas/sc58.yaml', 'items: 3\n'],
    ['a document.yaml', 'sc58/agenda/document.yaml', 'kind: 3\n'],
    ['the glossary', 'glossary.yaml', 'terms: 3\n'],
  ])('%s', async (_what, path, text) => {
    const {out, err, exit} = await broken(path, text)
    expect(exit).toBe(1)
    expect(err).toContain(`documents/${path}:1:`)
    expect(out).toContain('14.35')
  })

  test.each([
    ['the meetings, on which deadlines depend', 'meetings.yaml', 'meetings: 3\n'],
    [
      'all that was asked for',
      'decisions/internet-trade/tasks.yaml',
      'tasks: 3\n',
      '--subject',
      'internet-trade',
    ],
  ])('but for %s', async (_what, path, text, ...args) => {
    const {out, err, exit} = await broken(path, text, ...args)
    expect({out, exit}).toEqual({out: '', exit: 1})
    expect(err).toContain(`documents/${path}:1:`)
  })
})

test('--help tells the options', async () => {
  for (const option of ['--date', '--subject', '--language', '--json', '--root', '-h'])
    expect((await status(['-h'])).out).toContain(option)
})
