import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Table} from 'mdast'
import type {
  Addressee,
  BlockNode,
  CaptionedTable,
  CoverBlock,
  Decision,
  FlowNode,
  NumberedParagraph,
  Provision,
  ProvisionList,
  SectionHeading,
  TextParagraph,
} from '../../tree/index.ts'
import {htmlIdOf} from '../../tree/index.ts'
import {inline} from './inline.ts'

const newline: ElementContent = {type: 'text', value: '\n'}

type Block = (node: never) => Element

const blocks = new Map<string, Block>([
  [
    'coverBlock',
    (node: CoverBlock) =>
      h(
        node.isHeading ? 'h1' : 'p',
        {id: node.unit && htmlIdOf(node.unit), className: [node.style]},
        inline(node.children),
      ),
  ],
  [
    'sectionHeading',
    (node: SectionHeading) =>
      h(node.depth === 1 ? 'h2' : 'h3', {id: node.unit && htmlIdOf(node.unit)}, inline(node.children)),
  ],
  [
    'addressee',
    (node: Addressee) => h('h2', {id: htmlIdOf(node.unit), className: ['addressee']}, inline(node.children)),
  ],
  [
    'textParagraph',
    (node: TextParagraph) =>
      h('p', {id: node.unit && htmlIdOf(node.unit), className: [node.style]}, inline(node.children)),
  ],
  ['decision', decision],
  ['captionedTable', captionedTable],
])

/**
 * Flow nodes as elements. Numbered paragraphs that follow one another share a list; a heading or a table ends it and
 * the next list goes on with `value`.
 */
export function flow(nodes: readonly FlowNode[]): ElementContent[] {
  const elements: ElementContent[] = []
  let list: Element | undefined
  for (const node of nodes) {
    if (node.type === 'numberedParagraph') {
      if (!list) {
        list = h('ol', {className: ['paragraphs']})
        elements.push(list)
      }
      list.children.push(newline, numbered(node, 'paragraph'))
      continue
    }
    list?.children.push(newline)
    list = undefined
    const block = blocks.get(node.type)
    if (!block) throw new Error(`The HTML format has no element for ${node.type}.`)
    elements.push(block(node as never))
  }
  list?.children.push(newline)
  return elements
}

/** Value of a list item: the number behind its label. */
function numbered(node: NumberedParagraph | Provision, className: string, index?: number): Element {
  const [lead, ...rest] = node.children
  const value = index ?? Number.parseInt(node.label ?? '', 10)
  const children: ElementContent[] = [
    label(node.label ?? '', node.unit),
    {type: 'text', value: ' '},
    ...(lead ? inline(lead.children as never) : []),
  ]
  return h('li', {id: node.unit && htmlIdOf(node.unit), value, className: [className]}, [
    h('p', children),
    ...rest.flatMap((child): ElementContent[] => [
      newline,
      child.type === 'provisionList' ? provisionList(child) : decision(child as never),
    ]),
  ])
}

/** The label as real text in a permalink: it copies, searches and reads like the words. */
function label(text: string, unit: string | undefined): Element {
  if (!unit) return h('span', {className: ['num']}, text)
  return h('a', {className: ['num'], href: `#${htmlIdOf(unit)}`}, text)
}

const listTypes = ['a', 'i', 'A']

function provisionList(list: ProvisionList): Element {
  const level = list.children[0]?.level ?? 1
  return h('ol', {className: ['provisions'], type: listTypes[level - 1] ?? 'a'}, [
    ...list.children.flatMap((child, index): ElementContent[] => [
      newline,
      numbered(child, 'provision', index + 1),
    ]),
    newline,
  ])
}

function decision(node: Decision & BlockNode): Element {
  const [lead, ...rest] = node.children
  return h('div', {id: htmlIdOf(node.unit), className: ['decision', node.sequenceKind]}, [
    newline,
    h('p', [
      label(node.label ?? '', node.unit),
      {type: 'text', value: ' '},
      ...(lead ? inline(lead.children as never) : []),
    ]),
    ...rest.flatMap((child): ElementContent[] => [newline, provisionList(child as ProvisionList)]),
    newline,
  ])
}

function captionedTable(node: CaptionedTable): Element {
  const [caption, table] = node.children
  const [header, ...rows] = (table as Table).children
  const alignOf = (index: number): string[] => ((table as Table).align?.[index] === 'right' ? ['right'] : [])
  return h(
    'div',
    {className: ['table'], role: 'region', tabIndex: 0, ariaLabelledBy: htmlIdOf(caption.unit)},
    [
      h('table', {id: htmlIdOf(node.unit)}, [
        h('caption', {id: htmlIdOf(caption.unit)}, inline(caption.children)),
        newline,
        h(
          'thead',
          h(
            'tr',
            (header?.children ?? []).map((cell, index) =>
              h(
                'th',
                {scope: 'col', id: cell.unit && htmlIdOf(cell.unit), className: alignOf(index)},
                inline(cell.children),
              ),
            ),
          ),
        ),
        newline,
        h(
          'tbody',
          rows.flatMap((row): ElementContent[] => [
            newline,
            h(
              'tr',
              row.children.map((cell, index) =>
                index === 0
                  ? h('th', {scope: 'row', id: cell.unit && htmlIdOf(cell.unit)}, inline(cell.children))
                  : h(
                      'td',
                      {id: cell.unit && htmlIdOf(cell.unit), className: alignOf(index)},
                      inline(cell.children),
                    ),
              ),
            ),
          ]),
        ),
      ]),
    ],
  )
}
