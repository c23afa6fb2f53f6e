import type {Token} from '../../difference/index.ts'

/** What words are: how a reader would call them. */
export type PassageKind =
  | 'paragraph'
  | 'item'
  | 'decision'
  | 'heading'
  | 'cover'
  | 'caption'
  | 'cell'
  | 'row'
  | 'note'
  | 'description'
  | 'answer'

/** The smallest piece of words, with what it carries. */
export interface Piece extends Token {
  /** Such as `italic`, `link:https://…`; sorted. */
  marks: readonly string[]
  /** The fact from which it is made: `internet-trade/tasks#publication`. */
  fact?: string
  /** Of a reference what it points at: the id of a unit, or a label of elsewhere. */
  target?: string
}

/** Words of one paragraph of a finished tree, or what stands in the place of one. */
export interface Passage {
  kind: PassageKind
  /** Undefined where it has none. */
  id: string | undefined
  part: string
  /** Its own label, and that with the labels of what it stands in. */
  own: string | undefined
  label: string | undefined
  /** Of a numbered one: the list that it is counted in, and its place there. */
  sequence: string | undefined
  place: number | undefined
  pieces: readonly Piece[]
  /** The words as they are read, references by their targets. */
  text: string
  /** Index of the passage in which it stands. */
  parent: number | undefined
  /** Of a cell: its row; of a line of a cover: its style. */
  group: string | undefined
  /** All that is said of how it is set, as one text. */
  form: string
  /** Digest of a picture. */
  picture?: string
}
