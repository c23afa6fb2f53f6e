import type {Parent} from 'unist'
import {isNumbered, type NumberedUnit, numberedTypes} from './numbered.ts'
import {visitParents} from './visit.ts'

/**
 * Every numbered unit in document order, with the units whose labels are said before its own in a reference: “12” and “b)”
 * before “i)”.
 *
 * @param look  gets the unit, those units from the outermost on, and all ancestors
 */
export function visitNumbered(
  tree: Parent,
  look: (unit: NumberedUnit, above: readonly NumberedUnit[], ancestors: readonly Parent[]) => void,
): void {
  const lastOf = new Map<string, NumberedUnit[]>()
  visitParents(tree, numberedTypes, (unit, ancestors) => {
    if (!isNumbered(unit)) return
    const own = ancestors.filter(
      (ancestor): ancestor is NumberedUnit =>
        'sequence' in ancestor &&
        (ancestor.sequence === unit.sequence || isOfOneText(ancestor as NumberedUnit, unit)),
    )
    // Items of words that go on behind a table or a quotation belong to the paragraph before that.
    const last = lastOf.get(unit.sequence) ?? []
    const goesOn = own.length === 0 && ancestors.at(-2)?.type === 'continuation'
    const above = goesOn ? last.slice(0, unit.level) : own
    last.length = unit.level
    last.push(unit)
    lastOf.set(unit.sequence, last)
    look(unit, above, ancestors)
  })
}

/** Whether both have labels of the same text, where each is a sequence of its own: “e) i)”. */
function isOfOneText(above: NumberedUnit, {type, sequenceKind, level}: NumberedUnit): boolean {
  const isQuoted = 'literal' in above && type === 'provision' && above.sequenceKind === sequenceKind
  return isQuoted && above.level < level
}
