import type {Paragraph} from 'docx'
import type {Note, Part} from '../../../tree/index.ts'
import type {BuilderContext, Collected} from '../types.ts'
import {paragraph} from './paragraph.ts'

/** The notes of a part by their number, in the form docx takes them. */
export function notesOf(part: Part, context: BuilderContext): Collected['notes'] {
  const notes: Collected['notes'] = {}
  for (const node of part.children) {
    if (node.type !== 'note') continue
    notes[node.place ?? 0] = {children: noteParagraphs(node, context)}
  }
  return notes
}

function noteParagraphs(note: Note, context: BuilderContext): Paragraph[] {
  return note.children.map((child, index) => {
    // docx puts the mark before the first run; the words begin with a space after it.
    const children = index === 0 ? [{type: 'text', value: ' '}, ...child.children] : child.children
    return paragraph({style: 'footnote', unit: index === 0 ? note.unit : undefined, children}, context)
  })
}
