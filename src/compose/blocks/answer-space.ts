import {phrase} from '../phrases.ts'
import type {BlockDirective} from './block-directive.ts'

const usualLines = 6

/** `::answer{id=… lines=8}`: room to answer a question of a questionnaire. */
export const answerSpace: BlockDirective = (node, {context}) => [
  {
    type: 'answerSpace',
    unit: node.attributes?.id ?? '',
    lines: Number(node.attributes?.lines ?? usualLines),
    children: phrase(context, 'answer'),
    ...(node.position ? {position: node.position} : {}),
  },
]
