import {elementsOf, once, type WordPackage} from './package.ts'
import {visibleText, visibleTextOfPart} from './text.ts'
import {attribute, childrenOf, type XmlElement} from './xml.ts'

/** A field of one paragraph (ECMA-376 Part 1, 17.16.2). */
export interface Field {
  kind: 'complex' | 'simple'
  /** Whole instruction, white space made single: `REF u_abc \n \h`. */
  instruction: string
  /** First word in capitals: `REF`. */
  name: string
  /** First argument, for REF and PAGEREF the bookmark; null when there is none. */
  bookmark: string | null
  /** Arguments after the first; none of the documents' own fields has any. */
  extra: string[]
  /** Switches in order, each with its argument: `\n`, `\* MERGEFORMAT`. */
  switches: string[]
  /** Visible text of the cached result. */
  result: string
  paragraph: XmlElement
  /** Whether the field is deleted or moved away by a tracked change. */
  deleted: boolean
}

interface OpenField {
  instruction: string
  result: string
  inResult: boolean
  deleted: boolean
}

/** Splits an instruction into name, arguments and switches (ECMA-376 Part 1, 17.16.2). */
export function parseInstruction(
  source: string,
): Pick<Field, 'instruction' | 'name' | 'bookmark' | 'extra' | 'switches'> {
  const instruction = source.replace(/\s+/g, ' ').trim()
  const [name = '', ...tokens] = instruction.match(/"[^"]*"?|\\[^\s"]?|[^\s"\\]+/g) ?? []
  const given: string[] = []
  const switches: string[] = []
  for (const token of tokens) {
    const last = switches.length - 1
    if (token.startsWith('\\')) switches.push(token)
    else if (last < 0 || switches[last]?.includes(' ')) given.push(token.replaceAll('"', ''))
    else switches[last] += ` ${token}`
  }
  const [bookmark = null, ...extra] = given
  return {instruction, name: name.toUpperCase(), bookmark, extra, switches}
}

/** Reads the fields of one paragraph, in the order in which they begin. */
class ParagraphFields {
  readonly fields: Field[] = []
  readonly faults: string[] = []
  readonly #open: {field: OpenField; place: number}[] = []
  readonly #paragraph: XmlElement

  constructor(paragraph: XmlElement) {
    this.#paragraph = paragraph
    this.#walk(paragraph, false)
    for (const {field, place} of this.#open) {
      this.fields[place] = this.#complex(field)
      this.faults.push(`a field does not end in its paragraph: ${field.instruction.trim()}`)
    }
  }

  #walk(parent: XmlElement, deleted: boolean): void {
    for (const element of childrenOf(parent)) {
      if (element.name === 'w:p' || element.name === 'w:pPr') continue
      if (element.name === 'w:fldSimple') this.#simple(element, deleted)
      if (element.name === 'w:r') for (const item of childrenOf(element)) this.#item(item, deleted)
      else this.#walk(element, deleted || element.name === 'w:del' || element.name === 'w:moveFrom')
    }
  }

  #simple(element: XmlElement, deleted: boolean): void {
    const instruction = parseInstruction(attribute(element, 'w:instr') ?? '')
    const result = visibleText(element)
    this.fields.push({kind: 'simple', ...instruction, result, paragraph: this.#paragraph, deleted})
  }

  #item(item: XmlElement, deleted: boolean): void {
    const top = this.#open.at(-1)?.field
    if (item.name === 'w:fldChar') this.#mark(attribute(item, 'w:fldCharType'), deleted)
    else if (item.name === 'w:instrText' || item.name === 'w:delInstrText') {
      const text = item.children.filter((one) => typeof one === 'string').join('')
      if (top === undefined || top.inResult)
        this.faults.push(`an instruction stands outside a field: ${text.trim()}`)
      else top.instruction += text
    } else if (!deleted && this.#open.every(({field}) => field.inResult)) {
      for (const {field} of this.#open) field.result += visibleTextOfPart(item)
    }
  }

  #mark(type: string | undefined, deleted: boolean): void {
    const top = this.#open.at(-1)
    if (type === 'begin') {
      const field = {instruction: '', result: '', inResult: false, deleted}
      this.#open.push({field, place: this.fields.length})
      this.fields.push(this.#complex(field))
    } else if (top === undefined) this.faults.push(`a field has the mark ${type} without a begin`)
    else if (type === 'separate' && !top.field.inResult) top.field.inResult = true
    else if (type === 'end') {
      this.fields[top.place] = this.#complex(top.field)
      this.#open.pop()
    } else this.faults.push(`a field has the mark ${type} where none is due: ${top.field.instruction}`)
  }

  #complex({instruction, result, deleted}: OpenField): Field {
    return {kind: 'complex', ...parseInstruction(instruction), result, paragraph: this.#paragraph, deleted}
  }
}

/**
 * Reads every field of a part: complex ones (ECMA-376 Part 1, 17.16.18) and simple ones (17.16.19), deleted
 * ones too. A field is expected to end in the paragraph in which it begins.
 * @param part name of a part that holds paragraphs
 * @returns the fields in document order and one sentence for each that is not well formed
 */
export function readFields(pkg: WordPackage, part: string): {fields: Field[]; faults: string[]} {
  return once(pkg, `fields of ${part}`, () => {
    const read = elementsOf(pkg, part, 'w:p').map((paragraph) => new ParagraphFields(paragraph))
    return {fields: read.flatMap(({fields}) => fields), faults: read.flatMap(({faults}) => faults)}
  })
}
