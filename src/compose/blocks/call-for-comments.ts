import {reportError} from '../context.ts'
import {factNodes} from '../facts/index.ts'
import {phrase} from '../phrases.ts'
import type {BlockDirective} from './directives.ts'
import {placeOf} from './part-context.ts'
import {isKnownBy, needsFacts} from './tables.ts'

/** `::call-for-comments`: the box that says by when comments are to be sent, and to whom. Source: house style, 1h. */
export const callForComments: BlockDirective = (node, part) => {
  const {context} = part
  const {subject} = context.plan
  if (!needsFacts(part, node, subject, 'comments') || !subject.facts.comments) return []
  if (!isKnownBy(part, node, 'comments', subject.facts.comments.value.requested)) return []
  const value = (name: string) => {
    const found = factNodes(context, name)
    if ('nodes' in found) return found.nodes
    reportError(context, part.path, placeOf(node), 'facts-missing', found.reason)
    return []
  }
  const children = phrase(context, 'call-for-comments', {
    date: value('comments-close'),
    address: value('comments-to'),
  })
  return [{type: 'textParagraph', style: 'box', unit: 'call-for-comments', children}]
}
