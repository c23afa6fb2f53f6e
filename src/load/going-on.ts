import type {List, Nodes, Paragraph, Parents, Root} from 'mdast'

// Behind any of these a sentence has ended, or says what comes; a mark that closes may stand behind it.
const finished = /[.:?!…][”»")\]]?$/u

/**
 * Plugin: marks the paragraphs that go on with the sentence of a list right before them, as `data.goesOn`.
 *
 * Two things say so together: the last words of the list do not end a sentence, and the paragraph begins with a small
 * letter. Paragraphs with a number begin with a capital. Source: house style, section 3 (K0, K2, K26: lists inside
 * sentences).
 */
export function goingOn(): (tree: Root) => void {
  return markIn
}

function markIn(parent: Parents): void {
  for (const [index, node] of parent.children.entries()) {
    const before = parent.children[index - 1]
    if (goesOnAfter(before, node)) node.data = {...node.data, goesOn: true}
    if ('children' in node && node.type !== 'paragraph') markIn(node)
  }
}

/** Whether a block goes on with the sentence of the one before it. */
export function goesOnAfter(before: Nodes | undefined, node: Nodes): boolean {
  return node.type === 'paragraph' && before !== undefined && isUnfinished(before) && beginsSmall(node)
}

/** Whether a list ends without ending its sentence; one of a quotation may be paragraphs with the labels of its source. */
function isUnfinished(node: Nodes): boolean {
  if (node.type === 'paragraph') return node.data?.quotedLabel !== undefined && isOpen(node)
  return node.type === 'list' && endsOpen(node)
}

function endsOpen(list: List): boolean {
  const last = list.children.at(-1)?.children.at(-1)
  if (last?.type === 'list') return endsOpen(last)
  // How quoted words end says nothing of the sentence around them.
  return last?.type === 'blockquote' || (last?.type === 'paragraph' && isOpen(last))
}

function isOpen(paragraph: Paragraph): boolean {
  return !finished.test(endOf(paragraph).trimEnd())
}

/** The last words of a paragraph, also those between marks; nothing where the build prints what is last. */
function endOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'textDirective' && !holdsWords.has(node.name)) return ''
  const last =
    'children' in node ? node.children.findLast(({type}) => type !== 'footnoteReference') : undefined
  return last ? endOf(last) : ''
}

/** Directives whose words are printed, or stand for those that will be; in the others stands a name. */
const holdsWords = new Set(['ins', 'del', 'lang', 'hint'])

function beginsSmall(node: Paragraph | Nodes): boolean {
  if (node.type === 'text') return /^\s*\p{Ll}/u.test(node.value)
  if (node.type === 'textDirective' && !holdsWords.has(node.name)) return false
  const [first] = 'children' in node ? node.children : []
  return first !== undefined && beginsSmall(first)
}
