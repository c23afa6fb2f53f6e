import type {Subject} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {DocumentContext} from '../context.ts'
import {documentReference} from '../document-reference.ts'
import {openReference} from '../open-reference.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {columnsOf, factTable, type Row} from '../tables/index.ts'
import {type BlockDirective, refuse} from './block-directive.ts'
import {isListed, subjectsOf} from './subjects-of.ts'

/**
 * `::sources`: the document from which each decision comes, as the Note from the Secretariat lists them; with `of` those
 * of several subjects, as `::decisions` has them.
 */
export const sourceTable: BlockDirective = (node, part) => {
  const {context} = part
  const of = node.attributes?.of ?? undefined
  const {subjects, fault} = subjectsOf(context, of)
  if (fault) return refuse(node, part, fault)
  const rows = subjects.flatMap((subject) => rowsOf(context, subject, of))
  const columns = columnsOf(context, {decision: 30, 'source-document': 70})
  return [factTable(context, 'sources', phrase(context, 'sources-caption'), columns, rows)]
}

function rowsOf(context: DocumentContext, subject: Subject, of: string | undefined): Row[] {
  const {decisions} = subject.facts
  const none: InlineNode[] = [{type: 'text', value: plainPhrase(context, 'no-evidence')}]
  const isOwn = subject === context.subject
  return decisions.value.decisions.flatMap((decision, index) => {
    const {id, source} = decision
    if (!isListed(context, decision, of)) return []
    const place = decisions.data.locate(['decisions', index, 'source', 'document'])
    const reference = isOwn ? id : `${subject.id}/${id}`
    return {
      id: isOwn ? id : `${subject.id}-${id}`,
      cells: [
        [openReference({decision: reference, form: 'number', path: decisions.path})],
        source ? documentReference(context, source.document, 'symbol', {path: decisions.path, place}) : none,
      ],
    }
  })
}
