import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DocumentMeta, Note, Part} from '../../tree/index.ts'
import {htmlIdOf} from '../../tree/index.ts'
import {inline} from './inline.ts'

/** The notes of a part, in the order of their numbers. */
export function noteList(notes: readonly Note[], part: Part, meta: DocumentMeta): Element {
  const sorted = [...notes].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  const heading = htmlIdOf(part.name === 'body' ? 'notes-heading' : `${part.name}.notes-heading`)
  // Signs that a list of HTML cannot count are printed before the words.
  const isCounted = sorted.every(({label, place}) => label === String(place))
  const sign = (note: Note, index: number): ElementContent[] =>
    isCounted || index > 0 ? [] : [h('span', {className: ['sign']}, note.label), {type: 'text', value: ' '}]
  return h('section', {role: 'doc-endnotes', className: ['notes'], ariaLabelledBy: heading}, [
    h('h2', {id: heading}, meta.words.notes),
    h(
      'ol',
      isCounted ? {} : {className: ['signs']},
      sorted.flatMap((note): ElementContent[] => [
        {type: 'text', value: '\n'},
        h(
          'li',
          {id: htmlIdOf(note.unit), value: note.place},
          note.children.map((paragraph, index) =>
            h('p', [...sign(note, index), ...inline(paragraph.children)]),
          ),
        ),
      ]),
    ),
  ])
}
