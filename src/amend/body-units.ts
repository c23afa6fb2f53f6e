import type {Blockquote, Heading, List, Paragraph, Parents, Root, RootContent} from 'mdast'
import {markdown} from '../load/index.ts'
import {groupDirectives} from '../tree/index.ts'
import type {BodyUnit} from './types.ts'

/** Words of a unit as they stand in the body: each line after the first begins as the words of the unit do. */
export function linesOf({inner}: BodyUnit, words: string): string {
  return words.replaceAll('\n', `\n${inner}`)
}

/** The Markdown of a body, with positions. */
export function parseBody(text: string): Root {
  return markdown.runSync(markdown.parse(text), text) as Root
}

/**
 * The paragraphs, items and headings of a body in their order, also those in quotations and between the lines of an
 * example. Tables, notes and directives are none.
 *
 * @param text  the whole file, as it is loaded: `\n` at the ends of lines
 */
export function bodyUnits(text: string): BodyUnit[] {
  const units: BodyUnit[] = []
  walkFlow(parseBody(text), {text, units, parent: undefined})
  return units
}

interface Walk {
  text: string
  units: BodyUnit[]
  /** Index of the unit under which the blocks stand. */
  parent: number | undefined
}

/** Blocks of one place: a list stands under the paragraph before it, and so does a quotation. */
function walkFlow(node: Parents, walk: Walk): void {
  let lead = walk.parent
  for (const [index, child] of (node.children as RootContent[]).entries()) {
    switch (child.type) {
      case 'paragraph':
        if (isLabel(child)) break
        if (lead !== undefined && goesOn(child, node.children[index - 1])) {
          add(child, 'paragraph', {...walk, parent: lead}, prefixOf(child, walk.text))
          extend(walk, lead, endOf(child))
          break
        }
        lead = add(child, 'paragraph', walk, prefixOf(child, walk.text))
        break
      case 'heading':
        add(child, 'heading', walk, prefixOf(child, walk.text))
        lead = undefined
        break
      case 'list':
        walkList(child, {...walk, parent: lead})
        break
      case 'blockquote':
        // Where the text in force keeps a quotation nobody knows: beside its lead, as any paragraph.
        walkFlow(child as Blockquote, walk)
        extend(walk, lead, endOf(child))
        break
      case 'containerDirective':
        if (groupDirectives.has(child.name)) walkFlow(child, walk)
        lead = undefined
        break
      case 'leafDirective':
        if (child.name === 'pivot') addPivot(child, walk)
        lead = undefined
        break
      default:
    }
  }
}

/** Whether a paragraph goes on with the words before a list: as printed, it begins with a small letter. */
function goesOn(node: Paragraph, before: RootContent | Parents | undefined): boolean {
  const [first] = node.children
  const words = first && 'value' in first ? first.value : ''
  return before?.type === 'list' && /^\p{Ll}/u.test(words)
}

/** A list as a whole stands under its lead, each list in an item under that item. */
function walkList(list: List, walk: Walk): void {
  for (const item of list.children) {
    const [first, ...rest] = item.children
    if (first?.type !== 'paragraph') continue
    const prefix = prefixOf(item, walk.text)
    const index = add(first, 'item', walk, prefix)
    const width = (first.position?.start.column ?? 0) - (item.position?.start.column ?? 0)
    const unit = walk.units[index]
    if (unit) unit.inner = prefix + ' '.repeat(Math.max(0, width))
    for (const child of rest) {
      if (child.type === 'list') walkList(child, {...walk, parent: index})
      else if (child.type === 'blockquote') walkFlow(child, {...walk, parent: index})
      else if (child.type === 'paragraph')
        add(child, 'paragraph', {...walk, parent: index}, prefixOf(child, walk.text))
    }
    extend(walk, index, endOf(item))
  }
  extend(walk, walk.parent, endOf(list))
}

function add(node: Paragraph | Heading, kind: BodyUnit['kind'], walk: Walk, prefix: string): number {
  const {text, units, parent} = walk
  const start = node.children[0]?.position?.start.offset ?? node.position?.start.offset ?? 0
  const own = endOf(node)
  const id = node.data?.unitMark?.id
  const end =
    id === undefined ? own : own - (/\s*\^[^\s^]+\s*$/.exec(text.slice(start, own))?.[0].length ?? 0)
  const words = text.slice(start, Math.max(start, end)).replace(/\n[ \t>]*/g, '\n')
  units.push({
    kind,
    id,
    text: words,
    start,
    end: Math.max(start, end),
    own,
    extent: own,
    prefix,
    inner: prefix,
    parent,
  })
  return units.length - 1
}

function addPivot(node: RootContent, {units}: Walk): void {
  const [start, end] = [node.position?.start.offset ?? 0, endOf(node)]
  units.push({kind: 'pivot', text: '', start, end, own: end, extent: end, prefix: '', inner: ''})
}

function extend({units}: Walk, index: number | undefined, end: number): void {
  for (let unit = units[index ?? -1]; unit; unit = units[unit.parent ?? -1])
    unit.extent = Math.max(unit.extent, end)
}

function endOf(node: RootContent | Parents): number {
  return node.position?.end.offset ?? 0
}

/** What stands before a node in its line. */
function prefixOf(node: Parents, text: string): string {
  const start = node.position?.start.offset ?? 0
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
}

/** The words in brackets behind the name of a directive are no paragraph of their own. */
function isLabel(node: Paragraph): boolean {
  return node.data !== undefined && 'directiveLabel' in node.data
}
