import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import type {FlowNode} from '../../tree/index.ts'
import {budgetTable} from './budget-table.ts'
import {adoptedDecisions, draftDecisions} from './decision-list.ts'
import {decisionQuotation} from './decision-quotation.ts'
import type {PartContext} from './part-context.ts'
import {pivot} from './pivot.ts'
import {repliesTable} from './replies-table.ts'
import {sourcesTable} from './sources-table.ts'
import {statusTable} from './status-table.ts'
import {tasksTable} from './tasks-table.ts'
import {writtenTable} from './written-table.ts'

/** What a directive on a line of its own prints. */
export type BlockDirective = (node: LeafDirective | ContainerDirective, part: PartContext) => FlowNode[]

/** Every block directive but `example`, which only marks what it holds. */
export const blockDirectives: ReadonlyMap<string, BlockDirective> = new Map<string, BlockDirective>([
  ['budget', budgetTable],
  ['decision', decisionQuotation],
  ['decisions', adoptedDecisions],
  ['draft-decisions', draftDecisions],
  ['pivot', pivot],
  ['replies', repliesTable],
  ['sources', sourcesTable],
  ['status', statusTable],
  ['tasks', tasksTable],
  ['table', writtenTable],
])
