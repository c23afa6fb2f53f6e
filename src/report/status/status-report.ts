import {
  type DossierComposition,
  type DossierSubject,
  exampleSign,
  type Urgency,
  urgencyOf,
} from '../../compose/index.ts'
import {toText} from '../../tree/index.ts'
import {deadlinesAhead} from './deadlines-ahead.ts'
import {type Row, table, wrapped} from './table.ts'

/** How the status is shown on a terminal. */
export interface StatusOptions {
  /** Characters of a line. */
  width: number
  /** Whether colours are wanted: a terminal, and NO_COLOR not set. */
  color: boolean
  /** Whether the day was left to us, and is that of the latest fact. */
  isLatest: boolean
}

// Red and yellow, beside the words “Late” and “Blocked”.
const colors: ReadonlyMap<Urgency, string> = new Map([
  ['late', '31'],
  ['blocked', '33'],
])
const columns = ['provision', 'owner', 'due', 'status', 'next'] as const

/**
 * Tasks and deadlines as an officer reads them: for each subject its tasks, the most pressing first, then what lies
 * ahead.
 *
 * @param composition  the dossier, numbered
 * @returns text that ends with a line feed
 */
export function statusReport(composition: DossierComposition, options: StatusOptions): string {
  const {asOf, subjects, words} = composition
  const {width} = options
  const latest = options.isLatest
    ? wrapped(`${asOf} is the date of the latest fact; --date shows another day.`, width)
    : undefined
  const withTasks = subjects.filter(({tasks}) => tasks.length > 0)
  const ahead = deadlinesAhead(composition)
  const sections = [
    [wrapped(toText(words.tasks), width), latest].filter((line) => line !== undefined).join('\n'),
    ...(withTasks.length > 0
      ? withTasks.map((subject) => `${subject.id}\n\n${tasksTable(subject, composition, options)}`.trimEnd())
      : ['There are no tasks.']),
    wrapped(toText(words.deadlines), width),
    ahead.length > 0
      ? ahead
          .map(({words: {day, name}}) => `${wrapped(toText(day), width)}\n${indented(toText(name), width)}`)
          .join('\n')
      : 'There are none.',
  ]
  const text = sections.join('\n\n')
  return text.includes(exampleSign)
    ? `${text}\n\n${wrapped(toText(words.signMeaning), width)}\n`
    : `${text}\n`
}

function tasksTable(
  {tasks}: DossierSubject,
  composition: DossierComposition,
  options: StatusOptions,
): string {
  const heads = columns.map((column) => composition.columns[column])
  const rows = tasks.map(({progress, words}): Row => {
    const code = options.color ? colors.get(urgencyOf(progress)) : undefined
    return {
      cells: columns.map((column) => toText(words[column])),
      paint: code === undefined ? undefined : {column: columns.indexOf('status'), code},
    }
  })
  return table(heads, rows, options.width)
}

/** A line under another. */
function indented(text: string, width: number): string {
  const indent = '  '
  return wrapped(text, width - indent.length)
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}
