import type {Nodes} from 'mdast'
import {quote} from '../../message/index.ts'
import {conditionLine, visit} from '../../tree/index.ts'
import type {Context, Dropped} from '../context.ts'

/**
 * Why a unit of the author's cannot be referred to: its words are not printed as the facts stand.
 *
 * @param name  its id; that of a note with its sign, `^late`
 * @returns a sentence and the remedy; undefined where no words that are left out have this name
 */
export function droppedReason({dropped, asOf}: Context, name: string): string | undefined {
  const note = name.startsWith('^') ? name.slice(1) : undefined
  const found = dropped.find((words) =>
    note === undefined ? unitsIn(words).some(({id}) => id === name) : refersTo(words, note),
  )
  if (!found) return undefined
  const {node} = found
  const what = note === undefined ? `The words with the id ${quote(name)} are` : `The note ${quote(name)} is`
  const who = note === undefined ? 'they stand' : 'the words that refer to it stand'
  return `${what} not printed on ${asOf}: ${who} in ${quote(conditionLine(node))} (line ${node.position?.start.line}), and the facts are others. Put what refers to ${note === undefined ? 'them' : 'it'} between the same lines, or refer to something else.`
}

function refersTo({node}: Dropped, note: string): boolean {
  let isFound = false
  visit(node, 'footnoteReference', ({identifier}) => {
    isFound ||= identifier === note
  })
  return isFound
}

/** Ids of the author's in words that are not printed: of paragraphs, items, headings and blocks. */
export function unitsIn({node}: Dropped): {id: string; node: Nodes}[] {
  const units: {id: string; node: Nodes}[] = []
  const types = ['paragraph', 'heading', 'containerDirective', 'leafDirective'] as const
  visit(node, types, (below) => {
    const id =
      below.type === 'paragraph' || below.type === 'heading' ? below.data?.unitMark?.id : below.attributes?.id
    if (id) units.push({id, node: below})
  })
  return units
}
