import type {Parent} from 'unist'
import type {Finished} from '../render/index.ts'
import {
  bookmarkOf,
  bookmarksOfLink,
  type CrossReference,
  type Note,
  type ReferenceLink,
  toText,
  visitParents,
} from '../tree/index.ts'
import {numberLinks, references, staleReferences, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/**
 * Every reference has the target and the result that it has in the tree, and its result is its target's computed label: the
 * number of a paragraph, the number or sign of a note, the words of a heading. The number alone of a table is a link, whose
 * words are that number.
 */
export function proveReferences(pkg: WordPackage, {tree}: Finished): Proof {
  // A mark that a note has once more is none of them.
  const seen = references(pkg).filter(
    ({name, switches}) => name === 'REF' || (name === 'NOTEREF' && !switches.includes('\\f')),
  )
  const links = inOrderOfTheFile(tree).flatMap((node) => (node.file === undefined ? (node.links ?? []) : []))
  const due = links
    .filter(({isNumberAlone}) => !isNumberAlone)
    .flatMap((link) => fieldsOf(link, tree.meta.path))
  const numbersDue = links.flatMap((link) => (link.isNumberAlone ? linkTo(link, tree.meta.path) : []))
  const numbers = numberLinks(pkg)
  return {
    proven: {references: seen.length + numbers.length},
    faults: [
      ...differences(
        'References',
        seen.map(({instruction, result}) => `${instruction}: ${result}`),
        due,
      ),
      ...differences(
        'Links to numbers',
        numbers.map(({bookmark, text}) => `${bookmark}: ${text}`),
        numbersDue,
      ),
      ...numbers.flatMap(({bookmark, text, expected}) =>
        text === expected
          ? []
          : [`The link to ${bookmark} shows “${text}”, and the number there is ${expected}.`],
      ),
      ...staleReferences(pkg).map(
        ({reference, expected}) =>
          `The reference ${reference.instruction} shows “${reference.result}”, its target has ${expected === null ? 'no label' : `“${expected}”`}.`,
      ),
    ],
  }
}

/** A link that prints the number of its target. */
function linkTo({unit, label}: ReferenceLink, path: string): string[] {
  return unit === undefined ? [] : [`${bookmarkOf(path, unit)}: ${label}`]
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
