import type {Finished} from '../render/index.ts'
import {bookmarkOf, type CrossReference, type Note, visitParents} from '../tree/index.ts'
import {references, staleReferences, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/** Every reference has the target and the result that it has in the tree, and its result is its target's computed label. */
export function proveReferences(pkg: WordPackage, {tree}: Finished): Proof {
  const seen = references(pkg).filter(({name}) => name === 'REF')
  const due = inOrderOfTheFile(tree).flatMap(({links = [], file}) =>
    links.flatMap(({unit, label}) =>
      unit !== undefined && file === undefined
        ? [`REF ${bookmarkOf(tree.meta.path, unit)} \\n \\h: ${label}`]
        : [],
    ),
  )
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

/** Those in notes come after all others: notes are a part of their own in the file, in the order of their numbers. */
function inOrderOfTheFile(tree: Finished['tree']): CrossReference[] {
  const text: CrossReference[] = []
  const notes = new Map<Note, CrossReference[]>()
  visitParents(tree, 'crossReference', (reference, ancestors) => {
    const note = ancestors.find((ancestor): ancestor is Note => ancestor.type === 'note')
    if (note) notes.set(note, [...(notes.get(note) ?? []), reference])
    else text.push(reference)
  })
  const inNotes = [...notes].sort(([a], [b]) => (a.place ?? 0) - (b.place ?? 0))
  return [...text, ...inNotes.flatMap(([, references]) => references)]
}
