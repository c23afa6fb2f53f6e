import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import type {FlowNode} from '../../tree/index.ts'
import {agendaTables} from './agenda-tables.ts'
import {answerSpace} from './answer-space.ts'
import {appealTable} from './appeal-table.ts'
import {budgetTable} from './budget-table.ts'
import {callForComments} from './call-for-comments.ts'
import {commentsTable} from './comments-table.ts'
import {adoptedDecisions, draftDecisions} from './decision-list.ts'
import {decisionQuotation} from './decision-quotation.ts'
import {deliverablesTable} from './deliverables-table.ts'
import {fundsTable} from './funds-table.ts'
import {inviteesTable} from './invitees-table.ts'
import type {PartContext} from './part-context.ts'
import {participantsTable} from './participants-table.ts'
import {pivot} from './pivot.ts'
import {programmeTables} from './programme-tables.ts'
import {questionsTable} from './questions-table.ts'
import {recommendationList} from './recommendation-list.ts'
import {repliesTable} from './replies-table.ts'
import {sourcesTable} from './sources-table.ts'
import {statusTable} from './status-table.ts'
import {tasksTable} from './tasks-table.ts'
import {writtenTable} from './written-table.ts'

/** What a directive on a line of its own prints. */
export type BlockDirective = (node: LeafDirective | ContainerDirective, part: PartContext) => FlowNode[]

/** Every block directive but `example`, which only marks what it holds. */
export const blockDirectives: ReadonlyMap<string, BlockDirective> = new Map<string, BlockDirective>([
  ['agenda', agendaTables],
  ['answer', answerSpace],
  ['appeal', appealTable],
  ['budget', budgetTable],
  ['call-for-comments', callForComments],
  ['comments', commentsTable],
  ['deliverables', deliverablesTable],
  ['funds', fundsTable],
  ['invitees', inviteesTable],
  ['participants', participantsTable],
  ['programme', programmeTables],
  ['questions', questionsTable],
  ['recommendations', recommendationList],
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
