import type {Node} from 'unist'
import {visit as visitAll} from 'unist-util-visit'
import {labelNotes} from '../number/index.ts'
import {type CoverBlock, type DocumentTree, type Part, toText, visit, visitLabelled} from '../tree/index.ts'

/** Name without its extension of the file of a part, in a language: `E58-24`, `F58-24A1`. */
export type NameOf = (language: string, part: number) => string

// The sequence whose levels Word links with the styles of paragraphs: that of the first part of a file.
const ownSequence = 'paragraphs'

/**
 * A finished document as one tree a file: the body with its cover, then each annex with its own. Labels stay what they are, but for
 * the notes, which Word counts in each file; references to another part lead to its file.
 *
 * @param tree  it is not changed
 */
export function splitParts(tree: DocumentTree, nameOf: NameOf): {name: string; tree: DocumentTree}[] {
  const homes = partsOfUnits(tree)
  const files = filesOf(tree).map((originals, index) => {
    const parts = structuredClone(originals)
    const [part] = parts
    visit({type: 'parts', children: parts} as Node, 'crossReference', (node) => {
      const home = homes.get(node.links?.at(-1)?.unit ?? '')
      if (home !== undefined && home !== index) node.file = nameOf(tree.meta.language, home)
    })
    // Links lead to files of out/.
    const {links: _, ...ownMeta} = tree.meta
    const meta: DocumentTree['meta'] = {
      ...ownMeta,
      ...(index === 0 || !part ? {} : annexMeta(tree, part)),
      alternatives: tree.meta.alternatives.map((other) => ({...other, file: nameOf(other.language, index)})),
    }
    const own: DocumentTree = {...tree, meta, sequences: ownSequences(tree, parts), children: parts}
    labelNotes(own)
    return {name: nameOf(tree.meta.language, index), tree: own}
  })
  relabelNotes(files.map((file) => file.tree))
  return files
}

/** A reference to a note has the number that the note has in its file. */
function relabelNotes(trees: readonly DocumentTree[]): void {
  const labels = new Map<string, string>()
  for (const tree of trees) visit(tree, 'note', ({unit, label = ''}) => void labels.set(unit, label))
  for (const tree of trees)
    visit(tree, 'crossReference', ({links = []}) => {
      for (const link of links) if (link.note !== undefined) link.label = labels.get(link.unit ?? '') ?? ''
    })
}

/** The parts of each file: an annex of an annex goes with it. */
function filesOf({children}: DocumentTree): Part[][] {
  const files: Part[][] = []
  for (const part of children) {
    if (part.of) files.at(-1)?.push(part)
    else files.push([part])
  }
  return files
}

/** The place of the file that holds each unit. */
function partsOfUnits(tree: DocumentTree): Map<string, number> {
  const homes = new Map<string, number>()
  for (const [index, parts] of filesOf(tree).entries())
    visitAll({type: 'parts', children: parts} as Node, (node) => {
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

/** Sequences that a file uses, in their order; the paragraphs of its annex take the place of those of the body. */
function ownSequences(tree: DocumentTree, parts: readonly Part[]): DocumentTree['sequences'] {
  const used = new Set<string>()
  const own = parts[0]?.name
  visitLabelled({type: 'parts', children: parts} as Node, (unit) => {
    used.add(unit.sequence)
    if (unit.list) used.add(unit.list)
    if (unit.sequence === own) unit.sequence = ownSequence
  })
  return tree.sequences
    .filter(({id}) => used.has(id))
    .map((sequence) => (sequence.id === own ? {...sequence, id: ownSequence} : sequence))
}
