import type {TranslationUnit} from './types.ts'

/** Whether a unit is nothing but a hint: it keeps the place of words that are still to be written. */
export function isHint(unit: TranslationUnit): boolean {
  if (!unit.source.startsWith(':hint[')) return false
  const [first, ...more] = unit.nodes
  return first?.type === 'textDirective' && first.name === 'hint' && more.length === 0
}
