import {attribute, child, childrenOf, type XmlElement} from '../word/index.ts'
import {element, without} from './elements.ts'
import type {Parts} from './parts.ts'
import type {PropertiesOfLines} from './properties.ts'
import {RunWriter} from './run-writer.ts'
import type {StoryPart} from './side.ts'
import type {Item, Line, RowItem, TableItem} from './types.ts'

/** Writes items as they stand in the body, in a cell or in a note. */
export class ItemWriter {
  readonly #parts: Parts
  readonly #properties: PropertiesOfLines

  constructor(parts: Parts, properties: PropertiesOfLines) {
    this.#parts = parts
    this.#properties = properties
  }

  /**
   * Paragraphs and tables.
   *
   * @param lastStays  whether the last end is no revision, as in a note, which goes with its mark
   */
  write(items: readonly Item[], owner: StoryPart, lastStays = false): XmlElement[] {
    return items.map((item, index) => {
      if (item.kind === 'table') return this.#table(item, owner)
      const isLast = lastStays && index === items.length - 1
      return this.#paragraph(item.line, linesBehind(items, index), owner, isLast)
    })
  }

  #paragraph(line: Line, behind: readonly Line[], owner: StoryPart, isLast: boolean): XmlElement {
    const {current, former, section} = this.#properties.of(line, behind)
    const mark = line.mark === 'kept' || isLast ? [] : [this.#markOf(line.mark)]
    const own = section && this.#parts.placed(section.element, section.isOld ? 'before' : 'after', owner)
    // CT_PPr: all others, rPr, sectPr, pPrChange.
    const properties = [
      ...childrenOf(current),
      ...(mark.length > 0 ? [element('w:rPr', {}, mark)] : []),
      ...(own ? [own] : []),
      ...(former ? [element('w:pPrChange', this.#parts.revision(), [{...former, name: 'w:pPr'}])] : []),
    ]
    const runs = new RunWriter(this.#parts, owner).write(line)
    return element('w:p', {}, [...(properties.length > 0 ? [element('w:pPr', {}, properties)] : []), ...runs])
  }

  #markOf(mark: 'inserted' | 'deleted'): XmlElement {
    return element(mark === 'inserted' ? 'w:ins' : 'w:del', this.#parts.revision())
  }

  #table({element: table, rows}: TableItem, owner: StoryPart): XmlElement {
    const head = childrenOf(table).filter(({name}) => name !== 'w:tr')
    return {...table, children: [...head, ...rows.map((row) => this.#row(row, owner))]}
  }

  #row({kind, element: row, cells}: RowItem, owner: StoryPart): XmlElement {
    const head = childrenOf(row).filter(({name}) => name !== 'w:tc' && name !== 'w:trPr')
    const own = childrenOf(child(row, 'w:trPr'))
    // CT_TrPr: ins and del behind all others.
    const all = kind === 'kept' ? own : [...own, this.#markOf(kind)]
    const properties = all.length > 0 ? [element('w:trPr', {}, all)] : []
    return {
      ...row,
      children: [
        ...head,
        ...properties,
        ...cells.map(({element: cell, items}) => {
          const form = child(cell, 'w:tcPr')
          return {...cell, children: [...(form ? [form] : []), ...this.write(items, owner)]}
        }),
      ],
    }
  }
}

/** The lines behind an item, up to a table. */
function linesBehind(items: readonly Item[], index: number): Line[] {
  const lines: Line[] = []
  for (let at = index + 1; at < items.length; at++) {
    const item = items[at]
    if (item?.kind !== 'line') break
    lines.push(item.line)
    if (item.line.mark === 'kept') break
  }
  return lines
}

/** A note with other paragraphs in it, under another id. */
export function noteWith(note: XmlElement, id: string, paragraphs: readonly XmlElement[]): XmlElement {
  const emptied = without(note, ['w:p', 'w:tbl']) as XmlElement
  return {...emptied, attributes: {...note.attributes, 'w:id': id}, children: [...paragraphs]}
}

/** Whether an element is a note that stands at the foot of a page, and not the line above such notes. */
export function isNote(note: XmlElement): boolean {
  return attribute(note, 'w:type') === undefined
}
