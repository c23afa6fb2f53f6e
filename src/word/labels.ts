import {formatNumber} from './number-format.ts'
import {type Level, type Num, readNumbering} from './numbering.ts'
import {elementsOf, once, part, type WordPackage} from './package.ts'
import {paragraphStyle, readStyles, type Styles, styleChain} from './styles.ts'
import {markIsDeleted, visibleText} from './text.ts'
import {attribute, child, type XmlElement} from './xml.ts'

/** One paragraph of the main document with the label that Word prints in front of it. */
export interface LabelledParagraph {
  paragraph: XmlElement
  /** Visible text, label not included. */
  text: string
  /** For example `2.`, `b)`, `14.35`; null when the paragraph has no number. */
  label: string | null
  /** The number of its own level in the label, without words and signs: `2`, `b`; null when the paragraph has no number. */
  number: string | null
  /** Numbering instance in force, `0` when the number is taken away, null when there is none at all. */
  numId: string | null
  /** Level from 0; null when the paragraph is not numbered. */
  ilvl: number | null
  /** Whether the label is struck through. */
  isStruck: boolean
  /** Id of the paragraph style in force. */
  style: string | null
}

interface Numbered {
  numId: string
  ilvl: number
}

/**
 * Numbering in force for a paragraph (ECMA-376 Part 1, 17.3.1.19): its own, else that of its style. A number
 * that comes from a style has the level whose pStyle names the style (17.9.23), else the style's own level.
 */
function numberingOf(
  paragraph: XmlElement,
  style: string | null,
  ofStyle: (style: string | null) => Numbered | null,
): Numbered | null {
  const own = readNumPr(child(paragraph, 'w:pPr'))
  if (own.numId !== undefined) return {numId: own.numId, ilvl: own.ilvl ?? 0}
  if (own.ilvl !== undefined) throw new Error('a paragraph has a list level without a numId')
  return ofStyle(style)
}

/** Numbering that a paragraph style gives, null where it gives none. */
function numberingOfStyle(style: string | null, styles: Styles, nums: Map<string, Num>): Numbered | null {
  const chain = styleChain(styles, style).map(({id, style}) => ({id, ...readNumPr(child(style, 'w:pPr'))}))
  const numId = chain.find((one) => one.numId !== undefined)?.numId
  if (numId === undefined) return null
  const levels = [...(nums.get(numId)?.levels.values() ?? [])]
  const linked = chain
    .map(({id}) => levels.find(({pStyle}) => pStyle === id))
    .find((one) => one !== undefined)
  return {numId, ilvl: linked?.ilvl ?? chain.find((one) => one.ilvl !== undefined)?.ilvl ?? 0}
}

function readNumPr(properties: XmlElement | undefined): {
  numId?: string | undefined
  ilvl?: number | undefined
} {
  const numPr = child(properties, 'w:numPr')
  const ilvl = attribute(child(numPr, 'w:ilvl'))
  return {numId: attribute(child(numPr, 'w:numId')), ilvl: ilvl === undefined ? undefined : Number(ilvl)}
}

function levelOf(num: Num, ilvl: number): Level {
  const level = num.levels.get(ilvl)
  if (level === undefined) throw new Error(`num ${num.numId} has no level ${ilvl}`)
  return level
}

/** Counters of the lists, kept per abstractNum: instances of one definition count together. */
class Counters {
  readonly #values = new Map<string, Map<number, number>>()
  readonly #begun = new Set<string>()

  /** Counts one paragraph at level `ilvl` of `num` and returns its label, and the number in it. */
  count(num: Num, ilvl: number): {label: string; number: string} {
    const counter = this.#values.get(num.abstractNumId) ?? new Map<number, number>()
    this.#values.set(num.abstractNumId, counter)
    const level = levelOf(num, ilvl)
    const override = num.startOverrides.get(ilvl)
    const key = `${num.numId}/${ilvl}`
    const before = counter.get(ilvl)
    if (override !== undefined && !this.#begun.has(key)) counter.set(ilvl, override)
    else counter.set(ilvl, before === undefined ? (override ?? level.start) : before + 1)
    this.#begun.add(key)
    for (let above = 0; above < ilvl; above += 1) {
      if (counter.has(above)) continue
      counter.set(above, num.startOverrides.get(above) ?? levelOf(num, above).start)
    }
    for (const below of [...counter.keys()].filter((one) => one > ilvl)) {
      if (restarts(num.levels.get(below), ilvl)) counter.delete(below)
    }
    const number = formatNumber(level.numFmt, counter.get(ilvl) ?? level.start)
    return {label: writeLabel(num, level, counter), number}
  }
}

/** Whether a paragraph at level `ilvl` makes a deeper level begin again (ECMA-376 Part 1, 17.9.10). */
function restarts(deeper: Level | undefined, ilvl: number): boolean {
  const after = deeper?.lvlRestart ?? null
  return after === null || ilvl < after
}

/** Fills in the `%1` … `%9` of a level's text (ECMA-376 Part 1, 17.9.11), all decimal under isLgl (17.9.4). */
function writeLabel(num: Num, level: Level, counter: Map<number, number>): string {
  formatNumber(level.numFmt, 1)
  return level.lvlText.replace(/%([1-9])/g, (_, digit: string) => {
    const ilvl = Number(digit) - 1
    const value = counter.get(ilvl)
    if (value === undefined) throw new Error(`num ${num.numId} prints level ${ilvl}, which has no number`)
    return formatNumber(level.isLgl ? 'decimal' : levelOf(num, ilvl).numFmt, value)
  })
}

/**
 * Where the words of numbered paragraphs begin (ECMA-376 Part 1, 17.3.1.12): as the paragraph says, else as its level does.
 *
 * @returns a function from a row of `computeLabels` to twips from the margin; 0 for one without a number
 */
export function leftOfLevels(pkg: WordPackage): (row: LabelledParagraph) => number {
  const nums = readNumbering(pkg)
  return ({paragraph, numId, ilvl}) => {
    const own = attribute(child(child(paragraph, 'w:pPr'), 'w:ind'), 'w:left')
    return own === undefined ? (nums.get(numId ?? '')?.levels.get(ilvl ?? -1)?.left ?? 0) : Number(own)
  }
}

/**
 * Computes every list label of the main document from numbering.xml, styles.xml and document.xml, without the
 * product's code (ECMA-376 Part 1, 17.9). Paragraphs come in document order, those of tables and content
 * controls included; notes, headers and footers are not. A paragraph whose mark is deleted by a tracked change
 * is listed without a label and does not count.
 * @throws for what the documents never use: bullets and other formats, style links, undeclared levels
 */
export function computeLabels(pkg: WordPackage): readonly LabelledParagraph[] {
  return once(pkg, computeLabels, () => labelled(pkg))
}

function labelled(pkg: WordPackage): LabelledParagraph[] {
  const nums = readNumbering(pkg)
  const styles = readStyles(pkg)
  const counters = new Counters()
  part(pkg, 'word/document.xml')
  const known = new Map<string | null, Numbered | null>()
  const ofStyle = (style: string | null): Numbered | null => {
    const before = known.get(style)
    const numbered = before === undefined ? numberingOfStyle(style, styles, nums) : before
    known.set(style, numbered)
    return numbered
  }
  return elementsOf(pkg, 'word/document.xml', 'w:p').map((paragraph) => {
    const style = paragraphStyle(styles, paragraph)
    const numbered = numberingOf(paragraph, style, ofStyle)
    const row = {paragraph, text: visibleText(paragraph), numId: numbered?.numId ?? null, style}
    const num = numbered === null ? undefined : nums.get(numbered.numId)
    if (numbered === null || num === undefined || markIsDeleted(paragraph))
      return {...row, label: null, number: null, ilvl: null, isStruck: false}
    const {isStruck} = levelOf(num, numbered.ilvl)
    return {...row, ...counters.count(num, numbered.ilvl), ilvl: numbered.ilvl, isStruck}
  })
}
