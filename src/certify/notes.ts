import type {Finished} from '../render/index.ts'
import {bookmarkOf, visit} from '../tree/index.ts'
import {attribute, child, childrenOf, descendants, part, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/**
 * Notes. Word numbers them in the order in which the text refers to them. So their ids, from 1, must stand in that order
 * in the text and among the notes, and each must be the note that the tree has at that place. Every section gives them
 * the same format.
 */
export function proveNotes(pkg: WordPackage, {tree}: Finished): Proof {
  const referred = descendants(part(pkg, 'word/document.xml'), 'w:footnoteReference').map(
    (mark) => attribute(mark, 'w:id') ?? '',
  )
  const notes = childrenOf(pkg.parts.get('word/footnotes.xml'), 'w:footnote')
    .filter((note) => attribute(note, 'w:type') === undefined)
    .map((note) => {
      const [start] = descendants(note, 'w:bookmarkStart')
      return `${attribute(note, 'w:id')} ${attribute(start, 'w:name')}`
    })
  const formats = descendants(part(pkg, 'word/document.xml'), 'w:sectPr').map(
    (section) => attribute(child(child(section, 'w:footnotePr'), 'w:numFmt')) ?? 'decimal',
  )
  const marks: string[] = []
  visit(tree, 'footnoteReference', ({identifier}) => void marks.push(identifier))
  const order = [...new Set(marks)]
  return {
    proven: {notes: notes.length},
    faults: [
      ...differences(
        'Formats of notes',
        formats,
        tree.children.map(() => tree.noteFormat ?? 'decimal'),
      ),
      ...differences(
        'Notes',
        notes,
        order.map((name, index) => `${index + 1} ${bookmarkOf(tree.meta.path, `note-${name}`)}`),
      ),
      ...differences(
        'Marks of notes',
        referred,
        marks.map((name) => String(order.indexOf(name) + 1)),
      ),
    ],
  }
}
