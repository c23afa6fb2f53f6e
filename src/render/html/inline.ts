import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import {type Handlers, type State, toHast} from 'mdast-util-to-hast'
import type {CrossReference, InlineNode} from '../../tree/index.ts'
import {htmlIdOf, walk} from '../../tree/index.ts'
import {markWritings} from './writings.ts'

/** Elements of the house's inline nodes; elements and attributes come from this table, never from a source. */
const handlers: Handlers = {
  superscript: (state, node) => h('sup', state.all(node) as ElementContent[]),
  subscript: (state, node) => h('sub', state.all(node) as ElementContent[]),
  inserted: (state, node) => h('ins', state.all(node) as ElementContent[]),
  deleted: (state, node) => h('del', state.all(node) as ElementContent[]),
  languageSpan: (state, node) => h('span', {lang: node.tag}, state.all(node) as ElementContent[]),
  exampleMark: (state, node) => h('span', {className: ['example']}, state.all(node) as ElementContent[]),
  factValue: (state, node) =>
    h('span', {className: ['fact'], title: node.fact}, state.all(node) as ElementContent[]),
  missingMark: (state, node) => h('mark', {className: ['missing']}, state.all(node) as ElementContent[]),
  hint: (state, node) => h('span', {className: ['hint']}, state.all(node) as ElementContent[]),
  crossReference: (_state, node) => crossReference(node),
  footnoteReference: (_state, node) => {
    const {identifier, label, occurrence = 1} = node
    const href = `#${htmlIdOf(`note-${identifier}`)}`
    return h('sup', [
      h('a', {id: noteReferenceId(identifier, occurrence), href, role: 'doc-noteref'}, String(label)),
    ])
  },
  link: (state, node) => h('a', {href: node.url, rel: ['noreferrer']}, state.all(node) as ElementContent[]),
}

/** What mdast-util-to-hast goes by: made once, since it holds nothing of a document, and not for each paragraph. */
const state = ((): State => {
  const states: State[] = []
  toHast({type: 'root', children: []}, {handlers: {...handlers, root: (own) => void states.push(own)}})
  return states[0] as State
})()

/**
 * Inline nodes as elements, through mdast-util-to-hast.
 *
 * @param nodes  children of a block of the finished tree
 */
export function inline(nodes: readonly InlineNode[]): ElementContent[] {
  return markWritings(state.all({type: 'paragraph', children: [...nodes]}) as ElementContent[])
}

/**
 * The same for a page on which a unit may stand in several languages: nothing in it has an id, which would occur twice.
 *
 * @param nodes  children of a block of the finished tree
 */
export function inlineWithoutIds(nodes: readonly InlineNode[]): ElementContent[] {
  const children = inline(nodes)
  for (const child of children)
    walk(child, (node) => {
      if (node.type === 'element') delete (node as Element).properties.id
      return undefined
    })
  return children
}

function crossReference(node: CrossReference): ElementContent[] {
  const links = node.links ?? []
  const target = links.at(-1)?.unit
  const words = links.flatMap(({label, stretches}, index): ElementContent[] => [
    ...(index === 0 ? [] : [{type: 'text' as const, value: '\u00a0'}]),
    ...(stretches ? inline(stretches.flat()) : [{type: 'text' as const, value: label}]),
  ])
  if (!target) return words
  const href = `${node.file ? `${node.file}.html` : ''}#${htmlIdOf(target)}`
  return [h('a', {href, className: ['ref']}, words)]
}

/**
 * HTML id of a reference to a note, for the link back; no unit has an id of this form.
 *
 * @param occurrence  which of the references to its note it is, from 1
 */
export function noteReferenceId(identifier: string, occurrence: number): string {
  return `r-${identifier}.${occurrence}`
}
