import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DocumentMeta, Note, Part} from '../../tree/index.ts'
import {htmlIdOf} from '../../tree/index.ts'
import {inline} from './inline.ts'

/** The notes of a part, in the order of their numbers. */
export function noteList(notes: readonly Note[], part: Part, meta: DocumentMeta): Element {
  const sorted = [...notes].sort((a, b) => Number(a.label) - Number(b.label))
  const heading = htmlIdOf(part.name === 'body' ? 'notes-heading' : `${part.name}.notes-heading`)
  return h('section', {role: 'doc-endnotes', className: ['notes'], ariaLabelledBy: heading}, [
    h('h2', {id: heading}, meta.words.notes),
    h(
      'ol',
      sorted.flatMap((note): ElementContent[] => [
        {type: 'text', value: '\n'},
        h(
          'li',
          {id: htmlIdOf(note.unit), value: Number(note.label)},
          note.children.map((paragraph) => h('p', inline(paragraph.children))),
        ),
      ]),
    ),
  ])
}
