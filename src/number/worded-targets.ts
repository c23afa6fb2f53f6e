import type {FootnoteReference} from 'mdast'
import type {Node, Parent} from 'unist'
import {
  type Addressee,
  type Caption,
  type CaptionType,
  type CrossReference,
  captionSequences,
  headingPieces,
  type InlineNode,
  isNumbered,
  type Note,
  type ReferenceLink,
  type SectionHeading,
  toText,
  visit,
} from '../tree/index.ts'

/** What has words that a reference may print: a heading or a caption without a number. */
export type Worded = SectionHeading | Addressee | Caption

/** What a reference may lead to besides numbered units: what has words by its unit, notes with their first reference. */
export interface WordedTargets {
  headings: ReadonlyMap<string, Worded>
  notes: ReadonlyMap<string, {note: Note; first: FootnoteReference | undefined}>
}

const captions = Object.keys(captionSequences) as CaptionType[]

/** The headings, captions without a number and notes of a tree by their units. */
export function wordedTargets(tree: Node): WordedTargets {
  const headings = new Map<string, Worded>()
  const firsts = new Map<string, FootnoteReference>()
  const notes = new Map<string, {note: Note; first: FootnoteReference | undefined}>()
  visit(tree, ['sectionHeading', 'addressee', ...captions, 'footnoteReference', 'note'], (node) => {
    if (node.type === 'footnoteReference') {
      if (!firsts.has(node.identifier)) firsts.set(node.identifier, node)
    } else if (node.type === 'note') {
      // Notes stand at the end of their part, after every mark of theirs.
      notes.set(node.unit, {note: node, first: firsts.get(node.identifier)})
    } else if (node.unit !== undefined && !isNumbered(node)) headings.set(node.unit, node)
  })
  return {headings, notes}
}

/** The number or sign of a note, whose first mark is told that it is referred to; undefined for any other target. */
export function linksOfNote(
  {target}: CrossReference,
  notes: WordedTargets['notes'],
): ReferenceLink[] | undefined {
  const found = notes.get(target ?? '')
  if (!found) return undefined
  const {note, first} = found
  if (first) first.isReferredTo = true
  return [{unit: note.unit, label: note.label ?? '', note: note.identifier}]
}

/** The words of a heading or a caption, which is told that it is referred to: without its notes and with its amendments accepted. */
export function linkOfHeading(heading: Worded): ReferenceLink {
  heading.isReferredTo = true
  const pieces = headingPieces(heading.children)
  const words = pieces.filter(({isWords}) => isWords)
  const stretches = words.map(({nodes}) => nodes.flatMap(asWords))
  const label = toText({type: 'words', children: stretches.flat()} as Parent)
  return {
    ...(heading.unit === undefined ? {} : {unit: heading.unit}),
    label,
    stretches,
    ...(words.length < pieces.length ? {isPart: true} : {}),
  }
}

/** A copy without what words elsewhere have no use for: where a value comes from, links, what is put in. */
function asWords(node: InlineNode): InlineNode[] {
  if (node.type === 'crossReference' || node.type === 'tab' || node.type === 'break')
    return [{type: 'text', value: toText(node)}]
  if (!('children' in node)) return [{...node}]
  const children = (node.children as InlineNode[]).flatMap(asWords)
  if (node.type === 'factValue' || node.type === 'link' || node.type === 'inserted') return children
  return [{...node, children} as InlineNode]
}
