import type {Parent, Parents, Root, RootContent, Text} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import type {Node, Point} from 'unist'
import type {VFile} from 'vfile'

/**
 * Plugin: puts back as text what only looks like an inline directive: `10:30`, `CITES:x`, `mailto:a@b.c`.
 *
 * A text directive stays a directive when its name begins with a letter and no letter or digit stands before its
 * colon, or when it has a label or attributes and a name we know how to report (`14:sup[e]`).
 */
export function restoreText(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    restore(tree, String(file))
  }
}

function restore(parent: Parents, source: string): void {
  for (let index = 0; index < parent.children.length; index++) {
    const node = parent.children[index]
    if (node?.type === 'textDirective' && !isDirective(node, source)) {
      const children: Node[] = parent.children
      children.splice(index, 1)
      for (const [place, own] of literal(node, source).entries()) children.splice(index + place, 0, own)
      mergeText(parent)
      index = Math.max(0, index - 1) - 1 // The text before it has grown: look at that again.
    } else if (node && 'children' in node) restore(node, source)
  }
}

function isDirective(node: TextDirective, source: string): boolean {
  const start = node.position?.start.offset ?? 0
  const before = start > 0 ? source[start - 1] : ''
  const follows = /[\p{L}\p{N}]/u.test(before ?? '')
  const hasBody = node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0
  if (/^[0-9]/.test(node.name)) return false
  return !follows || (hasBody && /^[a-z]+$/.test(node.name))
}

function literal(node: TextDirective, source: string): RootContent[] {
  const {start, end} = node.position ?? {}
  if (!start || !end) return [{type: 'text', value: `:${node.name}`}]
  const first = node.children[0]?.position?.start
  const last = node.children.at(-1)?.position?.end
  if (!first || !last) return [asTyped(source, start, end)]
  return [asTyped(source, start, first), ...node.children, asTyped(source, last, end)]
}

/** Text in which nothing is an escape. */
function asTyped(source: string, start: Point, end: Point): Text {
  const range: [number, number] = [start.offset ?? 0, end.offset ?? 0]
  return {
    type: 'text',
    value: source.slice(range[0], range[1]),
    position: {start, end},
    data: {typed: [range]},
  }
}

function mergeText(parent: Parent): void {
  for (let index = parent.children.length - 1; index > 0; index--) {
    const node = parent.children[index]
    const before = parent.children[index - 1]
    if (node?.type !== 'text' || before?.type !== 'text') continue
    before.value += node.value
    if (before.position && node.position)
      before.position = {start: before.position.start, end: node.position.end}
    const typed = [...(before.data?.typed ?? []), ...(node.data?.typed ?? [])]
    if (typed.length > 0) before.data = {typed}
    parent.children.splice(index, 1)
  }
}
