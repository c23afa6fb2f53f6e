import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {labelNotes} from '../number/index.ts'
import {type CoverBlock, type CrossReference, type DocumentTree, type Part, toText} from '../tree/index.ts'

/** Name without its extension of the file of a part, in a language: `E58-24`, `F58-24A1`. */
export type NameOf = (language: string, part: number) => string

// The sequence whose levels Word links with the styles of paragraphs: that of the first part of a file.
const ownSequence = 'paragraphs'

/**
 * A finished document as one tree a file: the body with its cover, then each annex. Labels stay what they are, but for
 * the notes, which Word counts in each file; references to another part lead to its file.
 *
 * @param tree  it is not changed
 */
export function splitParts(tree: DocumentTree, nameOf: NameOf): {name: string; tree: DocumentTree}[] {
  const homes = partsOfUnits(tree)
  return tree.children.map((original, index) => {
    const part = structuredClone(original)
    visit(part as Node, 'crossReference', (node: CrossReference) => {
      const home = homes.get(node.links?.at(-1)?.unit ?? '')
      if (home !== undefined && home !== index) node.file = nameOf(tree.meta.language, home)
    })
    const meta: DocumentTree['meta'] = {
      ...tree.meta,
      ...(index === 0 ? {} : annexMeta(tree, part)),
      alternatives: tree.meta.alternatives.map((other) => ({...other, file: nameOf(other.language, index)})),
    }
    const own: DocumentTree = {...tree, meta, sequences: ownSequences(tree, part), children: [part]}
    labelNotes(own)
    return {name: nameOf(tree.meta.language, index), tree: own}
  })
}

/** The place of the part that holds each unit. */
function partsOfUnits(tree: DocumentTree): Map<string, number> {
  const homes = new Map<string, number>()
  for (const [index, part] of tree.children.entries())
    visit(part as Node, (node) => {
      const {unit} = node as Node & {unit?: string}
      if (unit) homes.set(unit, index)
    })
  return homes
}

/** Symbol and title of an annex that stands alone; its title becomes the heading of its page. */
function annexMeta({meta}: DocumentTree, part: Part): {symbol: string; title: string} {
  const title = part.children.find(
    (node): node is CoverBlock => node.type === 'coverBlock' && node.unit === `${part.name}.title`,
  )
  if (title) title.isHeading = true
  return {symbol: `${meta.symbol} ${part.label ?? ''}`, title: title ? toText(title) : meta.title}
}

/** Sequences that a part uses, in their order; the paragraphs of an annex take the place of those of the body. */
function ownSequences(tree: DocumentTree, part: Part): DocumentTree['sequences'] {
  const used = new Set<string>()
  visit(part as Node, (node) => {
    const numbered = node as Node & {sequence?: string}
    if (numbered.sequence === undefined) return
    used.add(numbered.sequence)
    if (numbered.sequence === part.name) numbered.sequence = ownSequence
  })
  return tree.sequences
    .filter(({id}) => used.has(id))
    .map((sequence) => (sequence.id === part.name ? {...sequence, id: ownSequence} : sequence))
}
