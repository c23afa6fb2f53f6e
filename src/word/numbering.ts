import {once, type WordPackage} from './package.ts'
import {isOn} from './styles.ts'
import {attribute, child, childrenOf, type XmlElement} from './xml.ts'

/** One level of a list (ECMA-376 Part 1, 17.9.6), with the defaults of the standard filled in. */
export interface Level {
  ilvl: number
  start: number
  numFmt: string
  lvlText: string
  /** What stands between label and text: tab, space or nothing. */
  suff: string
  /** 1-based level after which the counter restarts, 0 for never, null for the usual rule. */
  lvlRestart: number | null
  isLgl: boolean
  /** Where its words begin, in twips. */
  left: number
  /** Id of the paragraph style that is linked to the level. */
  pStyle: string | null
  /** Whether the label is struck through, by the properties of its own run (17.9.24). */
  isStruck: boolean
}

/** One numbering instance (ECMA-376 Part 1, 17.9.15): levels after whole-level overrides, and its restarts. */
export interface Num {
  numId: string
  abstractNumId: string
  levels: Map<number, Level>
  startOverrides: Map<number, number>
}

/** @returns the value of a `w:val` that must be a whole number of 0 or more; `otherwise` when it is absent */
function whole<T>(element: XmlElement | undefined, otherwise: T): number | T {
  const text = attribute(element)
  if (text === undefined) return otherwise
  if (!/^\d+$/.test(text)) throw new Error(`${element?.name} has the value ${text}`)
  return Number(text)
}

/** Reads a `w:ilvl` attribute of a `w:lvl` or `w:lvlOverride`: 0 to 8. */
function levelIndex(element: XmlElement): number {
  const text = attribute(element, 'w:ilvl') ?? ''
  if (!/^[0-8]$/.test(text)) throw new Error(`${element.name} has the level ${text || 'none'}`)
  return Number(text)
}

function readLevel(lvl: XmlElement): Level {
  const legal = child(lvl, 'w:isLgl')
  const struck = child(child(lvl, 'w:rPr'), 'w:strike')
  return {
    ilvl: levelIndex(lvl),
    start: whole(child(lvl, 'w:start'), 0),
    numFmt: attribute(child(lvl, 'w:numFmt')) ?? 'decimal',
    lvlText: attribute(child(lvl, 'w:lvlText')) ?? '',
    suff: attribute(child(lvl, 'w:suff')) ?? 'tab',
    lvlRestart: whole(child(lvl, 'w:lvlRestart'), null),
    isLgl: legal !== undefined && isOn(attribute(legal) ?? 'true'),
    left: Number(attribute(child(child(lvl, 'w:pPr'), 'w:ind'), 'w:left') ?? 0),
    pStyle: attribute(child(lvl, 'w:pStyle')) ?? null,
    isStruck: struck !== undefined && isOn(attribute(struck) ?? 'true'),
  }
}

function readAbstract(abstract: XmlElement): Map<number, Level> {
  for (const link of ['w:styleLink', 'w:numStyleLink']) {
    if (child(abstract, link) !== undefined)
      throw new Error(`${link} is not followed and must not be written`)
  }
  return new Map(childrenOf(abstract, 'w:lvl').map((lvl) => [levelIndex(lvl), readLevel(lvl)]))
}

function readNum(num: XmlElement, abstracts: Map<string, Map<number, Level>>): Num {
  const numId = attribute(num, 'w:numId') ?? ''
  const abstractNumId = attribute(child(num, 'w:abstractNumId')) ?? ''
  const inherited = abstracts.get(abstractNumId)
  if (inherited === undefined) throw new Error(`num ${numId} names the unknown abstractNum ${abstractNumId}`)
  const levels = new Map(inherited)
  const startOverrides = new Map<number, number>()
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const ilvl = levelIndex(override)
    const start = whole(child(override, 'w:startOverride'), null)
    if (start !== null) startOverrides.set(ilvl, start)
    const lvl = child(override, 'w:lvl')
    if (lvl !== undefined) levels.set(ilvl, readLevel(lvl))
  }
  return {numId, abstractNumId, levels, startOverrides}
}

/**
 * Reads word/numbering.xml (ECMA-376 Part 1, 17.9); a package without it has no numbering.
 * @returns the numbering instances by numId; numId 0 means "no number" and is never among them
 * @throws for style links (17.9.21, 17.9.27), an unknown abstractNum, an id used twice, a level that is not
 *   0 to 8
 */
export function readNumbering(pkg: WordPackage): Map<string, Num> {
  return once(pkg, readNumbering, () => numberingIn(pkg))
}

function numberingIn(pkg: WordPackage): Map<string, Num> {
  const root = pkg.parts.get('word/numbering.xml')
  const abstracts = new Map<string, Map<number, Level>>()
  for (const abstract of childrenOf(root, 'w:abstractNum')) {
    const id = attribute(abstract, 'w:abstractNumId') ?? ''
    if (abstracts.has(id)) throw new Error(`abstractNum ${id} is defined twice`)
    abstracts.set(id, readAbstract(abstract))
  }
  const nums = new Map<string, Num>()
  for (const element of childrenOf(root, 'w:num')) {
    const num = readNum(element, abstracts)
    if (nums.has(num.numId)) throw new Error(`num ${num.numId} is defined twice`)
    if (num.numId !== '0') nums.set(num.numId, num)
  }
  return nums
}
