import type {Nodes, Root, RootContent} from 'mdast'
import {markdown} from '../load/index.ts'

/**
 * Where in a file of Markdown a block is put.
 *
 * @param text  with its front matter, lines ended by `\n`
 * @param after  id of a unit behind whose block it goes; behind all but the notes where undefined
 * @returns an offset at the end of a block; undefined where the file has no such unit
 */
export function placeIn(text: string, after: string | undefined): number | undefined {
  const {children} = markdown.runSync(markdown.parse(text), text) as Root
  const at =
    after === undefined
      ? children.findLastIndex(({type}) => type !== 'footnoteDefinition' && type !== 'definition')
      : children.findIndex((node) => holds(node, after))
  if (at < 0) return undefined
  return children[lastOf(children, at, after !== undefined)]?.position?.end.offset
}

function holds(node: Nodes, id: string): boolean {
  if (node.data?.unitMark?.id === id) return true
  if ('attributes' in node && node.attributes?.id === id) return true
  return 'children' in node && (node.children as Nodes[]).some((child) => holds(child, id))
}

/** The list under a paragraph, and what goes on after that, belong to it. */
function lastOf(children: readonly RootContent[], at: number, isNamed: boolean): number {
  let last = at
  if (!isNamed) return last
  if (children[last]?.type === 'paragraph' && children[last + 1]?.type === 'list') last++
  while (children[last + 1]?.data?.goesOn === true) last++
  return last
}

/**
 * A text with a block put in, an empty line before it and one behind it where words follow.
 *
 * @param offset  at the end of another block
 */
export function withBlock(text: string, offset: number, block: string): string {
  const behind = text.slice(offset)
  const isParted = /^\s*$/.test(behind) || /^[ \t]*\n[ \t]*\n/.test(behind)
  const end = behind === '' ? '\n' : isParted ? '' : '\n'
  return `${text.slice(0, offset)}\n\n${block}${end}${behind}`
}
