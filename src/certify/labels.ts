import type {FootnoteReference} from 'mdast'
import type {Node, Parent} from 'unist'
import {type Finished, paragraphStyleId} from '../render/index.ts'
import {type NumberedUnit, numberedTypes, toText, visit} from '../tree/index.ts'
import {computeLabels, type WordPackage} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/**
 * Every label that the lists of the file give stands beside the words it has in the tree, with its style and its level.
 * Each numbered sequence of the tree is one list of Word.
 */
export function proveLabels(pkg: WordPackage, {tree, numbering, styles}: Finished): Proof {
  const rows = computeLabels(pkg).filter(({label}) => label !== null)
  const units: NumberedUnit[] = []
  visit(tree, numberedTypes, (unit) => void units.push(unit))
  const due = units.map(({label = '', level, sequenceKind, children}) => {
    const style = numbering[sequenceKind]?.levels[level]?.style ?? ''
    const words = children[0] ? wordsOf(children[0]) : ''
    return `${label} ${words} (${paragraphStyleId(styles, style)}, level ${level})`
  })
  const seen = rows.map(({label, text, style, ilvl}) => `${label} ${text} (${style}, level ${ilvl})`)
  const lists = new Set(rows.map(({numId}, index) => `${numId} is ${units[index]?.sequence}`))
  const isOneToOne =
    lists.size === new Set(rows.map(({numId}) => numId)).size &&
    lists.size === new Set(units.map(({sequence}) => sequence)).size
  return {
    proven: {labels: rows.length},
    faults: [
      ...differences('Labels', seen, due),
      ...(isOneToOne ? [] : ['A numbered sequence is not one list of its own.']),
    ],
  }
}

/** As `toText`; of a note that is referred to again the mark too, which is then a field and counts as words. */
function wordsOf(node: Node): string {
  if (node.type === 'footnoteReference') {
    const {label, occurrence = 1} = node as FootnoteReference
    return occurrence > 1 ? (label ?? '') : ''
  }
  return 'children' in node ? (node as Parent).children.map((child) => wordsOf(child)).join('') : toText(node)
}
