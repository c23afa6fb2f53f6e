import {isScalar, type Scalar} from 'yaml'
import type {Place} from '../message/index.ts'
import {scalarOffsets} from './offsets/of-scalar.ts'
import type {Span} from './types.ts'

/** From offsets in the YAML to a place in the file. */
export type PlaceAt = (start: number, end?: number) => Place

/** Whether a node is a text, and not a number, a list or nothing. */
export function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string'
}

/**
 * Where some characters of a text were written.
 *
 * @param scalar  the text as it was parsed
 * @param yaml  from which it was parsed
 */
export function placeOfSpan(
  scalar: Scalar<string>,
  yaml: string,
  {start, end}: Span,
  placeAt: PlaceAt,
): Place {
  const offsets = scalarOffsets(scalar, yaml)
  const at = (index: number): number => offsets[Math.min(index, offsets.length - 1)] ?? 0
  if (end <= start) return placeAt(at(start))
  // Behind the last character; behind a line break it would be far away.
  const last = at(end - 1)
  return placeAt(at(start), yaml[last] === '\n' ? last + 1 : at(end))
}
