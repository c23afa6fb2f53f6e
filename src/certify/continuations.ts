import type {Node} from 'unist'
import type {Finished} from '../render/index.ts'
import {bookmarkOf, type Continuation, isNumbered, type NumberedUnit, visitBlocks} from '../tree/index.ts'
import {attribute, child, computeLabels, descendants, leftOfLevels, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/** A paragraph without a number, as the tree has it. */
interface Due {
  unit: string
  /** How many numbered paragraphs and items stand before it. */
  after: number
  /** Which of them it goes on with. */
  owner: number
}

/**
 * What goes on with a numbered paragraph or an item has no number in the file, stands behind the same numbered
 * paragraphs as in the tree, and begins where the words of the one begin that it goes on with. One that has no id yet has
 * no bookmark by which it could be found.
 */
export function proveContinuations(pkg: WordPackage, {tree}: Finished): Proof {
  const due = continuationsIn(tree)
  if (due.length === 0) return {proven: {continuations: 0}, faults: []}
  const leftOf = leftOfLevels(pkg)
  const rows = computeLabels(pkg)
  const numbered = rows.filter(({label}) => label !== null)
  const seen = new Map<string, string>()
  let before = 0
  for (const {label, paragraph} of rows) {
    if (label !== null) before++
    const indent = attribute(child(child(paragraph, 'w:pPr'), 'w:ind'), 'w:left')
    const what = `${label === null ? 'no number' : label}, after ${before}, at ${indent ?? 0}`
    for (const start of descendants(paragraph, 'w:bookmarkStart'))
      seen.set(attribute(start, 'w:name') ?? '', what)
  }
  const {path} = tree.meta
  return {
    proven: {continuations: due.length},
    faults: differences(
      'Paragraphs without a number',
      due.map(({unit}) => `${unit}: ${seen.get(bookmarkOf(path, unit))}`),
      due.map(({unit, after, owner}) => {
        const row = numbered[owner]
        return `${unit}: no number, after ${after}, at ${row ? leftOf(row) : 'none'}`
      }),
    ),
  }
}

function continuationsIn(tree: Finished['tree']): Due[] {
  const due: Due[] = []
  const units: NumberedUnit[] = []
  visitBlocks(tree, (node, ancestors) => {
    if (isNumbered(node)) units.push(node)
    if (!isContinuation(node) || !node.within || !node.unit) return
    const owner = ancestors.findLast(isNumbered) ?? units.findLast(({type}) => type === 'numberedParagraph')
    if (owner) due.push({unit: node.unit, after: units.length, owner: units.indexOf(owner)})
  })
  return due
}

function isContinuation(node: Node): node is Continuation {
  return node.type === 'continuation'
}
