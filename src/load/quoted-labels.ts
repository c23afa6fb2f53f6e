import type {Blockquote, ListItem, Nodes, Paragraph, Parents, Root} from 'mdast'
import type {VFile} from 'vfile'
import {quotedLabelOf, toText} from '../tree/index.ts'

/**
 * Plugin: finds the labels of their source before the paragraphs of a quotation, and keeps them as `data.quotedLabel`.
 *
 * `> c) …` is a paragraph. `> 5. …` is a list in Markdown, whose items have the numbers that were typed: where they are
 * not those of a list that is counted, they are labels of the source too.
 */
export function quotedLabels(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    lookIn(tree, String(file))
  }
}

function lookIn(parent: Parents, source: string): void {
  for (const node of parent.children) {
    if (node.type === 'blockquote') takeLabels(node, source)
    if ('children' in node && node.type !== 'paragraph') lookIn(node, source)
  }
}

function takeLabels(quotation: Blockquote, source: string): void {
  for (const [index, node] of quotation.children.entries()) {
    if (node.type === 'paragraph') takeLabel(node)
    if (node.type !== 'list' || !node.ordered) continue
    const markers = node.children.map((item) => markerOf(item, source))
    if (isCounted(markers) && isLead(quotation.children[index - 1])) continue
    // Several that are all typed “1.” are to be counted; that their paragraph lacks its colon is said elsewhere.
    if (markers.length > 1 && markers.every((marker) => marker === '1.')) continue
    for (const [at, item] of node.children.entries())
      item.data = {...item.data, quotedLabel: {label: markers[at] ?? '', length: 0}}
  }
}

function takeLabel(node: Paragraph): void {
  const [first, ...rest] = node.children
  // What stands behind the label may be a mark, which is no text: “c) :del[words]”.
  const words = first?.type === 'text' ? `${first.value}${rest.map(plainTextOf).join('')}` : ''
  const found = quotedLabelOf(words)
  if (found) node.data = {...node.data, quotedLabel: found}
}

/** Words of a mark as they are typed; a sign where it has none of its own. */
function plainTextOf(node: Nodes): string {
  return toText(node) || '\uFFFC'
}

/** `1.` or `12)`, as it is typed before an item. */
function markerOf({position}: ListItem, source: string): string {
  return /^\d+[.)]/.exec(source.slice(position?.start.offset ?? 0))?.[0] ?? ''
}

/** Whether the items of a list are to be lettered: each is typed 1., or they are counted from 1. on. */
function isCounted(markers: readonly string[]): boolean {
  return markers.every((marker) => marker === '1.') || markers.every((marker, at) => marker === `${at + 1}.`)
}

/** A list that is to be lettered stands under a paragraph that ends with a colon. */
function isLead(node: Nodes | undefined): boolean {
  const last =
    node?.type === 'paragraph' ? node.children.findLast(({type}) => type !== 'footnoteReference') : undefined
  return last?.type === 'text' && /:\s*$/.test(last.value)
}
