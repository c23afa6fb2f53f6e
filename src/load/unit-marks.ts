import type {Heading, Node, Paragraph, Parent, Parents, Root, TableCell, Text} from 'mdast'
import type {VFile} from 'vfile'

// ` ^reply-deadline` at the very end, as in Obsidian. Anything after the caret is taken, so that a slip is reported.
const mark = /(?:^|[ \t\n])\^([^\s^]+)$/

/**
 * Plugin: takes the author's unit ids out of the words and keeps them on the nodes, as `data.unitMark`.
 *
 * A unit is a paragraph (also that of a list item), a heading or a table cell. The text loses the mark and the
 * white space before it. A caret that is escaped (`\^`) is a sign like any other.
 */
export function unitMarks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    walk(tree, String(file))
  }
}

function walk(parent: Parents, source: string): void {
  for (const node of parent.children) {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') take(node, source)
    if ('children' in node) walk(node, source)
  }
}

function take(node: Paragraph | Heading | TableCell, source: string): void {
  const last = node.children.at(-1)
  if (last?.type !== 'text') return
  const match = mark.exec(last.value)
  if (!match?.[1] || isEscaped(last, source)) return
  const end = last.position?.end
  const id = match[1]
  if (end) {
    const start = {line: end.line, column: end.column - id.length - 1}
    const data = (node as Node).data ?? {}
    ;(node as Node).data = {
      ...data,
      unitMark: {id, place: {start, end: {line: end.line, column: end.column}}},
    }
  }
  trimEnd(node, last, match.index)
}

/** Whether the last caret of a text has a backslash before it, which no other backslash takes. */
function isEscaped({position}: Text, source: string): boolean {
  if (!position) return false
  const typed = source.slice(position.start.offset, position.end.offset)
  const before = /(\\*)\^[^^]*$/.exec(typed)?.[1] ?? ''
  return before.length % 2 === 1
}

function trimEnd(node: Parent, last: Text, index: number): void {
  last.value = last.value.slice(0, index).trimEnd()
  if (last.value === '') node.children.pop()
}
