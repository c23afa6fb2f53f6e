import type {Node, Text} from 'mdast'
import type {Place} from '../message/index.ts'
import type {Forms} from './directives.ts'

/** Reports something about a node, at its own place unless another in the file is given. */
export type Say = (node: Node, ruleId: string, reason: string, place?: Place) => void

/** What a look at a node can do: report it, know the directives there are, and tell where characters of a text stand. */
export interface Report {
  say: Say
  forms: Forms
  placeIn: (node: Text, start: number, end: number) => Place
  /** The text without the characters that its author escaped (see bareText). */
  bare: (node: Text) => string
  /** Letters of the language in which the file is written; empty where it holds several. */
  language: string
  /** Whether this is the text of a Markdown file, and not words of YAML or a front matter. */
  isBody: boolean
  /** Whether the words stand as they were adopted, with every sign that they have. */
  isAdopted: boolean
}
