import type {Fields} from '../validate/index.ts'

/** A list of records. */
export interface ListDescription extends Fields {
  /** Key of the day on which a record became known; without it all are known as soon as the file is. */
  dated?: string
}

/**
 * One column: its name in ids and labels, its relative width, and exactly one cell. A cell names a key of the row's
 * record; `words` and `label` say where the words for it stand.
 */
export interface ColumnDescription {
  id: string
  width: number
  /** Keys in the file of words; those of another sort as `workshop/invitees`. */
  words?: string
  /** The key whose value is looked up in `words`; that which names the row where left out. */
  by?: string
  number?: string
  money?: string
  share?: string
  date?: string
  /** Keys of the two times of day of a range. */
  times?: [string, string]
  label?: string
  /** Key of the labels under which the names of a `label` stand. */
  of?: string
  decision?: string
  meeting?: string
  document?: string
}

/** A table of records: `::<name>` on a line of its own. Paths such as `appeal.lines` lead into the file. */
export interface TableDescription {
  /** Id of the table in documents; its name where left out. */
  unit?: string
  'known-from'?: string
  /** Key of a phrase. */
  caption: string
  /** The record on which the whole table rests; the file where left out. */
  record?: string
  /** Path of the key that says that all of it is an example; `example` of its record where left out. */
  example?: string
  rows: string
  /** Other sorts of facts without which it is not printed, beside those that its paths lead into. */
  needs?: string[]
  /** Key that names a row in ids; `id` where left out. */
  'row-id'?: string
  /** Rows in the order in which a list of another file has the values of a key. */
  order?: {by: string; as: string}
  /** A table for each value of a date. */
  'split-by'?: string
  /** Key of the label that stands in a table without rows. */
  none?: string
  columns: ColumnDescription[]
  totals?: {columns: string[]; by?: string; phrase?: string}
}

/** A fact for sentences, `:fact[<name>]`: exactly one of count, sum, number, date, dates, words and text. */
export interface FactDescription {
  count?: string
  sum?: string
  /** Which records are counted or summed: those whose keys have these values. */
  of?: Record<string, string>
  number?: string
  date?: string
  dates?: [string, string]
  words?: string
  text?: string
  /** Whether the number is an amount in the currency of the file. */
  money?: boolean
  /** Key of a phrase that prints the number, as {count}. */
  phrase?: string
  'known-from'?: string
  record?: string
  example?: string
}

/** What documents print of a sort of facts by themselves: templates/facts/<sort>.yaml. */
export interface FactsDescription extends Fields {
  /** What the file is about; only in a sort of a root's own. */
  title?: string
  'known-from'?: string
  /** Whether they are those of the subject whose draft decisions a document proposes, where it proposes some. */
  proposed?: boolean
  lists?: Record<string, ListDescription>
  tables?: Record<string, TableDescription>
  facts?: Record<string, FactDescription>
}
