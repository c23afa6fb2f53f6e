import type {InlineNode} from '../../tree/index.ts'
import {factNodes} from '../facts/index.ts'
import {phrase} from '../phrases.ts'
import {knownLater, noFile} from '../tables/index.ts'
import {type BlockDirective, refuse} from './block-directive.ts'

/** `::call-for-comments`: the box that says by when comments are to be sent, and to whom. Source: house style, 1h. */
export const callForComments: BlockDirective = (node, part) => {
  const {context} = part
  const {comments} = context.subject.facts
  if (!comments) return refuse(node, part, noFile(context, 'comments'))
  const {requested} = comments.value
  if (requested > context.asOf) return refuse(node, part, knownLater(context, 'comments', requested))
  const value = (name: string): InlineNode[] => {
    const found = factNodes(context, name)
    return 'nodes' in found ? found.nodes : refuse(node, part, {ruleId: 'facts-missing', ...found})
  }
  const children = phrase(context, 'call-for-comments', {
    date: value('comments-close'),
    address: value('comments-to'),
  })
  return [{type: 'textParagraph', style: 'box', unit: 'call-for-comments', children}]
}
