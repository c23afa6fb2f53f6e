import type {Element, ElementContent} from 'hast'
import {h} from 'hastscript'
import type {Numbering} from '../../resolve/index.ts'
import type {
  Addressee,
  Clause,
  Continuation,
  Decision,
  FlowNode,
  InlineNode,
  Note,
  NumberedParagraph,
  Provision,
  ProvisionList,
  Quotation,
  SectionHeading,
} from '../../tree/index.ts'
import {htmlIdOf, toText} from '../../tree/index.ts'
import {inline} from './inline.ts'
import {labels} from './labels.ts'
import {captionedPicture} from './picture.ts'
import {captionedTable} from './table.ts'
import {isBelowHeading} from './where-used.ts'
import {directionOf} from './writings.ts'

const newline: ElementContent = {type: 'text', value: '\n'}

/** What stands in the flow of a page; its notes stand at the end. */
type FlowBlock = Exclude<FlowNode, Note>

/** An element for every block but numbered paragraphs, which share a list where they are no headings. */
function block(node: FlowBlock, numbering: Numbering): Element {
  switch (node.type) {
    case 'numberedParagraph':
      return numberedHeading(node, numbering)
    case 'coverBlock':
      return h(
        node.isHeading ? 'h1' : 'p',
        {
          id: node.unit && htmlIdOf(node.unit),
          className: node.isContinued ? [node.style, 'cover-line'] : [node.style],
        },
        spread(node.children),
      )
    case 'sectionHeading':
      return h(node.depth === 1 ? 'h2' : 'h3', {id: node.unit && htmlIdOf(node.unit)}, inline(node.children))
    case 'addressee':
      return h(
        node.isUnder ? 'h3' : 'h2',
        {id: node.unit && htmlIdOf(node.unit), className: ['addressee']},
        inline(node.children),
      )
    case 'textParagraph':
      return h(
        'p',
        {id: node.unit && htmlIdOf(node.unit), className: [node.style], dir: directionOf(toText(node))},
        inline(node.children),
      )
    case 'answerSpace':
      return h('div', {id: htmlIdOf(node.unit), className: ['answer', `lines-${node.lines}`]}, [
        h('p', inline(node.children)),
      ])
    case 'pivot':
      return h('p', {id: htmlIdOf(node.unit), className: ['pivot']}, inline(node.children))
    case 'clause':
      return clause(node, numbering)
    case 'continuation':
      return continuation(node, numbering, node.within ? ['continuation', 'set-in'] : [node.style])
    case 'quotation':
      return quotation(node, numbering)
    case 'decision':
      return decision(node, numbering)
    case 'captionedPicture':
      return captionedPicture(node)
    case 'captionedTable':
      return captionedTable(node, (list) => provisionList(list, numbering))
  }
}

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
export function flow(nodes: readonly FlowBlock[], numbering: Numbering): ElementContent[] {
  const elements: ElementContent[] = []
  let list: Element | undefined
  let sequence: string | undefined
  for (const node of nodes) {
    if (node.type === 'numberedParagraph' && !node.heading) {
      if (!list || sequence !== node.sequence) {
        list?.children.push(newline)
        list = h('ol', {
          className: isBelowHeading(node) ? ['paragraphs', node.sequenceKind] : ['paragraphs'],
          type: typeOf(node, numbering),
        })
        elements.push(list)
        sequence = node.sequence
      }
      list.children.push(newline, numbered(node, 'paragraph', numbering))
      continue
    }
    list?.children.push(newline)
    list = undefined
    elements.push(block(node, numbering))
  }
  list?.children.push(newline)
  return elements
}

/** A heading with its number before it, in the style of its level. */
function numberedHeading(node: NumberedParagraph, numbering: Numbering): Element {
  const {heading, unit, sequenceKind, level, children} = node
  const [lead] = children
  const style = numbering[sequenceKind]?.levels[level]?.style
  return h(heading === 1 ? 'h2' : 'h3', {id: unit && htmlIdOf(unit), className: style}, [
    ...labels(node),
    ...inline(lead.children),
  ])
}

/** An item of a list; its value is its place in the sequence. */
function numbered(node: NumberedParagraph | Provision, className: string, numbering: Numbering): Element {
  const [lead, ...rest] = node.children
  const children: ElementContent[] = [...labels(node), ...inline(lead.children)]
  // A label of another text is not counted: it stands as that text has it.
  const value = isOfItsText(node) ? undefined : node.place
  return h('li', {id: node.unit && htmlIdOf(node.unit), value, className: [className]}, [
    h('p', children),
    ...rest.flatMap((child): ElementContent[] => [newline, under(child, numbering)]),
  ])
}

function isOfItsText(node: NumberedParagraph | Provision): boolean {
  return node.type === 'provision' && node.literal !== undefined
}

/** What stands under the words of a paragraph or an item: as far in as they do, where it goes on with them. */
function under(
  node: Decision | ProvisionList | Quotation | Addressee | SectionHeading | Continuation,
  numbering: Numbering,
): Element {
  if (node.type === 'provisionList') return provisionList(node, numbering)
  if (node.type === 'continuation')
    return continuation(node, numbering, [node.within ? 'continuation' : node.style])
  return block(node, numbering)
}

/** A paragraph without a number; with lettered items under it a group of both. */
function continuation({unit, children}: Continuation, numbering: Numbering, className: string[]): Element {
  const [lead, ...lists] = children
  const id = unit && htmlIdOf(unit)
  const words = inline(lead.children)
  if (lists.length === 0) return h('p', {id, className}, words)
  return h('div', {id, className}, [
    newline,
    h('p', words),
    ...lists.flatMap((list): ElementContent[] => [newline, provisionList(list, numbering)]),
    newline,
  ])
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
  const name = first && isOfItsText(first) ? 'ul' : 'ol'
  return h(name, {className: ['provisions'], type: first && typeOf(first, numbering)}, [
    ...list.children.flatMap((child): ElementContent[] => [newline, numbered(child, 'provision', numbering)]),
    newline,
  ])
}

/** A clause is a paragraph; with lettered items it is a group of both. */
function clause(node: Clause, numbering: Numbering): Element {
  const [lead, ...rest] = node.children
  const id = node.unit && htmlIdOf(node.unit)
  const words = inline(lead.children)
  const dir = directionOf(toText(lead))
  if (rest.length === 0) return h('p', {id, className: [node.style], dir}, words)
  return h('div', {id, className: ['clause']}, [
    newline,
    h('p', {className: [node.style], dir}, words),
    ...rest.flatMap((child): ElementContent[] => [newline, under(child, numbering)]),
    newline,
  ])
}

function quotation(node: Quotation, numbering: Numbering): Element {
  return h('blockquote', [
    ...node.children.flatMap((child): ElementContent[] => [newline, block(child, numbering)]),
    newline,
  ])
}

function decision(node: Decision, numbering: Numbering): Element {
  const [lead, ...rest] = node.children
  return h('div', {id: node.unit && htmlIdOf(node.unit), className: ['decision', node.sequenceKind]}, [
    newline,
    h('p', [...labels(node), ...inline(lead.children)]),
    ...rest.flatMap((child): ElementContent[] => [newline, under(child, numbering)]),
    newline,
  ])
}
