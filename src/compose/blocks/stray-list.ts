import type {List} from 'mdast'
import {quote} from '../../message/index.ts'
import type {Clause, FlowNode, NumberedParagraph} from '../../tree/index.ts'
import {conditionLine, toText} from '../../tree/index.ts'
import {reportError} from '../context.ts'
import {type PartContext, placeOf} from './part-context.ts'

/** What a list may stand under. */
export type Leading = NumberedParagraph | Clause

/** Whether a list may stand under the block. */
export function isLeading(node: FlowNode | undefined): node is Leading {
  return (node?.type === 'numberedParagraph' && node.heading === undefined) || node?.type === 'clause'
}

/** Says why a list does not belong to the paragraph before it: no “:”, or a number typed by hand. */
export function reportStrayList(node: List, before: FlowNode | undefined, part: PartContext): void {
  const [first] = node.children
  const typed = `${node.start ?? 1}.`
  const line = before?.position?.start.line
  // Items of a list begin in lower case, paragraphs do not.
  const isList = /^\p{Ll}/u.test(first ? toText(first) : '') && isLeading(before) && line
  const dropped = node.data?.droppedLead
  if (dropped && isLeading(before)) {
    const words = `${quote(conditionLine(dropped))} (line ${dropped.position?.start.line})`
    reportError(
      part.context,
      part.path,
      placeOf(first ?? node),
      'list-lead',
      `This list stands after words in ${words}, which are not printed as the facts stand, so that nothing introduces it. Put it between the same lines.`,
    )
    return
  }
  const isQuoted = part.style === 'quotation'
  reportError(
    part.context,
    part.path,
    placeOf(first ?? node),
    isList ? 'list-lead' : 'typed-label',
    isQuoted && !isList
      ? `Each item of this list of a quotation is typed ${quote(typed)}, and the paragraph before it does not end with “:”. End that with “:”, so that the list is lettered, or type the labels of the text that is quoted: “a) …”, “5. …”.`
      : isList
        ? `This list does not belong to a paragraph: the one before it (line ${line}) does not end with “:”. End it with “:” and its name.`
        : `${quote(typed)} is typed before this paragraph. Paragraphs are numbered by the build: delete ${quote(`${typed} `)}. (A lettered list stands right after a paragraph that ends with “:”.)`,
  )
}
