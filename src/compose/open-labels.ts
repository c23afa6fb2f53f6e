import {type InlineNode, text} from '../tree/index.ts'
import type {Context} from './context.ts'
import {missing} from './decisions.ts'
import {type OpenLabels, reportLackingLabel} from './lacking-words.ts'
import {labelNodes} from './phrases.ts'

/**
 * A label of a map to which a root may add, such as a heading of the agenda; a mark and a finding where other languages
 * have it and this one does not.
 *
 * @param pointer  keys of document.yaml that lead to who calls for it
 */
export function openLabel(
  context: Context,
  map: OpenLabels,
  id: string,
  pointer?: (string | number)[],
): InlineNode[] {
  const labels = context.labels[map]
  const words = Object.hasOwn(labels, id) ? labels[id] : undefined
  if (words !== undefined) return map === 'document-types' ? labelNodes(context, words) : text(words)
  reportLackingLabel(context, map, id, pointer)
  return missing(context, id)
}
