import type {FlowNode, Note, Part} from '../tree/index.ts'
import {authorsWithin, openingPhrase} from './author-words.ts'
import {numberedParagraph, type PartContext} from './blocks/part-context.ts'
import type {DocumentContext} from './context.ts'
import {exampleBlockMark, noteExample} from './examples.ts'
import {labelNodes, phrase} from './phrases.ts'

/** Name of the note on an author's geographical names; its unit is `note-author`. */
const authorNote = 'author'

const noteIsExample = 'The words of the note on geographical names are an example.'

/**
 * The first paragraph, which the kind prints by itself: who prepared or submitted the document.
 *
 * The sentence of Parties has the asterisk: a note which says that the names of places are theirs (house style, 1c and
 * R17). Any sentence that holds `{note}` has it.
 *
 * @returns the paragraph and the note; undefined where the kind has no such paragraph
 */
export function openingParagraph(part: PartContext): {paragraphs: FlowNode[]; notes: Note[]} {
  const {context} = part
  const {opening} = context.plan.kind
  if (!opening) return {paragraphs: [], notes: []}
  const nodes = phrase(context, openingPhrase(context, opening), {
    author: authorsWithin(context),
    note: [{type: 'footnoteReference', identifier: authorNote}],
  })
  const isNoted = nodes.some(({type}) => type === 'footnoteReference')
  return {
    paragraphs: [numberedParagraph(part, opening, nodes)],
    notes: isNoted ? [geographicalNote(context)] : [],
  }
}

/** Whether the author's asterisk stands in the document: signs then mark all of its notes. */
export function hasAuthorNote(parts: readonly Part[]): boolean {
  return parts.some(({children}) =>
    children.some((node) => node.type === 'note' && node.identifier === authorNote),
  )
}

function geographicalNote(context: DocumentContext): Note {
  const {words, example} = context.labels['geographical-note']
  const yaml = context.dossier.templates.labels.get(context.language.code)
  const isExample = ['geographical-note', 'example']
  if (example && yaml?.data.isOwn(isExample))
    noteExample(context, {path: yaml.path, place: yaml.data.locate(isExample), what: noteIsExample})
  else if (example && yaml)
    noteExample(context, {
      path: context.plan.yaml.path,
      place: context.plan.yaml.data.locate(['author']),
      what: noteIsExample,
      remedy: `Once confirmed, write “geographical-note: {example: false}” in ${yaml.path}, or build without --final.`,
    })
  return {
    type: 'note',
    unit: `note-${authorNote}`,
    identifier: authorNote,
    children: [
      {
        type: 'textParagraph',
        style: 'footnote',
        children: [...(example ? exampleBlockMark(context) : []), ...labelNodes(context, words)],
      },
    ],
  }
}
