import {factNodes} from '../facts/index.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {isKnownBy, needsFacts} from './tables.ts'

/** `::call-for-comments`: the box that says by when comments are to be sent, and to whom. Source: house style, 1h. */
export const callForComments: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!needsFacts(part, node, subject, 'comments') || !subject.comments) return []
  if (!isKnownBy(part, node, 'comments', subject.comments.value.requested)) return []
  const value = (name: string) => {
    const found = factNodes(context, name)
    return 'nodes' in found ? found.nodes : []
  }
  const children = phrase(context, 'call-for-comments', {
    date: value('comments-close'),
    address: value('comments-to'),
  })
  return [{type: 'textParagraph', style: 'box', unit: 'call-for-comments', children}]
}
