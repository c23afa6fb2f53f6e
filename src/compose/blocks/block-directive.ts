import type {ContainerDirective, LeafDirective} from 'mdast-util-directive'
import type {FlowNode} from '../../tree/index.ts'
import {reportError} from '../context.ts'
import type {Refusal} from '../tables/index.ts'
import {type PartContext, placeOf} from './part-context.ts'

/** What a directive on a line of its own prints. */
export type BlockDirective = (node: LeafDirective | ContainerDirective, part: PartContext) => FlowNode[]

/** An error at a directive that cannot print what it is for. */
export function refuse(
  node: LeafDirective | ContainerDirective,
  part: PartContext,
  {ruleId, reason}: Refusal,
): [] {
  reportError(part.context, part.path, placeOf(node), ruleId, reason)
  return []
}
