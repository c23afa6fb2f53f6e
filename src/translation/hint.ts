import type {TranslationUnit} from './types.ts'

/**
 * Whether a unit is a hint and nothing else but signs and references to notes behind it: it keeps the place of words that are
 * still to be written.
 */
export function isHint(unit: TranslationUnit): boolean {
  if (!unit.source.startsWith(':hint[')) return false
  const [first, ...more] = unit.nodes
  if (first?.type !== 'textDirective' || first.name !== 'hint') return false
  return more.every(
    (node) =>
      node.type === 'footnoteReference' || (node.type === 'text' && !/[\p{L}\p{N}]/u.test(node.value)),
  )
}
