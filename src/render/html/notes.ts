import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {DocumentMeta, Note, Part} from '../../tree/index.ts'
import {htmlIdOf, visit} from '../../tree/index.ts'
import {inline, noteReferenceId} from './inline.ts'

/** The notes of a part, in the order of their numbers, each with a link back to every place that refers to it. */
export function noteList(notes: readonly Note[], part: Part, meta: DocumentMeta): Element {
  const sorted = [...notes].sort((a, b) => (a.place ?? 0) - (b.place ?? 0))
  const heading = htmlIdOf(part.name === 'body' ? 'notes-heading' : `${part.name}.notes-heading`)
  const references = new Map<string, number>()
  visit(part, 'footnoteReference', ({identifier}) => {
    references.set(identifier, (references.get(identifier) ?? 0) + 1)
  })
  // Signs that a list of HTML cannot count are printed before the words.
  const isCounted = sorted.every(({label, place}) => label === String(place))
  const sign = (note: Note, index: number): ElementContent[] =>
    isCounted || index > 0 ? [] : [h('span', {className: ['sign']}, note.label), {type: 'text', value: ' '}]
  const back = (note: Note, index: number): ElementContent[] =>
    index < note.children.length - 1 ? [] : backLinks(note, references.get(note.identifier) ?? 0, meta)
  // Each has a name of its own, where those of the body and of annexes are called alike.
  const name = part.label ? {ariaLabel: `${meta.words.notes}, ${part.label}`} : {ariaLabelledBy: heading}
  return h('section', {role: 'doc-endnotes', className: ['notes'], ...name}, [
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
            h('p', [...sign(note, index), ...inline(paragraph.children), ...back(note, index)]),
          ),
        ),
      ]),
    ),
  ])
}

/** “↑”, or “↑1 ↑2 ↑3” where several places refer to a note. */
function backLinks({identifier}: Note, count: number, {words}: DocumentMeta): ElementContent[] {
  return Array.from({length: count}, (_, index) => {
    const number = count > 1 ? String(index + 1) : ''
    return h(
      'a',
      {
        href: `#${noteReferenceId(identifier, index + 1)}`,
        role: 'doc-backlink',
        ariaLabel: `${words.back} ${number}`.trim(),
      },
      `↑${number}`,
    )
  }).flatMap((link): ElementContent[] => [{type: 'text', value: '\u00a0'}, link])
}
