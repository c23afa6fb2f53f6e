import {attribute, child, childrenOf, visibleText, type XmlElement} from '../word/index.ts'

/** What references, marks of notes and links lead to. */
export interface Names {
  /** Id of the unit by its bookmark. */
  units: ReadonlyMap<string, string>
  /** Id of the unit of a note by the number that the file gives it. */
  notes: ReadonlyMap<string, string>
  /** Addresses by the ids of their relationships. */
  links: ReadonlyMap<string, string>
}

/** Settings, and what stands in a paragraph of its own. */
const skipped = new Set(['w:pPr', 'w:rPr', 'w:p'])
/** What is taken away by a tracked change, or was put in by one; marks of our own for the same. */
const changes = new Map([
  ['w:del', 'deleted'],
  ['w:moveFrom', 'deleted'],
  ['w:ins', 'inserted'],
  ['w:moveTo', 'inserted'],
])
const signs: ReadonlyMap<string, readonly [before: string, after: string]> = new Map([
  ['inserted', ['[+', '+]']],
  ['deleted', ['[-', '-]']],
  ['bold', ['**', '**']],
  ['italic', ['*', '*']],
])

/** Words with the same marks, which are written in the order of `signs`. */
interface Piece {
  text: string
  marks: string
}

/**
 * The words of a paragraph on one line, written as in `x.<language>.units.txt`: what is counted is left out, `{unit}` stands
 * for a reference, ` / ` for a line break, `[+ +]` and `[- -]` around what was put in or taken away.
 */
export function wordsOfParagraph(paragraph: XmlElement, names: Names): string {
  const reading = new Reading(names)
  reading.walk(paragraph, [])
  const words = reading.pieces.map(({text, marks}) => signed(text, marks)).join('')
  // Of a reference over several levels, such as “14.35 a)”, the last says it all.
  const short = words.replace(/\{[^{}]*\}\u00a0(?=\{)/g, '')
  return short
    .normalize('NFC')
    .replace(/[^\S\u00a0]+/g, ' ')
    .trim()
}

function signed(text: string, marks: string): string {
  return marks.split(' ').reduceRight((words, mark) => (signs.get(mark) ?? ['', '']).join(words), text)
}

class Reading {
  readonly pieces: Piece[] = []
  readonly #names: Names
  // A field is its instruction until it ends, and its result is computed.
  readonly #fields: string[] = []

  constructor(names: Names) {
    this.#names = names
  }

  walk(parent: XmlElement, marks: readonly string[]): void {
    for (const element of childrenOf(parent)) if (!skipped.has(element.name)) this.#take(element, marks)
  }

  #take(element: XmlElement, marks: readonly string[]): void {
    const {name} = element
    const special = this.#specialOf(element)
    if (special !== undefined) this.#add(special, marks)
    else if (name === 'w:fldChar') this.#step(attribute(element, 'w:fldCharType'), marks)
    else if (name === 'w:instrText' || name === 'w:delInstrText') this.#instruct(textIn(element))
    else if (name === 'w:r') this.walk(element, [...marks, ...marksOfRun(element)])
    else if (name === 'w:hyperlink') this.#takeLink(element, marks)
    else this.walk(element, [...marks, ...[changes.get(name) ?? []].flat()])
  }

  #takeLink(element: XmlElement, marks: readonly string[]): void {
    this.walk(element, marks)
    const address = this.#names.links.get(attribute(element, 'r:id') ?? '')
    if (address !== undefined && address !== visibleText(element)) this.#add(` (${address})`, marks)
  }

  /** What is written for an element as a whole; undefined where what is in it counts. */
  #specialOf(element: XmlElement): string | undefined {
    const {notes} = this.#names
    switch (element.name) {
      case 'w:t':
      case 'w:noBreakHyphen':
        return visibleText(element)
      case 'w:delText':
        return textIn(element)
      case 'w:br':
      case 'w:cr':
        return ' / '
      case 'w:tab':
        return ' | '
      case 'w:fldSimple':
        return this.#ofField(attribute(element, 'w:instr') ?? '')
      case 'w:footnoteReference':
        return `{${notes.get(attribute(element, 'w:id') ?? '') ?? 'note'}}`
      case 'wp:docPr':
        return `[${attribute(element, 'descr') ?? ''}]`
      case 'w:hyperlink': {
        const anchor = attribute(element, 'w:anchor')
        return anchor === undefined ? undefined : this.#leadingTo(anchor)
      }
      default:
        return undefined
    }
  }

  #step(type: string | undefined, marks: readonly string[]): void {
    if (type === 'begin') this.#fields.push('')
    const instruction = type === 'end' ? this.#fields.pop() : undefined
    if (instruction !== undefined) this.#add(this.#ofField(instruction), marks)
  }

  #instruct(text: string): void {
    const field = this.#fields.pop()
    if (field !== undefined) this.#fields.push(field + text)
  }

  #add(text: string, marks: readonly string[]): void {
    if (this.#fields.length > 0 || text === '') return
    const own = [...signs.keys()].filter((mark) => marks.includes(mark)).join(' ')
    const last = this.pieces.at(-1)
    if (last?.marks === own) last.text += text
    else this.pieces.push({text, marks: own})
  }

  /** A reference by its target, any other field by its name. */
  #ofField(instruction: string): string {
    const [, name = '', target = ''] = /^\s*(\S+)\s*(\S*)/.exec(instruction) ?? []
    return /^(?:NOTE|PAGE)?REF$/.test(name) ? this.#leadingTo(target) : `{${name}}`
  }

  #leadingTo(bookmark: string): string {
    return `{${this.#names.units.get(bookmark) ?? bookmark}}`
  }
}

function textIn(element: XmlElement): string {
  return element.children.filter((one) => typeof one === 'string').join('')
}

/** Bold, italic, and the character styles of amendments. */
function marksOfRun(run: XmlElement): string[] {
  const properties = child(run, 'w:rPr')
  const style = attribute(child(properties, 'w:rStyle')) ?? ''
  const marks = /(?:Inserted|Deleted)$/.exec(style)?.[0].toLowerCase()
  return [
    ...(child(properties, 'w:b') ? ['bold'] : []),
    ...(child(properties, 'w:i') ? ['italic'] : []),
    ...(marks === undefined ? [] : [marks]),
  ]
}
