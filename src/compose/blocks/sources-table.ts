import type {InlineNode} from '../../tree/index.ts'
import {documentReference} from '../document-reference.ts'
import {openReference} from '../open-reference.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {columnsOf, factTable} from './tables.ts'

/** `::sources`: the document from which each decision comes, as the Note from the Secretariat lists them. */
export const sourcesTable: BlockDirective = (_node, part) => {
  const {context} = part
  const {decisions} = context.plan.subject.facts
  const none: InlineNode[] = [{type: 'text', value: plainPhrase(context, 'no-evidence')}]
  return [
    factTable(
      context,
      'sources',
      phrase(context, 'sources-caption'),
      columnsOf(context, {decision: 30, 'source-document': 70}),
      decisions.value.decisions.map(({id, source}, index) => ({
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
      })),
    ),
  ]
}
