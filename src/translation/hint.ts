import {quotedLabelOf} from '../tree/index.ts'
import type {TranslationUnit} from './types.ts'

/**
 * Whether a unit is a hint and nothing else but signs and references to notes behind it: it keeps the place of words that are
 * still to be written.
 */
export function isHint(unit: TranslationUnit): boolean {
  if (!unit.source.includes(':hint[')) return false
  // In a quotation the label of its source stands before the words.
  const [first, ...more] = unit.around.isQuoted ? withoutLabel(unit.nodes) : unit.nodes
  if (first?.type !== 'textDirective' || first.name !== 'hint') return false
  return more.every(
    (node) =>
      node.type === 'footnoteReference' || (node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value)),
  )
}

function withoutLabel(nodes: TranslationUnit['nodes']): TranslationUnit['nodes'] {
  const [first, ...rest] = nodes
  const isLabel = first?.type === 'text' && quotedLabelOf(`${first.value}x`)?.length === first.value.length
  return isLabel ? rest : nodes
}
