import type {Node} from 'mdast'
import type {Place} from '../message/index.ts'

/** Reports something about a node, at its own place unless another is given. */
export type Say = (node: Node, ruleId: string, reason: string, place?: Place) => void

/** A place inside a text, which may run over several lines. */
export function placeWithin(node: Node & {value: string}, index: number): Place | undefined {
  const start = node.position?.start
  if (!start) return undefined
  const before = node.value.slice(0, index).split('\n')
  const last = before.at(-1)?.length ?? 0
  const point = {
    line: start.line + before.length - 1,
    column: before.length > 1 ? last + 1 : start.column + last,
  }
  return {start: point, end: point}
}
