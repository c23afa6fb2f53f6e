import {tokensIn} from '../difference/index.ts'
import {noteBookmarkPrefix} from '../tree/index.ts'
import {attribute, child, childrenOf, type XmlElement} from '../word/index.ts'
import {changed, keyOf, referenceForm, textIn, without} from './elements.ts'
import {isOfUnit, nameOfNote, nameOfPicture, type Side, type StoryPart} from './side.ts'
import type {Paragraph, Piece, Range} from './types.ts'

// What is no word is not slight enough to become a part of the changes around it (src/difference/tidy.ts).
const stand = '\ufffc\ufffc\ufffc\ufffc'

/** A paragraph in its pieces: words, and what is kept whole. */
export function readParagraph(element: XmlElement, side: Side, owner: StoryPart): Paragraph {
  const reader = new Reader(side, owner)
  for (const one of childrenOf(element)) reader.take(one)
  const {pieces, bookmarks, unit} = reader.end()
  const text = pieces.map((piece) => (piece.elements ? ` ${piece.key} ` : piece.text)).join('')
  return {element, properties: child(element, 'w:pPr'), pieces, bookmarks, unit, text}
}

/** Takes the children of a paragraph in their order. */
class Reader {
  readonly #side: Side
  readonly #owner: StoryPart
  readonly #pieces: Piece[] = []
  readonly #bookmarks: Range[] = []
  readonly #open = new Map<string, Range>()
  #unit: string | undefined
  /** Text of one look that goes on over several runs. */
  #text = ''
  #properties: XmlElement | undefined
  /** The runs of a field that has not ended, and how many are open in one another. */
  #field: XmlElement[] = []
  #depth = 0

  constructor(side: Side, owner: StoryPart) {
    this.#side = side
    this.#owner = owner
  }

  take(one: XmlElement): void {
    if (one.name === 'w:pPr') return
    if (one.name === 'w:r') this.#takeRun(one)
    else if (one.name === 'w:bookmarkStart') this.#begin(one)
    else if (one.name === 'w:bookmarkEnd') this.#close(attribute(one, 'w:id') ?? '')
    else if (one.name === 'w:hyperlink') this.#takeLink(one)
    else throw new Error(`our paragraphs hold no ${one.name}`)
  }

  end(): {pieces: Piece[]; bookmarks: Range[]; unit: string | undefined} {
    this.#flush()
    const around = this.#bookmarks.filter((range) => this.#isAroundNote(range))
    for (const {name, from} of around) {
      const piece = this.#pieces[from]
      if (piece) this.#pieces[from] = {...piece, bookmarks: [...(piece.bookmarks ?? []), name]}
    }
    const bookmarks = this.#bookmarks.filter((range) => !around.includes(range))
    return {pieces: this.#pieces, bookmarks, unit: this.#unit}
  }

  /** The bookmark of a note goes wherever its mark goes. */
  #isAroundNote({name, from, to}: Range): boolean {
    const isOfNote = name.startsWith(noteBookmarkPrefix) || name.startsWith(`o_${noteBookmarkPrefix}`)
    return isOfNote && to === from + 1 && this.#pieces[from]?.note !== undefined
  }

  #begin(start: XmlElement): void {
    this.#flush()
    const name = attribute(start, 'w:name') ?? ''
    if (isOfUnit(name)) this.#unit ??= name
    const range = {name: this.#side.names.get(name) ?? name, from: this.#pieces.length, to: 0}
    this.#open.set(attribute(start, 'w:id') ?? '', range)
    this.#bookmarks.push(range)
  }

  #close(id: string): void {
    this.#flush()
    const range = this.#open.get(id)
    if (range) range.to = this.#pieces.length
  }

  #flush(): void {
    const properties = this.#properties
    const look = keyOf(properties)
    for (const text of tokensIn(this.#text))
      this.#pieces.push({text, key: `${text}\u0000${look}`, properties})
    this.#text = ''
  }

  #whole(key: string, elements: readonly XmlElement[], more: Partial<Piece> = {}): void {
    this.#flush()
    this.#pieces.push({text: stand, key, elements, ...more})
  }

  #takeLink(link: XmlElement): void {
    const anchor = attribute(link, 'w:anchor')
    const target = this.#side.targets[this.#owner].get(attribute(link, 'r:id') ?? '')?.target
    const named = anchor === undefined ? link : this.#renamed(link)
    const where = anchor === undefined ? target : `#${attribute(named, 'w:anchor')}`
    this.#whole(`link ${where} ${JSON.stringify(childrenOf(link).map(keyOf))}`, [named])
  }

  #takeRun(run: XmlElement): void {
    const marks = childrenOf(run, 'w:fldChar').map((one) => attribute(one, 'w:fldCharType'))
    if (this.#depth > 0 || marks.includes('begin')) this.#takeField(run, marks)
    else for (const one of childrenOf(run)) this.#takePart(one, run)
  }

  #takeField(run: XmlElement, marks: readonly (string | undefined)[]): void {
    this.#field.push(this.#renamed(run))
    for (const mark of marks) this.#depth += mark === 'begin' ? 1 : mark === 'end' ? -1 : 0
    if (this.#depth > 0) return
    const [first, ...rest] = this.#field
    const instruction = [first, ...rest]
      .flatMap((one) => childrenOf(one, 'w:instrText'))
      .map(textIn)
      .join('')
    const look = keyOf(child(first, 'w:rPr'))
    this.#whole(`field ${instruction.replace(/\s+/g, ' ').trim()} ${look}`, this.#field)
    this.#field = []
  }

  #takePart(one: XmlElement, run: XmlElement): void {
    const properties = child(run, 'w:rPr')
    if (one.name === 'w:rPr') return
    if (one.name === 'w:t') {
      if (keyOf(properties) !== keyOf(this.#properties)) this.#flush()
      this.#properties = properties
      this.#text += textIn(one)
      return
    }
    const alone = {...run, children: [...(properties ? [properties] : []), one]}
    const look = keyOf(properties)
    if (one.name === 'w:footnoteReference') {
      const note = attribute(one, 'w:id') ?? ''
      this.#whole(`note ${nameOfNote(this.#side, note)}`, [alone], {note})
    } else if (one.name === 'w:drawing') this.#whole(`picture ${nameOfPicture(this.#side, one)}`, [alone])
    else if (one.name === 'w:tab' || one.name === 'w:br')
      this.#whole(`${keyOf(one)}${look}`, [alone], {text: one.name === 'w:tab' ? '\t' : '\n'})
    else this.#whole(`${keyOf(one)}${look}`, [alone])
  }

  /** With the names by which bookmarks go in the file that is made. */
  #renamed(original: XmlElement): XmlElement {
    const {names} = this.#side
    if (names.size === 0) return original
    return changed(original, (copy) => {
      const anchor = attribute(copy, 'w:anchor')
      if (anchor !== undefined) copy.attributes['w:anchor'] = names.get(anchor) ?? anchor
      if (copy.name !== 'w:instrText') return copy
      const instruction = textIn(copy).replace(
        referenceForm,
        (_whole, head: string, name: string, tail: string) => `${head}${names.get(name) ?? name}${tail}`,
      )
      return {...copy, children: [instruction]}
    })
  }
}

/** The properties of a paragraph without those of its mark, its section and earlier ones. */
export function ownProperties({properties}: Paragraph): XmlElement | undefined {
  return without(properties, ['w:rPr', 'w:sectPr', 'w:pPrChange'])
}

/** The section that ends with a paragraph. */
export function sectionOf(paragraph: Paragraph | undefined): XmlElement | undefined {
  return child(paragraph?.properties, 'w:sectPr')
}
