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
}
