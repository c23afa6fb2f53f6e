import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import type {FlowNode} from '../../tree/index.ts'
import {decisionQuotation} from './decision-quotation.ts'
import {draftDecisions} from './draft-decisions.ts'
import type {PartContext} from './part-context.ts'
import {repliesTable} from './replies-table.ts'
import {statusTable} from './status-table.ts'
import {writtenTable} from './written-table.ts'

/** What a directive on a line of its own prints. */
export type BlockDirective = (node: LeafDirective | ContainerDirective, part: PartContext) => FlowNode[]

/** Every block directive but `example`, which only marks what it holds. */
export const blockDirectives: ReadonlyMap<string, BlockDirective> = new Map<string, BlockDirective>([
  ['decision', decisionQuotation],
  ['draft-decisions', draftDecisions],
  ['replies', repliesTable],
  ['status', statusTable],
  ['table', writtenTable],
])
