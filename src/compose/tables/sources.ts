import type {InlineNode} from '../../tree/index.ts'
import {documentReference} from '../document-reference.ts'
import {openReference} from '../open-reference.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {columnsOf, factTable, type Tables} from './fact-table.ts'

/** The document from which each decision comes, as the Note from the Secretariat lists them. */
export const sourcesTables: Tables = (context) => {
  const {decisions} = context.subject.facts
  const none: InlineNode[] = [{type: 'text', value: plainPhrase(context, 'no-evidence')}]
  const rows = decisions.value.decisions.map(({id, source}, index) => ({
    id,
    cells: [
      [openReference({decision: id, form: 'number', path: decisions.path})],
      source
        ? documentReference(context, source.document, 'symbol', {
            path: decisions.path,
            place: decisions.data.locate(['decisions', index, 'source', 'document']),
          })
        : none,
    ],
  }))
  const columns = columnsOf(context, {decision: 30, 'source-document': 70})
  return [factTable(context, 'sources', phrase(context, 'sources-caption'), columns, rows)]
}
