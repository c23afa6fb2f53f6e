import type {FootnoteReference} from 'mdast'
import type {Node, Parent} from 'unist'
import {type Finished, idOf, paragraphStyleId} from '../render/index.ts'
import {listOf, type NumberedUnit, toText, visitLabelled, wordsBeside} from '../tree/index.ts'
import {
  attribute,
  child,
  childrenOf,
  computeLabels,
  visibleText,
  type WordPackage,
  type XmlElement,
} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

/**
 * Every label that the lists of the file give stands beside the words it has in the tree, with its style, its level and
 * whether it is struck. Each numbered sequence of the tree is one list of Word, and so is each struck unit. The label of
 * the old text is typed before the words, and known by its style.
 */
export function proveLabels(pkg: WordPackage, {tree, numbering, styles}: Finished): Proof {
  const rows = computeLabels(pkg).filter(({label}) => label !== null)
  const units: NumberedUnit[] = []
  visitLabelled(tree, (unit) => void units.push(unit))
  const due = units.map((unit) => {
    const {label = '', oldLabel, change, level, sequenceKind} = unit
    const style = numbering[sequenceKind]?.levels[level]?.style ?? ''
    const words = wordsOf(wordsBeside(unit))
    const own = paragraphStyleId(styles, style)
    return `${struck(label, change === 'struck')} ${written(oldLabel)}${words} (${own}, level ${level})`
  })
  const oldStyle = styles['character-styles']['old-label']
  const seen = rows.map(({paragraph, label, text, style, ilvl, isStruck}) => {
    const typed = oldStyle ? typedLabel(paragraph, idOf(oldStyle.word)) : undefined
    const words = typed === undefined ? text : `${written(typed)}${text.slice(typed.length + 1)}`
    return `${struck(label ?? '', isStruck)} ${words} (${style}, level ${ilvl})`
  })
  return {
    proven: {labels: rows.length},
    faults: [
      ...differences('Labels', seen, due),
      ...(isOneToOne(rows.map(({numId}, index) => [numId, units[index] && listOf(units[index])]))
        ? []
        : ['A numbered sequence is not one list of its own.']),
    ],
  }
}

function isOneToOne(pairs: readonly (readonly [unknown, unknown])[]): boolean {
  const size = new Set(pairs.map((pair) => pair.join(' is '))).size
  return [0, 1].every((side) => new Set(pairs.map((pair) => pair[side])).size === size)
}

function struck(label: string, isStruck: boolean): string {
  return isStruck ? `{struck ${label}}` : label
}

function written(oldLabel: string | undefined): string {
  return oldLabel === undefined ? '' : `{old ${oldLabel}} `
}

/** The text before the bookmark of a paragraph in the style of old labels, which a space follows. */
function typedLabel(paragraph: XmlElement, style: string): string | undefined {
  const [first, space] = childrenOf(paragraph).filter(({name}) => name !== 'w:pPr')
  const own = first?.name === 'w:r' && attribute(child(child(first, 'w:rPr'), 'w:rStyle'))
  return first && own === style && space && visibleText(space) === ' ' ? visibleText(first) : undefined
}

/** As `toText`; of a note that is referred to again the mark too, which is then a field and counts as words. */
function wordsOf(node: Node): string {
  if (node.type === 'footnoteReference') {
    const {label, occurrence = 1} = node as FootnoteReference
    return occurrence > 1 ? (label ?? '') : ''
  }
  return 'children' in node ? (node as Parent).children.map((child) => wordsOf(child)).join('') : toText(node)
}
