import {type ColumnDescription, type Located, type Subject, wordsOf} from '../../resolve/index.ts'
import {type InlineNode, text} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes, timeRangeNodes} from '../dates.ts'
import {documentReference} from '../document-reference.ts'
import {groupDigits} from '../group-digits.ts'
import {meetingNodes} from '../meetings.ts'
import {moneyNodes} from '../numbers.ts'
import {openReference} from '../open-reference.ts'
import {factsPath, ownWords} from '../own-words.ts'
import {phrase} from '../phrases.ts'
import {type ListedRecord, pathOf, within} from './places.ts'

/** What the cells of a table have in common. */
export interface CellsFrom {
  context: Context
  subject: Subject
  sort: string
  yaml: Located<unknown>
  /** Key that names a record. */
  id: string
}

type Cell = (from: CellsFrom, record: ListedRecord, column: ColumnDescription) => InlineNode[]

/** The kinds of cells, by the key that a column names one with. The list is closed: what needs a condition is code. */
const cells = {
  words: ({context, subject, sort, id}, {value}, {words = '', by = id}) => {
    const {sort: other, keys} = pathOf(words, sort)
    const file = wordsOf(subject, other).get(context.language.code)
    return ownWords(context, file, [...keys, String(value[by])], factsPath(subject, other))
  },
  number: ({context}, {value}, {number = ''}) => text(groupDigits(context, Number(value[number]))),
  money: ({context, yaml}, {value}, {money = ''}) =>
    moneyNodes(context, Number(value[money]), currencyOf(yaml)),
  share: ({context}, {value}, {share = ''}) => phrase(context, 'share', {value: String(value[share])}),
  date: ({context}, {value}, {date = ''}) => dateNodes(context, String(value[date])),
  times: ({context}, {value}, {times: [from, to] = ['', '']}) =>
    timeRangeNodes(context, String(value[from]), String(value[to])),
  label: ({context}, {value}, {label = '', of = ''}) => {
    const names = Object(context.labels)[of] as Record<string, string> | undefined
    return text(names?.[String(value[label])] ?? '')
  },
  decision: ({subject, yaml}, {value}, {decision = ''}) => [
    openReference({decision: `${subject.id}/${value[decision]}`, form: 'number', path: yaml.path}),
  ],
  meeting: ({context}, {value}, {meeting = ''}) => meetingNodes(context, String(value[meeting]), 'name'),
  document: ({context, yaml}, {value, pointer}, {document = ''}) =>
    documentReference(context, String(value[document]), 'symbol', {
      path: yaml.path,
      place: yaml.data.locate([...pointer, document]),
    }),
} satisfies Record<string, Cell>

/** Names of the kinds of cells. */
export const cellNames = Object.keys(cells) as (keyof typeof cells)[]

/** The words of a cell; none where the record has no value for it. */
export function cellNodes(from: CellsFrom, record: ListedRecord, column: ColumnDescription): InlineNode[] {
  const name = cellNames.find((key) => column[key] !== undefined)
  if (!name) throw new Error(`The column ${column.id} passed its schema and has no cell.`)
  const keys = name === 'words' ? [column.by ?? from.id] : [column[name]].flat()
  const isThere = keys.every((key) => within(record.value, [String(key)]) !== undefined)
  return isThere ? cells[name](from, record, column) : []
}

/** Whether the values of a column can be added up, and stand at the right. */
export function isNumeric(column: ColumnDescription): boolean {
  return column.number !== undefined || column.money !== undefined || column.share !== undefined
}

/** A number of a column, printed as the column prints its values. */
export function sumNodes({context, yaml}: CellsFrom, sum: number, {money}: ColumnDescription): InlineNode[] {
  return money === undefined ? text(groupDigits(context, sum)) : moneyNodes(context, sum, currencyOf(yaml))
}

/** The currency of a file's amounts. */
export function currencyOf({value}: Located<unknown>): string {
  return String(within(value, ['currency']) ?? '')
}
