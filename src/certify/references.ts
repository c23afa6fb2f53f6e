import type {Parent} from 'unist'
import type {Finished} from '../render/index.ts'
import {
  bookmarksOfLink,
  type CrossReference,
  type Note,
  type ReferenceLink,
  toText,
  visitParents,
} from '../tree/index.ts'
import {references, staleReferences, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/**
 * Every reference has the target and the result that it has in the tree, and its result is its target's computed label: the
 * number of a paragraph, the number or sign of a note, the words of a heading.
 */
export function proveReferences(pkg: WordPackage, {tree}: Finished): Proof {
  // A mark that a note has once more is none of them.
  const seen = references(pkg).filter(
    ({name, switches}) => name === 'REF' || (name === 'NOTEREF' && !switches.includes('\\f')),
  )
  const due = inOrderOfTheFile(tree).flatMap(({links = [], file}) =>
    links.flatMap((link) => (file === undefined ? fieldsOf(link, tree.meta.path) : [])),
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

/** The fields that a level of a reference is, each with its result. */
function fieldsOf(link: ReferenceLink, path: string): string[] {
  const {unit, label, note, stretches} = link
  if (unit === undefined) return []
  const [name = ''] = bookmarksOfLink(path, {...link, unit})
  if (note !== undefined) return [`NOTEREF ${name} \\h: ${label}`]
  if (!stretches) return [`REF ${name} \\n \\h: ${label}`]
  return bookmarksOfLink(path, {...link, unit}).map((bookmark, index) => {
    const words: Parent = {type: 'words', children: stretches[index] ?? []}
    return `REF ${bookmark} \\h: ${toText(words)}`
  })
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
