import type {Node} from 'unist'
import {captionSequences, isCaption, type Part, visitBlocks} from '../tree/index.ts'
import type {DocumentContext} from './context.ts'

/**
 * Gives every caption of a part its place in a numbered sequence and the words of its label, where the document or its
 * kind numbers captions. Tables that are made from facts are counted as well; one without a caption is not.
 *
 * Each part counts by itself, as its paragraphs do: annexes are released as files of their own, and Word counts in each
 * file anew.
 *
 * @param part  it is changed
 * @param context  in whose language the part is printed
 */
export function numberCaptions(part: Part, {plan, labels}: DocumentContext): void {
  if ((plan.yaml.value.captions ?? plan.kind.captions) !== 'numbered') return
  visitBlocks(part, (node: Node) => {
    if (!isCaption(node)) return
    const kind = captionSequences[node.type]
    Object.assign(node, {
      sequence: `${kind}:${part.name}`,
      sequenceKind: kind,
      level: 0,
      labelText: labels.captions[kind].replace('{number}', '%1'),
    })
  })
}
