import {attribute, child, childrenOf, type XmlElement} from '../word/index.ts'
import {element, keyOf} from './elements.ts'
import {listsOfStyles, type Numbering, withIds, withNumPr} from './numbering.ts'
import {ownProperties, sectionOf} from './read-paragraph.ts'
import type {Line, Paragraph} from './types.ts'

/** What the properties of a paragraph are when all is accepted, and when all is rejected. */
export interface Properties {
  current: XmlElement | undefined
  /** Undefined where nothing of it is a revision. */
  former: XmlElement | undefined
  section: {element: XmlElement; isOld: boolean} | undefined
}

/** Gives lines their properties. */
export class PropertiesOfLines {
  readonly #numbering: Numbering
  readonly #lists: Map<string, XmlElement>

  constructor(numbering: Numbering) {
    this.#numbering = numbering
    this.#lists = listsOfStyles(numbering.styles)
  }

  /**
   * Words that stay in a paragraph whose end comes or goes become words of the paragraph behind it. Word then takes the
   * properties of that one, LibreOffice those of the first: so both are told the same.
   *
   * @param behind  the lines behind it, up to a table or the end
   */
  of(line: Line, behind: readonly Line[]): Properties {
    const {mark, before, after, ops} = line
    const goesOn = mark === 'inserted' ? 'deleted' : 'inserted'
    const isMixed = mark !== 'kept' && ops.some(({kind}) => kind === goesOn || kind === 'same')
    const next = isMixed ? behind.find((one) => one.mark !== mark) : undefined
    const [own, old] = [after ?? next?.after, before ?? next?.before]
    const hasBoth = mark === 'kept' || next !== undefined
    const current = own ? ownProperties(own) : this.#old(old)
    const former = hasBoth && old ? this.#formerOf(current, this.#old(old)) : undefined
    return {current, former, section: sectionFor(mark, before, after)}
  }

  #old(paragraph: Paragraph | undefined): XmlElement | undefined {
    const properties = paragraph && ownProperties(paragraph)
    return properties && withIds(properties, this.#numbering.ids)
  }

  /** What differs, if a reader sees it; where the label differs, the list is named, since LibreOffice keeps the level. */
  #formerOf(current: XmlElement | undefined, former: XmlElement | undefined): XmlElement | undefined {
    if (seen(current) === seen(former)) return undefined
    const properties = former ?? element('w:pPr')
    const [list, otherList] = [this.#listOf(current), this.#listOf(former)]
    return otherList && keyOf(list) !== keyOf(otherList) ? withNumPr(properties, otherList) : properties
  }

  #listOf(properties: XmlElement | undefined): XmlElement | undefined {
    return child(properties, 'w:numPr') ?? this.#lists.get(attribute(child(properties, 'w:pStyle')) ?? '')
  }
}

function sectionFor(
  mark: Line['mark'],
  before: Paragraph | undefined,
  after: Paragraph | undefined,
): Properties['section'] {
  const isOld = mark === 'deleted'
  const section = sectionOf(isOld ? before : after)
  return section && {element: section, isOld}
}

/** Style, place in a list, where it stands, direction. What only keeps lines or pages together is no revision. */
const ofReaders = new Set(['w:pStyle', 'w:numPr', 'w:ind', 'w:bidi'])

function seen(properties: XmlElement | undefined): string {
  return childrenOf(properties)
    .filter(({name}) => ofReaders.has(name))
    .map(keyOf)
    .join()
}
