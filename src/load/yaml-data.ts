import {type Document, isMap, isNode, isScalar, isSeq, visit} from 'yaml'
import type {Place} from '../message/index.ts'
import {yamlDisables} from './disables.ts'
import {scalarOffsets} from './offsets/of-scalar.ts'
import type {YamlData} from './types.ts'
import {isText, type PlaceAt, placeOfSpan} from './yaml-places.ts'

/**
 * The value of a YAML document that has been found right, with its places.
 *
 * @param document  as it was parsed
 * @param written  its text, and what stands before it in the file
 * @param placeAt  from offsets in the text to a place in the file
 */
export function yamlData(
  document: Document,
  {text, before}: {text: string; before: string},
  placeAt: PlaceAt,
): YamlData {
  const {start} = placeAt(0)
  const placeOf = (node: unknown): Place => {
    const range = isNode(node) ? node.range : undefined
    return range ? placeAt(range[0], range[1]) : {start, end: start}
  }
  return {
    value: document.toJS({maxAliasCount: 0}),
    locate(pointer, what = 'value') {
      let node: unknown = document.contents
      let place = placeOf(node)
      for (const [index, step] of pointer.entries()) {
        const pair = isMap(node)
          ? node.items.find((item) => isScalar(item.key) && item.key.value === String(step))
          : undefined
        const below = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
        if (!pair && below === undefined) return place
        const isLast = index === pointer.length - 1
        place = pair && ((isLast && what === 'key') || !isNode(below)) ? placeOf(pair.key) : placeOf(below)
        node = below
      }
      return typeof what === 'object' && isText(node) ? placeOfSpan(node, text, what, placeAt) : place
    },
    isOwn: (pointer) => document.hasIn(pointer),
    offsetsOf(pointer) {
      const node = document.getIn(pointer, true)
      return isText(node) ? scalarOffsets(node, text).map((offset) => before.length + offset) : undefined
    },
    sourceOf(pointer) {
      const node = document.getIn(pointer, true)
      return isScalar(node) ? (node.source ?? String(node.value)) : undefined
    },
    disables: /^[ \t]*#[ \t]*disable\b/m.test(text)
      ? yamlDisables(text, insideText(document, placeAt), start.line - 1)
      : [],
  }
}

/** Whether a line of the YAML, from 1, lies behind the first line of a text of several lines. */
function insideText(document: Document, placeAt: PlaceAt): (line: number) => boolean {
  const before = placeAt(0).start.line - 1
  const inside = new Set<number>()
  visit(document, {
    Scalar: (_, {range}) => {
      if (!range) return
      const {start, end} = placeAt(range[0], Math.max(range[0], range[1] - 1))
      for (let line = start.line + 1; line <= end.line; line++) inside.add(line - before)
    },
  })
  return (line) => inside.has(line)
}
