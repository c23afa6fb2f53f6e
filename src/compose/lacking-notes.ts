import type {FootnoteReference, Nodes, Parents, RootContent, Text} from 'mdast'
import {location} from 'vfile-location'
import {type MarkdownSource, textOffsets} from '../load/index.ts'
import {quote} from '../message/index.ts'
import {visit} from '../tree/index.ts'
import {type DocumentContext, reportError} from './context.ts'

const typed = /\[\^([^\]\s]+)\]/g

/**
 * A file in which references to notes without a text are references all the same, where the language may lack that text;
 * elsewhere they are errors. Markdown knows a reference by its note, so that one without is words.
 *
 * @param source  of a part in one language; it is not changed
 * @param original  blocks of the original where this language is still drafting, else nothing
 */
export function withLackingNotes(
  context: DocumentContext,
  source: MarkdownSource | undefined,
  original: readonly RootContent[],
): MarkdownSource | undefined {
  if (!source || !String(source.file).includes('[^')) return source
  const [own, due] = [namesIn(source.tree.children), namesIn(original)]
  const tree = completed(source.tree, {context, source, own, due})
  return tree === source.tree ? source : {...source, tree}
}

interface Look {
  context: DocumentContext
  source: MarkdownSource
  /** Notes of this file, and those that the original has. */
  own: ReadonlySet<string>
  due: ReadonlySet<string>
}

function namesIn(blocks: readonly RootContent[]): Set<string> {
  const names = new Set<string>()
  for (const block of blocks) visit(block, 'footnoteDefinition', ({identifier}) => void names.add(identifier))
  return names
}

function completed<Node extends Nodes>(node: Node, look: Look): Node {
  if (!('children' in node)) return node
  const parent: Parents = node
  const children = (parent.children as Nodes[]).flatMap((child): Nodes[] =>
    child.type === 'text' ? pieces(child, look) : [completed(child, look)],
  )
  const isSame = children.every((child, index) => child === parent.children[index])
  return isSame && children.length === parent.children.length ? node : {...node, children}
}

/** A text with the references in it as nodes of their own. */
function pieces(text: Text, {context, source, own, due}: Look): (Text | FootnoteReference)[] {
  const all: (Text | FootnoteReference)[] = []
  let from = 0
  for (const match of text.value.includes('[^') ? text.value.matchAll(typed) : []) {
    const [sign, name = ''] = match
    const places = textOffsets(text, String(source.file))
    const start = places[match.index] ?? 0
    // What its author escaped is words, and what the file has elsewhere was said before (validate).
    if (String(source.file)[start] === '\\' || own.has(name)) continue
    if (!due.has(name)) {
      const {toPoint} = location(source.file)
      const [first, last] = [toPoint(start), toPoint(start + sign.length)]
      const reason = `The note ${quote(sign)} has no text. Add a line “${sign}: …” at the end of the file.`
      const place = first && last ? {start: first, end: last} : text.position
      reportError(context, source.path, place, 'note-missing', reason)
      continue
    }
    if (match.index > from) all.push({type: 'text', value: text.value.slice(from, match.index)})
    all.push({type: 'footnoteReference', identifier: name, label: name})
    from = match.index + sign.length
  }
  if (from === 0) return [text]
  if (from < text.value.length) all.push({type: 'text', value: text.value.slice(from)})
  return all
}
