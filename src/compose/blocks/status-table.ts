import type {Subject, TaskFact} from '../../resolve/index.ts'
import {provisionPaths} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import {type Context, reportError, reportMissing} from '../context.ts'
import {dateNodes} from '../dates.ts'
import {missing} from '../decisions.ts'
import {asExample} from '../examples.ts'
import {inlines} from '../inlines/index.ts'
import {parseWords, phrase, plainPhrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {placeOf} from './part-context.ts'
import {factTable, type Row} from './tables.ts'

/** `::status`: one row for each provision, as its task stood on the document's date. */
export const statusTable: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!subject.tasks) {
    reportError(
      context,
      part.path,
      placeOf(node),
      'facts-missing',
      `There is no tasks.yaml in documents/decisions/${subject.id}/. Add it, or delete this line.`,
    )
    return []
  }
  const text = (value: string): InlineNode[] => [{type: 'text', value}]
  const {columns} = context.labels
  return [
    factTable(
      node.attributes?.id ?? 'status',
      phrase(context, 'status-caption', {date: documentDate(context)}),
      [
        {id: 'provision', heading: text(columns.provision ?? ''), width: 14},
        {id: 'action', heading: text(columns.action ?? ''), width: 34},
        {id: 'status', heading: text(columns.status ?? ''), width: 20},
        {id: 'evidence', heading: text(columns.evidence ?? ''), width: 32},
      ],
      inOrderOfProvisions(subject).map((task) => statusRow(context, subject, task)),
    ),
  ]
}

/** The document's own date, marked where it is an example. */
function documentDate(context: Context): InlineNode[] {
  const {fact} = context.plan
  const nodes = dateNodes(context, fact.value.date)
  if (!fact.value['example-date']) return nodes
  return asExample(context, nodes, {
    path: fact.path,
    place: fact.data.locate(['date']),
    what: 'The date of the document is an example.',
  })
}

function inOrderOfProvisions(subject: Subject): TaskFact[] {
  const order = subject.decisions.value.decisions.flatMap((decision) => [
    decision.id,
    ...[...provisionPaths(decision.provisions).keys()].map((id) => `${decision.id}.${id}`),
  ])
  return [...(subject.tasks?.value.tasks ?? [])].sort(
    (a, b) => order.indexOf(a.provision) - order.indexOf(b.provision),
  )
}

function statusRow(context: Context, subject: Subject, task: TaskFact): Row {
  const words = subject.taskWords.get(context.language.code)
  const path = words?.path ?? context.plan.fact.path
  const own = words?.value.tasks[task.id]
  const place = words?.data.locate(['tasks', task.id], 'key')
  const wordsOf = (text: string | undefined, name: string, pointer: string[]): InlineNode[] => {
    if (text !== undefined)
      return inlines(parseWords(text), context, {path, place: words?.data.locate(pointer)})
    reportMissing(
      context,
      path,
      place,
      'words-missing',
      `The words of “${name}” are missing in ${context.language.name}. Add them to tasks.${context.language.code}.yaml.`,
    )
    return missing(context, name)
  }
  const known = task.entries.filter((entry) => entry.date <= context.plan.fact.value.date)
  const evidence = known
    .flatMap((entry) => entry.evidence ?? [])
    .filter((item) => item.date <= context.plan.fact.value.date)
  return {
    id: task.id,
    cells: [
      [
        {
          type: 'crossReference',
          data: {open: {decision: task.provision, form: 'number', path: subject.tasks?.path ?? path}},
        },
      ],
      wordsOf(own?.action, task.id, ['tasks', task.id, 'action']),
      statusNodes(context, subject, task, known.at(-1)),
      evidence.length === 0
        ? [{type: 'text', value: plainPhrase(context, 'no-evidence')}]
        : evidence.flatMap((item, index): InlineNode[] => {
            const nodes = wordsOf(own?.evidence?.[item.id], item.id, ['tasks', task.id, 'evidence', item.id])
            const marked = item.example
              ? asExample(context, nodes, {
                  path: subject.tasks?.path ?? path,
                  place: subject.tasks?.data.locate([]) ?? {
                    start: {line: 1, column: 1},
                    end: {line: 1, column: 1},
                  },
                  what: `The evidence “${item.id}” is an example.`,
                })
              : nodes
            return index === 0 ? marked : [{type: 'text', value: '; '}, ...marked]
          }),
    ],
  }
}

function statusNodes(
  context: Context,
  subject: Subject,
  task: TaskFact,
  entry: TaskFact['entries'][number] | undefined,
): InlineNode[] {
  // Nothing happened on the day of such an entry: no date is printed.
  if (!entry || entry.status === 'not-started')
    return [{type: 'text', value: context.labels.statuses['not-started'] ?? ''}]
  const nodes = phrase(context, 'status-entry', {
    status: context.labels.statuses[entry.status] ?? '',
    date: dateNodes(context, entry.date),
  })
  if (!entry.example || !subject.tasks) return nodes
  const index = subject.tasks.value.tasks.indexOf(task)
  const place = subject.tasks.data.locate(['tasks', index, 'entries', task.entries.indexOf(entry)])
  return asExample(context, nodes, {path: subject.tasks.path, place, what: 'This status is an example.'})
}
