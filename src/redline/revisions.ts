import {attribute, child, childrenOf, readPackage, type XmlElement} from '../word/index.ts'

/** How many revisions a reader of a redline finds. */
export interface RevisionCount {
  inserted: number
  deleted: number
  /** Paragraphs that have another style, level or place in a list. */
  formatted: number
}

/**
 * Counts the revisions of a Word file as Word and LibreOffice do: what comes or goes without a break is one, whatever it is
 * made of, so that a paragraph that came is one with its end; and each row of a table is one.
 */
export function revisionsOf(redline: Uint8Array): RevisionCount {
  const {parts} = readPackage(redline)
  const count = {inserted: 0, deleted: 0, formatted: 0}
  for (const name of ['word/document.xml', 'word/footnotes.xml']) {
    const root = parts.get(name)
    if (root) new Counter(count).walk(root)
  }
  return count
}

type Kind = 'inserted' | 'deleted'

class Counter {
  readonly #count: RevisionCount
  #going: Kind | undefined

  constructor(count: RevisionCount) {
    this.#count = count
  }

  walk(parent: XmlElement): void {
    for (const one of childrenOf(parent)) {
      if (one.name === 'w:p') this.#paragraph(one)
      else if (one.name === 'w:tr') this.#row(one)
      else this.walk(one)
    }
  }

  #paragraph(paragraph: XmlElement): void {
    const properties = child(paragraph, 'w:pPr')
    if (child(properties, 'w:pPrChange')) this.#count.formatted += 1
    this.#runs(paragraph)
    this.#go(kindIn(child(properties, 'w:rPr')))
  }

  #runs(parent: XmlElement): void {
    for (const one of childrenOf(parent)) {
      if (one.name === 'w:ins' || one.name === 'w:del')
        this.#go(one.name === 'w:ins' ? 'inserted' : 'deleted')
      else if (one.name === 'w:r') this.#go(undefined)
      else if (one.name === 'w:hyperlink') this.#runs(one)
    }
  }

  #row(row: XmlElement): void {
    this.#going = undefined
    const kind = kindIn(child(row, 'w:trPr'))
    if (kind) this.#count[kind] += 1
    else for (const cell of childrenOf(row, 'w:tc')) new Counter(this.#count).walk(cell)
  }

  #go(kind: Kind | undefined): void {
    if (kind && kind !== this.#going) this.#count[kind] += 1
    this.#going = kind
  }
}

function kindIn(properties: XmlElement | undefined): Kind | undefined {
  if (attribute(child(properties, 'w:ins'), 'w:id') !== undefined) return 'inserted'
  return attribute(child(properties, 'w:del'), 'w:id') === undefined ? undefined : 'deleted'
}
