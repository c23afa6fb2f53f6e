import {visit} from 'unist-util-visit'
import type {Finished} from '../render/index.ts'
import {bookmarkOf, type CrossReference} from '../tree/index.ts'
import {references, staleReferences, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/** Every reference: its target and its result as the tree has them, and the result the computed label of the target. */
export function proveReferences(pkg: WordPackage, {tree}: Finished): Proof {
  const seen = references(pkg).filter(({name}) => name === 'REF')
  const due: string[] = []
  visit(tree as never, 'crossReference', ({links = [], file}: CrossReference) => {
    for (const {unit, label} of links)
      if (unit !== undefined && file === undefined)
        due.push(`REF ${bookmarkOf(tree.meta.path, unit)} \\n \\h: ${label}`)
  })
  return {
    proven: {references: seen.length},
    faults: [
      ...differences(
        'References',
        seen.map(({instruction, result}) => `${instruction}: ${result}`),
        due,
      ),
      ...staleReferences(pkg).map(
        ({reference, expected}) =>
          `The reference ${reference.instruction} shows “${reference.result}”, its target has ${expected === null ? 'no label' : `“${expected}”`}.`,
      ),
    ],
  }
}
