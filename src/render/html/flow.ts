import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Table} from 'mdast'
import type {Numbering} from '../../resolve/index.ts'
import type {
  Addressee,
  AnswerSpace,
  BlockNode,
  CaptionedTable,
  Clause,
  CoverBlock,
  Decision,
  FlowNode,
  InlineNode,
  NumberedParagraph,
  Pivot,
  Provision,
  ProvisionList,
  Quotation,
  SectionHeading,
  TextParagraph,
} from '../../tree/index.ts'
import {htmlIdOf} from '../../tree/index.ts'
import {inline} from './inline.ts'

const newline: ElementContent = {type: 'text', value: '\n'}

type Block = (node: never, numbering: Numbering) => Element

const blocks = new Map<string, Block>([
  [
    'coverBlock',
    (node: CoverBlock) =>
      h(
        node.isHeading ? 'h1' : 'p',
        {id: node.unit && htmlIdOf(node.unit), className: [node.style]},
        spread(node.children),
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
  [
    'answerSpace',
    (node: AnswerSpace) =>
      h('div', {id: htmlIdOf(node.unit), className: ['answer', `lines-${node.lines}`]}, [
        h('p', inline(node.children)),
      ]),
  ],
  ['pivot', (node: Pivot) => h('p', {id: htmlIdOf(node.unit), className: ['pivot']}, inline(node.children))],
  ['clause', clause],
  ['quotation', quotation],
  ['decision', decision],
  ['captionedTable', captionedTable],
])

/** What stands before a tab and after it, each on its own: the style sheet puts them at the two ends of the line. */
function spread(nodes: readonly InlineNode[]): ElementContent[] {
  const tab = nodes.findIndex((node) => node.type === 'tab')
  if (tab < 0) return inline(nodes)
  return [
    h('span', inline(nodes.slice(0, tab))),
    {type: 'text', value: ' '},
    h('span', inline(nodes.slice(tab + 1))),
  ]
}

/**
 * Flow nodes as elements. Numbered paragraphs that follow one another share a list; a heading or a table ends it and
 * the next list goes on with `value`.
 */
export function flow(nodes: readonly FlowNode[], numbering: Numbering): ElementContent[] {
  const elements: ElementContent[] = []
  let list: Element | undefined
  let sequence: string | undefined
  for (const node of nodes) {
    if (node.type === 'numberedParagraph') {
      if (!list || sequence !== node.sequence) {
        list?.children.push(newline)
        list = h('ol', {className: ['paragraphs'], type: typeOf(node, numbering)})
        elements.push(list)
        sequence = node.sequence
      }
      list.children.push(newline, numbered(node, 'paragraph', numbering))
      continue
    }
    list?.children.push(newline)
    list = undefined
    const block = blocks.get(node.type)
    if (!block) throw new Error(`The HTML format has no element for ${node.type}.`)
    elements.push(block(node as never, numbering))
  }
  list?.children.push(newline)
  return elements
}

/** An item of a list; its value is its place in the sequence. */
function numbered(node: NumberedParagraph | Provision, className: string, numbering: Numbering): Element {
  const [lead, ...rest] = node.children
  const children: ElementContent[] = [
    label(node.label ?? '', node.unit),
    {type: 'text', value: ' '},
    ...(lead ? inline(lead.children as never) : []),
  ]
  return h('li', {id: node.unit && htmlIdOf(node.unit), value: node.place, className: [className]}, [
    h('p', children),
    ...rest.flatMap((child): ElementContent[] => [newline, under(child, numbering)]),
  ])
}

function under(node: BlockNode | Quotation, numbering: Numbering): Element {
  if (node.type === 'provisionList') return provisionList(node, numbering)
  if (node.type === 'quotation') return quotation(node, numbering)
  return decision(node as never, numbering)
}

/** The label as real text in a permalink: it copies, searches and reads like the words. */
function label(text: string, unit: string | undefined): Element {
  if (!unit) return h('span', {className: ['num']}, text)
  return h('a', {className: ['num'], href: `#${htmlIdOf(unit)}`}, text)
}

/** HTML's name of the numbers of a list, which readers aloud use. */
const listTypes = new Map([
  ['decimal', '1'],
  ['lower-letter', 'a'],
  ['upper-letter', 'A'],
  ['lower-roman', 'i'],
])

/** Decimal is what a list has anyway. */
function typeOf(
  {sequenceKind, level}: NumberedParagraph | Provision,
  numbering: Numbering,
): string | undefined {
  const type = listTypes.get(numbering[sequenceKind]?.levels[level]?.format ?? '')
  return type === '1' ? undefined : type
}

function provisionList(list: ProvisionList, numbering: Numbering): Element {
  const [first] = list.children
  return h('ol', {className: ['provisions'], type: first && typeOf(first, numbering)}, [
    ...list.children.flatMap((child): ElementContent[] => [newline, numbered(child, 'provision', numbering)]),
    newline,
  ])
}

/** A clause is a paragraph; with lettered items it is a group of both. */
function clause(node: Clause, numbering: Numbering): Element {
  const [lead, ...rest] = node.children
  const id = node.unit && htmlIdOf(node.unit)
  const words = inline(lead?.children as never)
  if (rest.length === 0) return h('p', {id, className: [node.style]}, words)
  return h('div', {id, className: ['clause']}, [
    newline,
    h('p', {className: [node.style]}, words),
    ...rest.flatMap((child): ElementContent[] => [newline, provisionList(child as ProvisionList, numbering)]),
    newline,
  ])
}

function quotation(node: Quotation, numbering: Numbering): Element {
  return h('blockquote', [
    ...node.children.flatMap((child): ElementContent[] => [newline, clause(child, numbering)]),
    newline,
  ])
}

function decision(node: Decision & BlockNode, numbering: Numbering): Element {
  const [lead, ...rest] = node.children
  return h('div', {id: htmlIdOf(node.unit), className: ['decision', node.sequenceKind]}, [
    newline,
    h('p', [
      label(node.label ?? '', node.unit),
      {type: 'text', value: ' '},
      ...(lead ? inline(lead.children as never) : []),
    ]),
    ...rest.flatMap((child): ElementContent[] => [newline, provisionList(child as ProvisionList, numbering)]),
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
