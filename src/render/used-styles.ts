import type {Node} from 'unist'
import type {Numbering, Styles} from '../resolve/index.ts'
import {type DocumentTree, visitBlocks} from '../tree/index.ts'

/**
 * The styles of a document: all, but for those that are written only where they are used.
 *
 * @param tree  of the document
 * @returns the same styles where none is left out
 */
export function usedStyles(styles: Styles, numbering: Numbering, tree: DocumentTree): Styles {
  const all = Object.entries(styles['paragraph-styles'])
  const ofWords = Object.entries(styles['character-styles'])
  if (![...all, ...ofWords].some(([, style]) => style['where-used'])) return styles
  // The sequence of paragraphs is written into every file, any other where the document has it.
  const sequences = new Set(['paragraphs', ...tree.sequences.map(({kind}) => kind)])
  const named = new Set([
    ...[...sequences].flatMap((kind) => numbering[kind]?.levels.map(({style}) => style) ?? []),
    ...all.flatMap(([, style]) => style['based-on'] ?? []),
  ])
  visitBlocks(tree, (node) => {
    const {style, oldLabel} = node as Node & {style?: string; oldLabel?: string}
    if (style !== undefined) named.add(style)
    if (oldLabel !== undefined) named.add('old-label')
  })
  const isUsed = ([name, style]: [string, {'where-used'?: boolean}]): boolean =>
    !style['where-used'] || named.has(name)
  return {
    ...styles,
    'paragraph-styles': Object.fromEntries(all.filter(isUsed)),
    'character-styles': Object.fromEntries(ofWords.filter(isUsed)),
  }
}
