import type {CaptionedTable, InlineNode, Part} from '../../tree/index.ts'

/** What a reference can print something of. */
export interface Target {
  kind:
    | 'paragraph'
    | 'section'
    | 'heading'
    | 'caption'
    | 'table'
    | 'picture'
    | 'note'
    | 'annex'
    | 'decision'
    | 'draft-decision'
  /** What leads to it, itself last: one for each level of its label. */
  chain: readonly unknown[]
  /** The row in which it stands: only what is in one row can be the first and the last of a range. */
  row: unknown
  /** Its place in the row. */
  place: number
  /** The quotation whose label it has: labels of another text are not named together with the document's own. */
  quotation?: unknown
  /** The part in which it stands, where its label says nothing without that. */
  part?: Part | undefined
  /** The table in a cell of which it stands, and that cell: letters begin anew in each. */
  table?: CaptionedTable | undefined
  cell?: unknown
  /** Of a caption: its label with `{number}` and without a full stop, and a reference that prints all of it. */
  whole?: {words: string; node: InlineNode}
  /** What the reader sees of it where that is known before it is numbered, for the choice of a conjunction before it. */
  words?: string
  /** Whether it is an annex that has no number. */
  isUnnumbered?: boolean
  /**
   * Its label.
   *
   * @param from  the first level that is printed, from 0; -1 for the last alone
   */
  label(from: number): InlineNode[]
}

/** What authors call it, in messages. */
export const kindNames: Readonly<Record<Target['kind'], string>> = {
  paragraph: 'a paragraph or an item',
  section: 'a heading with a number',
  heading: 'a heading without a number',
  caption: 'a table or a picture without a number',
  table: 'a table',
  picture: 'a picture',
  note: 'a note',
  annex: 'an annex',
  decision: 'a decision',
  'draft-decision': 'a draft decision',
}

/** Whether a reference prints the words of a target, which has no number. */
export function isWorded({kind}: Target): boolean {
  return kind === 'heading' || kind === 'caption'
}

/** A target with the name by which the author called it. */
export interface Named {
  name: string
  target: Target
}

/** One of the things that a reference names: a target, or the first and the last of a range; places in its words. */
export interface Entry {
  first: Named
  last?: Named
  start: number
  end: number
}
