import type {Finished} from '../render/index.ts'
import {bookmarkOf, noteBookmarkOf, noteBookmarkPrefix, sectionsOf, visit} from '../tree/index.ts'
import {
  attribute,
  child,
  childrenOf,
  descendants,
  elementsOf,
  noteMarks,
  repeatedMarks,
  type WordPackage,
} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/** A reference to a note, as the tree or the file has it. */
interface Mark {
  identifier: string
  label: string
  isRepeated: boolean
  /** Whether a reference prints its number. */
  isReferredTo: boolean
}

/**
 * Notes. Word and LibreOffice number the marks in the order of the text. So the numbers computed from the marks must be
 * those of the tree, each beside its note; where the text refers to a note again, a field must repeat its mark. Ids of
 * notes stand in that order too, among the notes, and every section gives them the same format.
 */
export function proveNotes(pkg: WordPackage, {tree}: Finished): Proof {
  const {path} = tree.meta
  const marks: Mark[] = []
  visit(tree, 'footnoteReference', ({identifier, label = '', occurrence = 1, isReferredTo = false}) => {
    marks.push({identifier, label: label ?? '', isRepeated: occurrence > 1, isReferredTo})
  })
  const first = marks.filter(({isRepeated}) => !isRepeated)
  const again = marks.filter(({isRepeated}) => isRepeated)
  const named = new Set(
    marks.flatMap(({identifier, isRepeated, isReferredTo}) =>
      isRepeated || isReferredTo ? [identifier] : [],
    ),
  )
  const formats = elementsOf(pkg, 'word/document.xml', 'w:sectPr').map(
    (section) => attribute(child(child(section, 'w:footnotePr'), 'w:numFmt')) ?? 'decimal',
  )
  return {
    proven: {notes: first.length},
    faults: [
      ...differences(
        'Formats of notes',
        formats,
        tree.children.flatMap(sectionsOf).map(() => tree.noteFormat ?? 'decimal'),
      ),
      ...differences(
        'Notes',
        notesOf(pkg),
        first.map(({identifier}, index) => `${index + 1} ${bookmarkOf(path, `note-${identifier}`)}`),
      ),
      ...differences(
        'Marks of notes',
        noteMarks(pkg).map(({note, label, bookmarks}) =>
          [note, label, ...bookmarks.filter((name) => name.startsWith(noteBookmarkPrefix))].join(' '),
        ),
        first.map(({identifier, label}, index) =>
          [index + 1, label, ...(named.has(identifier) ? [noteBookmarkOf(path, identifier)] : [])].join(' '),
        ),
      ),
      ...differences(
        'Repeated marks of notes',
        repeatedMarks(pkg).flatMap(({reference: {instruction, switches, result}, mark}) =>
          switches.includes('\\f') ? [`${instruction}: ${result}, for ${mark?.label ?? 'no mark'}`] : [],
        ),
        again.map(
          ({identifier, label}) =>
            `NOTEREF ${noteBookmarkOf(path, identifier)} \\f \\h: ${label}, for ${label}`,
        ),
      ),
    ],
  }
}

/** Id of each note and the bookmark of its words, in the order of the file. */
function notesOf(pkg: WordPackage): string[] {
  return childrenOf(pkg.parts.get('word/footnotes.xml'), 'w:footnote')
    .filter((note) => attribute(note, 'w:type') === undefined)
    .map((note) => {
      const [start] = descendants(note, 'w:bookmarkStart')
      return `${attribute(note, 'w:id')} ${attribute(start, 'w:name')}`
    })
}
