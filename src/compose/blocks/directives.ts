import {tablesOf} from '../tables/index.ts'
import {agendaTables} from './agenda-tables.ts'
import {answerSpace} from './answer-space.ts'
import {type BlockDirective, refuse} from './block-directive.ts'
import {callForComments} from './call-for-comments.ts'
import {adoptedDecisions, draftDecisions} from './decision-list.ts'
import {decisionQuotation} from './decision-quotation.ts'
import {writtenPicture} from './picture.ts'
import {pivot} from './pivot.ts'
import {recommendationList} from './recommendation-list.ts'
import {sourceTable} from './source-table.ts'
import {textQuotation} from './text-quotation.ts'
import {writtenTable} from './written-table.ts'

/** Every block directive but `example`, which only marks what it holds, and the tables of facts. */
export const blockDirectives: ReadonlyMap<string, BlockDirective> = new Map<string, BlockDirective>([
  ['agenda', agendaTables],
  ['answer', answerSpace],
  ['call-for-comments', callForComments],
  ['decision', decisionQuotation],
  ['decisions', adoptedDecisions],
  ['draft-decisions', draftDecisions],
  ['picture', writtenPicture],
  ['pivot', pivot],
  ['recommendations', recommendationList],
  ['sources', sourceTable],
  ['table', writtenTable],
  ['text', textQuotation],
])

/** `::<name>`: a table of facts; an error at the directive where there is none to print. */
export const factsTable: BlockDirective = (node, part) => {
  const tables = tablesOf(part.context, node.name)
  if (!tables) {
    const reason = `What “::${node.name}” prints is said in a file of templates/facts/ that has errors of its own. Mend them first.`
    return refuse(node, part, {ruleId: 'facts-missing', reason})
  }
  return Array.isArray(tables) ? tables : refuse(node, part, tables)
}
