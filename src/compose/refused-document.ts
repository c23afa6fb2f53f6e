import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {plainPhrase} from './phrases.ts'

/** What stands for something of a document whose own errors are reported already; a final document does not print it. */
export function ofRefusedDocument(context: Context, path: string): InlineNode[] {
  const {home} = context
  context.unconfirmed.push({
    kind: 'unassigned',
    path: home.path,
    place: home.data.locate([]),
    what: `This document names ${path}, which has errors of its own. Mend them first.`,
  })
  return [{type: 'text', value: plainPhrase(context, 'unassigned')}]
}
