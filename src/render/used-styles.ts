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
  if (!all.some(([, style]) => style['where-used'])) return styles
  // The sequence of paragraphs is written into every file, any other where the document has it.
  const sequences = new Set(['paragraphs', ...tree.sequences.map(({kind}) => kind)])
  const named = new Set([
    ...[...sequences].flatMap((kind) => numbering[kind]?.levels.map(({style}) => style) ?? []),
    ...all.flatMap(([, style]) => style['based-on'] ?? []),
  ])
  visitBlocks(tree, (node) => {
    const {style} = node as Node & {style?: string}
    if (style !== undefined) named.add(style)
  })
  const used = all.filter(([name, style]) => !style['where-used'] || named.has(name))
  return {...styles, 'paragraph-styles': Object.fromEntries(used)}
}
