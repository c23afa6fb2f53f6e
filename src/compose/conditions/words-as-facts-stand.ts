import type {RootContent} from 'mdast'
import type {MarkdownSource} from '../../load/index.ts'
import {quote} from '../../message/index.ts'
import {printedBlocks} from '../../resolve/index.ts'
import {conditionLine, firstWords} from '../../tree/index.ts'
import {type DocumentContext, reportError} from '../context.ts'

/**
 * The blocks of a file as they are printed on the day of its document. What is not printed is noted, and a paragraph or
 * heading that is left with nothing of what it introduces is an error.
 *
 * @param source  of a part in one language; nothing where the language has none
 */
export function wordsAsFactsStand(
  context: DocumentContext,
  source: MarkdownSource | undefined,
): RootContent[] {
  if (!source) return []
  const {path, tree} = source
  const {nodes, dropped, leftAlone} = printedBlocks(tree.children, context.plan)
  for (const node of dropped) context.dropped.push({node, path})
  for (const {block, dropped: node} of leftAlone) {
    const isHeading = block.type === 'heading'
    const what = isHeading ? 'Under the heading' : 'After'
    const them = isHeading ? 'the heading' : 'these words'
    reportError(
      context,
      path,
      block.position,
      'condition-empty',
      `${what} ${quote(firstWords(block))} nothing is printed on ${context.asOf}: ${quote(conditionLine(node))} (line ${node.position?.start.line}) is not printed as the facts stand. Put ${them} between the same lines, or write what stands there instead.`,
    )
  }
  return nodes
}
