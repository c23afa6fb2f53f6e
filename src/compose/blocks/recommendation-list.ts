import type {ProvisionRecord, Recommendation} from '../../resolve/index.ts'
import type {FlowNode, InlineNode, Provision, ProvisionList} from '../../tree/index.ts'
import {directedTo} from '../actor-words.ts'
import {exampleBlockMark, noteExample} from '../examples.ts'
import {factsPath, ownWords} from '../own-words.ts'
import {knownLater, noFile} from '../tables/index.ts'
import {type BlockDirective, refuse} from './block-directive.ts'
import {numberedParagraph, type PartContext} from './part-context.ts'

/** `::recommendations`: what the workshop recommended, in numbered paragraphs under the heading of each addressee. */
export const recommendationList: BlockDirective = (node, part) => {
  const {context} = part
  const yaml = context.subject.facts.recommendations
  if (!yaml) return refuse(node, part, noFile(context, 'recommendations'))
  const {date} = yaml.value
  if (date > context.asOf) return refuse(node, part, knownLater(context, 'recommendations', date))
  const isExample = yaml.value.example === true
  if (isExample)
    noteExample(context, {
      path: yaml.path,
      place: yaml.data.locate(['example']),
      what: 'These recommendations are an example.',
    })
  const flow: FlowNode[] = []
  let before: string | undefined
  const all = yaml.value.recommendations
  for (const recommendation of all) {
    const {addressee} = recommendation
    const count = all.filter((other) => other.addressee === addressee).length
    if (addressee !== before)
      flow.push({
        type: 'addressee',
        unit: `recommendations-${addressee}`,
        children: directedTo(context, [addressee], count),
      })
    before = addressee
    flow.push(recommendationParagraph(part, recommendation, isExample || part.isExample))
  }
  return flow
}

function recommendationParagraph(
  part: PartContext,
  {id, provisions}: Recommendation,
  isExample: boolean,
): FlowNode {
  const words = wordsOf(part, id)
  const paragraph = numberedParagraph(
    part,
    id,
    isExample ? [...exampleBlockMark(part.context), ...words] : words,
  )
  if (provisions) paragraph.children.push(listOf(part, provisions, 1))
  return paragraph
}

function listOf(part: PartContext, provisions: readonly ProvisionRecord[], level: number): ProvisionList {
  return {
    type: 'provisionList',
    children: provisions.map(
      (provision): Provision => ({
        type: 'provision',
        unit: provision.id,
        sequence: part.sequence.id,
        sequenceKind: part.sequence.kind,
        level,
        children: [
          {type: 'leadParagraph', children: wordsOf(part, provision.id)},
          ...(provision.provisions ? [listOf(part, provision.provisions, level + 1)] : []),
        ],
      }),
    ),
  }
}

function wordsOf({context}: PartContext, id: string): InlineNode[] {
  const words = context.subject.words.recommendations.get(context.language.code)
  return ownWords(context, words, ['recommendations', id], factsPath(context.subject, 'recommendations'))
}
