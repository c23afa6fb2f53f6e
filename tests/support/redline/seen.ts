import {createHash} from 'node:crypto'
import {
  attribute,
  child,
  childrenOf,
  computeLabels,
  descendants,
  parseInstruction,
  type WordPackage,
  type XmlElement,
} from '../../../src/word/index.ts'

// What a reader of a Word file finds: one line a paragraph, with its label, its style, its words with their look, and where
// its references lead. Places are counted, so that two files with other names for bookmarks and lists can be compared.

/** Lines of a package: the body with its tables, then the notes in the order of their marks. */
export function seen(pkg: WordPackage): string[] {
  return new Reader(pkg).lines()
}

class Reader {
  readonly #pkg: WordPackage
  readonly #document: XmlElement
  readonly #labels: Map<XmlElement, string | null>
  readonly #targets = new Map<string, string>()
  readonly #relationships: Map<string, string>
  #notes: string[] = []

  constructor(pkg: WordPackage) {
    this.#pkg = pkg
    this.#document = pkg.parts.get('word/document.xml') as XmlElement
    this.#labels = new Map(computeLabels(pkg).map(({paragraph, label}) => [paragraph, label]))
    this.#relationships = this.#relationshipsOf('document')
    this.#notes = descendants(this.#document, 'w:footnoteReference').map(
      (one) => attribute(one, 'w:id') ?? '',
    )
    const paragraphs = descendants(this.#document, 'w:p')
    for (const [index, paragraph] of paragraphs.entries()) this.#find(paragraph, `${index}`)
    for (const [index, id] of this.#notes.entries())
      for (const paragraph of descendants(this.#note(id), 'w:p')) this.#find(paragraph, `note ${index}`)
    let marks = 0
    for (const paragraph of paragraphs) marks = this.#findMarks(paragraph, marks)
  }

  lines(): string[] {
    const [body] = childrenOf(this.#document, 'w:body')
    const lines = this.#blocks(body)
    for (const id of this.#notes) lines.push('note', ...this.#blocks(this.#note(id)))
    return lines
  }

  #relationshipsOf(part: string): Map<string, string> {
    const root = this.#pkg.parts.get(`word/_rels/${part}.xml.rels`)
    return new Map(
      childrenOf(root, 'Relationship').map((one) => [
        attribute(one, 'Id') ?? '',
        attribute(one, 'Target') ?? '',
      ]),
    )
  }

  #note(id: string): XmlElement | undefined {
    const all = childrenOf(this.#pkg.parts.get('word/footnotes.xml'), 'w:footnote')
    return all.find((one) => attribute(one, 'w:id') === id)
  }

  #find(paragraph: XmlElement, place: string): void {
    for (const one of descendants(paragraph, 'w:bookmarkStart')) {
      const name = attribute(one, 'w:name') ?? ''
      if (!this.#targets.has(name)) this.#targets.set(name, place)
    }
  }

  /** A bookmark around the mark of a note leads to the note. */
  #findMarks(paragraph: XmlElement, before: number): number {
    let marks = before
    let open: string[] = []
    for (const one of childrenOf(paragraph)) {
      if (one.name === 'w:bookmarkStart') open.push(attribute(one, 'w:name') ?? '')
      if (one.name === 'w:bookmarkEnd') open = []
      if (descendants(one, 'w:footnoteReference').length === 0) continue
      for (const name of open) if (/^(?:o_)?n_/.test(name)) this.#targets.set(name, `mark ${marks}`)
      marks += 1
    }
    return marks
  }

  #blocks(parent: XmlElement | undefined): string[] {
    return childrenOf(parent).flatMap((one) => {
      if (one.name === 'w:p') return [this.#paragraph(one)]
      if (one.name !== 'w:tbl') return []
      const rows = childrenOf(one, 'w:tr').flatMap((row) => [
        'row',
        ...childrenOf(row, 'w:tc').flatMap((cell) => {
          const own = child(cell, 'w:tcPr')
          const across = attribute(child(own, 'w:gridSpan')) ?? '1'
          const merge = child(own, 'w:vMerge')
          const down = merge ? (attribute(merge) ?? 'continue') : 'alone'
          return [`cell ${across} ${down}`, ...this.#blocks(cell)]
        }),
      ])
      return ['table', ...rows, 'end of table']
    })
  }

  #paragraph(paragraph: XmlElement): string {
    const own = child(paragraph, 'w:pPr')
    const style = attribute(child(own, 'w:pStyle')) ?? ''
    const indent = attribute(child(own, 'w:ind'), 'w:left') ?? ''
    return `${this.#labels.get(paragraph) ?? ''}|${style}|${indent}|${this.#words(paragraph)}`
  }

  #words(paragraph: XmlElement): string {
    let words = ''
    let look = ''
    let field: {instruction: string; depth: number} | undefined
    const add = (text: string, properties: XmlElement | undefined): void => {
      const own = properties ? JSON.stringify(properties) : ''
      words += own === look ? text : `⟨${own}⟩${text}`
      look = own
    }
    const run = (one: XmlElement): void => {
      const properties = child(one, 'w:rPr')
      for (const part of childrenOf(one)) {
        const mark = part.name === 'w:fldChar' ? attribute(part, 'w:fldCharType') : undefined
        if (mark === 'begin') field = {instruction: field?.instruction ?? '', depth: (field?.depth ?? 0) + 1}
        else if (mark === 'end' && field) {
          field.depth -= 1
          if (field.depth > 0) continue
          add(`⟨${this.#reference(field.instruction)}⟩`, properties)
          field = undefined
        } else if (part.name === 'w:instrText' && field) field.instruction += textOf(part)
        else if (!field) add(this.#part(part), properties)
      }
    }
    const walk = (parent: XmlElement): void => {
      for (const one of childrenOf(parent)) {
        if (one.name === 'w:r') run(one)
        else if (one.name === 'w:hyperlink') {
          const anchor = attribute(one, 'w:anchor')
          const link = this.#relationships.get(attribute(one, 'r:id') ?? '') ?? ''
          add(anchor === undefined ? `⟨to ${link}⟩` : `⟨to ${this.#targets.get(anchor)}⟩`, undefined)
          walk(one)
        }
      }
    }
    walk(paragraph)
    return words
  }

  #reference(instruction: string): string {
    const {name, bookmark, switches} = parseInstruction(instruction)
    return `${name} ${this.#targets.get(bookmark ?? '') ?? 'nowhere'} ${switches.join(' ')}`
  }

  #part(part: XmlElement): string {
    if (part.name === 'w:t') return textOf(part)
    if (part.name === 'w:footnoteReference') return '⟨note⟩'
    if (part.name === 'w:drawing') return `⟨${this.#picture(part)}⟩`
    return part.name === 'w:rPr' || part.name === 'w:commentReference' ? '' : `⟨${part.name}⟩`
  }

  #picture(drawing: XmlElement): string {
    const [blip] = descendants(drawing, 'a:blip')
    const [extent] = descendants(drawing, 'wp:extent')
    const [said] = descendants(drawing, 'wp:docPr')
    const bytes = this.#pkg.others.get(`word/${this.#relationships.get(attribute(blip, 'r:embed') ?? '')}`)
    const digest = bytes ? createHash('sha256').update(bytes).digest('hex').slice(0, 8) : 'none'
    return `picture ${digest} ${JSON.stringify(extent?.attributes)} ${attribute(said, 'descr')}`
  }
}

function textOf(part: XmlElement): string {
  return part.children.filter((one) => typeof one === 'string').join('')
}
