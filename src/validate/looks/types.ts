import type {Nodes, Parents} from 'mdast'
import type {Report} from '../say.ts'

/** Looks at a node of one type and reports what documents do not use. */
export type Look<Kind extends Nodes> = (node: Kind, ancestors: readonly Parents[], report: Report) => void
