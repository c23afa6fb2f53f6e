import type {Node} from 'unist'
import type {Finished} from '../render/index.ts'
import {type Continuation, isNumbered, type NumberedUnit, toText, visitBlocks} from '../tree/index.ts'
import {
  attribute,
  child,
  computeLabels,
  type LabelledParagraph,
  leftOfLevels,
  type WordPackage,
} from '../word/index.ts'
import type {Proof} from './types.ts'

/** A paragraph without a number, as the tree has it: its words, and how many numbered ones stand before it. */
interface Due {
  words: string
  after: number
  /** Which of the numbered ones it goes on with. */
  owner: number
}

/**
 * What goes on with a numbered paragraph or an item has no number in the file, stands behind the same numbered
 * paragraphs as in the tree, and begins where the words of the one begin that it goes on with.
 */
export function proveContinuations(pkg: WordPackage, {tree}: Finished): Proof {
  const due = continuationsIn(tree)
  if (due.length === 0) return {proven: {continuations: 0}, faults: []}
  const left = leftOfLevels(pkg)
  const rows = computeLabels(pkg)
  const numbered = rows.filter(({label}) => label !== null)
  const places = new Map<LabelledParagraph, number>()
  let before = 0
  for (const row of rows) {
    if (row.label !== null) before++
    else places.set(row, before)
  }
  const faults = due.flatMap(({words, after, owner}) => {
    const wanted = numbered[owner] && left(numbered[owner])
    const found = [...places].find(([row, place]) => place === after && sameWords(row.text, words))?.[0]
    const indent = attribute(child(child(found?.paragraph, 'w:pPr'), 'w:ind'), 'w:left')
    if (found && Number(indent) === wanted) return []
    return [
      `“${words.slice(0, 40)}” does not stand without a number where the words begin that it goes on with.`,
    ]
  })
  return {proven: {continuations: due.length}, faults}
}

function continuationsIn(tree: Finished['tree']): Due[] {
  const due: Due[] = []
  const units: NumberedUnit[] = []
  visitBlocks(tree, (node, ancestors) => {
    if (isNumbered(node)) units.push(node)
    if (!isContinuation(node) || !node.within) return
    const owner = ancestors.findLast(isNumbered) ?? units.findLast(({type}) => type === 'numberedParagraph')
    const [lead] = node.children
    if (owner && lead) due.push({words: toText(lead), after: units.length, owner: units.indexOf(owner)})
  })
  return due
}

function isContinuation(node: Node): node is Continuation {
  return node.type === 'continuation'
}

/** Without the marks of notes that are repeated, which are fields and count as words in the file. */
function sameWords(text: string, words: string): boolean {
  return text === words || text.replace(/[\d*†‡§]+/gu, '') === words.replace(/[\d*†‡§]+/gu, '')
}
