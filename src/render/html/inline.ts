import type {ElementContent} from 'hast'
import {h} from 'hastscript'
import {type Handlers, toHast} from 'mdast-util-to-hast'
import type {CrossReference, InlineNode} from '../../tree/index.ts'
import {htmlIdOf} from '../../tree/index.ts'

/** Elements of the house's inline nodes; elements and attributes come from this table, never from a source. */
const handlers: Handlers = {
  superscript: (state, node) => h('sup', state.all(node) as ElementContent[]),
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
    const id = htmlIdOf(`note-${node.identifier}`)
    return h('sup', [h('a', {href: `#${id}`, role: 'doc-noteref'}, String(node.label))])
  },
  link: (state, node) => h('a', {href: node.url, rel: ['noreferrer']}, state.all(node) as ElementContent[]),
}

/**
 * Inline nodes as elements, through mdast-util-to-hast.
 *
 * @param nodes  children of a block of the finished tree
 */
export function inline(nodes: readonly InlineNode[]): ElementContent[] {
  const hast = toHast({type: 'root', children: [{type: 'paragraph', children: [...nodes]}]}, {handlers})
  const paragraph = hast.type === 'root' ? hast.children[0] : undefined
  return paragraph?.type === 'element' ? paragraph.children : []
}

function crossReference(node: CrossReference): ElementContent[] {
  const links = node.links ?? []
  const text = links.map((link) => link.label).join('\u00a0')
  const target = links.at(-1)?.unit
  return [
    target
      ? h(
          'a',
          {href: `${node.file ? `${node.file}.html` : ''}#${htmlIdOf(target)}`, className: ['ref']},
          text,
        )
      : {type: 'text', value: text},
  ]
}
