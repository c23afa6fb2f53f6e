import {compare, isError} from '../../message/index.ts'
import {type Dossier, daysBetween, type Language, meaningOf} from '../../resolve/index.ts'
import type {CaptionedTable, InlineNode} from '../../tree/index.ts'
import {dateNodes, spellNodes} from '../dates.ts'
import {subjectDeadlines} from '../dossier/deadlines.ts'
import {put, type Sheet, sheetFor} from '../dossier/sheet.ts'
import {signed} from '../examples.ts'
import {knownFunds, knownReplies, lackingOf} from '../facts/index.ts'
import {groupDigits} from '../group-digits.ts'
import {moneyNodes} from '../numbers.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {completeReferences} from '../references.ts'
import {tablesOf} from '../tables/index.ts'
import {
  actionCell,
  byUrgency,
  doneCell,
  dueCell,
  type Progress,
  progressCell,
  provisionCell,
  tasksOn,
  urgencyOf,
} from '../tasks/index.ts'
import type {
  DashboardBar,
  DashboardComposition,
  DashboardFunds,
  DashboardMeeting,
  DashboardReplies,
  DashboardSubject,
  DashboardTask,
} from './dashboard-types.ts'

/**
 * The page of the status in one language, not yet numbered.
 *
 * @param asOf  the day whose facts are told
 * @returns undefined where no subject has tasks
 */
export function composeDashboard(
  dossier: Dossier,
  language: Language,
  asOf: string,
): DashboardComposition | undefined {
  const sheets = [...dossier.subjects.values()]
    .filter(({facts}) => facts.tasks !== undefined)
    .sort((a, b) => compare(a.id, b.id))
    .map((subject) => sheetFor(dossier, subject, asOf, language))
  const [first] = sheets
  if (!first) return undefined
  const composition: DashboardComposition = {
    language,
    asOf,
    asOfWords: put(first, phrase(first.context, 'site-as-of', {date: dateNodes(first.context, asOf)})),
    subjects: sheets.map(dashboardSubject),
    meetings: meetingsOf(first),
    deadlines: sheets
      .flatMap(subjectDeadlines)
      .flatMap(({kind, starts, words}) => (kind === 'document' ? [{date: starts, words}] : [])),
    trees: sheets.map(({tree}) => tree),
    messages: [],
  }
  for (const sheet of sheets) completeReferences(sheet.tree, sheet.context)
  composition.messages = sheets.flatMap((sheet) => sheet.context.messages.filter(isError))
  return composition
}

function dashboardSubject(sheet: Sheet): DashboardSubject {
  const {context} = sheet
  const {subject} = context
  return {
    id: subject.id,
    title: subject.words.decisions.get(context.language.code)?.value.subject ?? subject.id,
    tasks: tasksOn(context.dossier, context)
      .sort(byUrgency)
      .map((progress) => dashboardTask(sheet, progress)),
    table: factsTable(sheet, 'tasks'),
    funds: dashboardFunds(sheet),
    replies: dashboardReplies(sheet),
  }
}

function dashboardTask(sheet: Sheet, progress: Progress): DashboardTask {
  const {context} = sheet
  const {task, due, done} = progress
  const begun = task.entries.find((entry) => entry.date <= context.asOf && meaningOf(entry).hasBegun)?.date
  const none: InlineNode[] = [{type: 'text', value: plainPhrase(context, 'no-evidence')}]
  return {
    id: task.id,
    begun,
    due: due?.date,
    done,
    urgency: urgencyOf(progress),
    dependsOn: task['depends-on'] ?? [],
    words: {
      provision: put(sheet, provisionCell(context, task)),
      action: put(sheet, actionCell(context, task)),
      begun: put(sheet, begun ? dateNodes(context, begun) : none),
      due: put(sheet, dueCell(context, progress)),
      done: put(sheet, doneCell(context, progress)),
      status: put(sheet, progressCell(context, progress)),
    },
  }
}

/** The table that a document prints as well. */
function factsTable({context, tree}: Sheet, name: string): CaptionedTable {
  const tables = tablesOf(context, name)
  const table = Array.isArray(tables) ? tables[0] : undefined
  if (!table) throw new Error(`The table ${name} is there where its facts are known.`)
  tree.children.push(table)
  return table
}

function dashboardFunds(sheet: Sheet): DashboardFunds | undefined {
  const {context} = sheet
  const known = knownFunds(context)
  if (!known) return undefined
  const {sums, yaml, isExample} = known
  const lacking = lackingOf(sums)
  const bar = (id: string, value: number): DashboardBar => ({
    id,
    value,
    words: {
      name: put(sheet, [{type: 'text', value: context.labels.columns[id] ?? ''}]),
      value: put(sheet, marked(moneyNodes(context, value, yaml.value.currency), isExample)),
    },
  })
  return {
    sought: sums.sought,
    bars: [
      bar('pledged', sums.pledged),
      bar('received', sums.received),
      ...(lacking === undefined ? [] : [bar('lacking', lacking)]),
    ],
    table: factsTable(sheet, 'funds'),
  }
}

function dashboardReplies(sheet: Sheet): DashboardReplies | undefined {
  const {context} = sheet
  const known = knownReplies(context)
  if (!known) return undefined
  const bars = Object.entries(context.labels.regions)
    .map(([id, name]) => ({id, name, value: known.replies.filter(({region}) => region === id).length}))
    .filter(({value}) => value > 0)
    .sort((a, b) => compare(a.id, b.id))
    .map(
      ({id, name, value}): DashboardBar => ({
        id,
        value,
        words: {
          name: put(sheet, [{type: 'text', value: name}]),
          value: put(sheet, marked([{type: 'text', value: groupDigits(context, value)}], known.isExample)),
        },
      }),
    )
  return {bars, table: factsTable(sheet, 'replies')}
}

/** A number that rests on an example has its sign. */
function marked(nodes: InlineNode[], isExample: boolean): InlineNode[] {
  return isExample ? signed(nodes) : nodes
}

// Meetings further away than this from the tasks are not drawn: the bars would be too short.
const farthestDays = 400

function meetingsOf(sheet: Sheet): DashboardMeeting[] {
  const {context} = sheet
  const {asOf} = context
  return [...context.dossier.meetings.values()]
    .filter(({starts}) => daysBetween(asOf, starts) < farthestDays)
    .sort((a, b) => compare(a.starts, b.starts))
    .map(({code, starts, spells}) => ({
      code,
      starts,
      dates: put(sheet, spellNodes(context, spells)),
    }))
}
