import {largest} from '../message/index.ts'
import {attribute, child, childrenOf, descendants, type XmlElement} from '../word/index.ts'
import {changed, element, keyOf} from './elements.ts'
import {isOfUnit, type Side} from './side.ts'

const numberingPart = 'word/numbering.xml'
const stylesPart = 'word/styles.xml'

/** The lists of both sides in one numbering, and the styles of both. */
export interface Numbering {
  /** Ids of lists of the later file, by those of the same lists in the earlier one; new ids for those it has no more. */
  ids: ReadonlyMap<string, string>
  numbering: XmlElement | undefined
  styles: XmlElement | undefined
}

/**
 * Which list of one side is which of the other: that in which most of its paragraphs stand there, if its labels are made
 * in the same way. A list is not known by its place or name, which change with what stands before it. What has another
 * text, such as the number of a decision, is another list.
 */
export function mergeNumbering(before: Side, after: Side): Numbering {
  const [lists, others] = [listsOf(before), listsOf(after)]
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const [one, other] of votes(before, after)) {
    if (ids.has(one) || taken.has(other) || lists.get(one)?.form !== others.get(other)?.form) continue
    ids.set(one, other)
    taken.add(other)
  }
  let next = 1 + largest([...others.keys(), ...abstractIds(after)].map(Number))
  const added: {list: List; id: string}[] = []
  for (const [one, list] of lists) {
    if (ids.has(one)) continue
    ids.set(one, String(next))
    added.push({list, id: String(next)})
    next += 1
  }
  return {ids, numbering: withLists(before, after, added), styles: withStyles(before, after, ids)}
}

interface List {
  abstract: XmlElement
  /** What its labels are made of. */
  form: string
}

function listsOf({pkg}: Side): Map<string, List> {
  const root = pkg.parts.get(numberingPart)
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [attribute(one, 'w:abstractNumId'), one] as const),
  )
  const lists = new Map<string, List>()
  for (const num of childrenOf(root, 'w:num')) {
    const abstract = abstracts.get(attribute(child(num, 'w:abstractNumId')))
    if (abstract) lists.set(attribute(num, 'w:numId') ?? '', {abstract, form: formOf(abstract)})
  }
  return lists
}

const ofLabels = ['w:start', 'w:numFmt', 'w:pStyle', 'w:suff', 'w:lvlText', 'w:rPr']

function formOf(abstract: XmlElement): string {
  const levels = childrenOf(abstract, 'w:lvl')
  return JSON.stringify(levels.map((level) => ofLabels.map((name) => keyOf(child(level, name)))))
}

function abstractIds({pkg}: Side): string[] {
  return childrenOf(pkg.parts.get(numberingPart), 'w:abstractNum').map(
    (one) => attribute(one, 'w:abstractNumId') ?? '0',
  )
}

/** Pairs of lists, those first in which the most units stand on both sides; the lists of the styles before all. */
function votes(before: Side, after: Side): [string, string][] {
  const [lists, others] = [listsByUnit(before), listsByUnit(after)]
  const counts = new Map<string, {pair: [string, string]; count: number}>()
  for (const [unit, one] of lists) {
    const other = others.get(unit)
    if (other === undefined) continue
    const key = `${one} ${other}`
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, {pair: [one, other], count: 1})
  }
  const pairs = [...counts.values()].sort((a, b) => b.count - a.count).map(({pair}) => pair)
  const [linked, otherLinked] = [listOfStyles(before), listOfStyles(after)]
  return linked !== undefined && otherLinked !== undefined ? [[linked, otherLinked], ...pairs] : pairs
}

function listsByUnit({body}: Side): Map<string, string> {
  const found = new Map<string, string>()
  for (const paragraph of descendants(body, 'w:p')) {
    const id = attribute(child(child(child(paragraph, 'w:pPr'), 'w:numPr'), 'w:numId'))
    const name = childrenOf(paragraph, 'w:bookmarkStart').map((one) => attribute(one, 'w:name') ?? '')
    const unit = name.find(isOfUnit)
    if (id !== undefined && unit !== undefined) found.set(unit, id)
  }
  return found
}

function numPrOf(style: XmlElement): XmlElement | undefined {
  return child(child(style, 'w:pPr'), 'w:numPr')
}

function stylesOf({pkg}: Side): XmlElement[] {
  return childrenOf(pkg.parts.get(stylesPart), 'w:style')
}

function listOfStyles(side: Side): string | undefined {
  const [id] = stylesOf(side).flatMap((style) => attribute(child(numPrOf(style), 'w:numId')) ?? [])
  return id
}

/** CT_Numbering: every abstractNum before every num. */
function withLists(
  before: Side,
  after: Side,
  added: readonly {list: List; id: string}[],
): XmlElement | undefined {
  const root = after.pkg.parts.get(numberingPart) ?? before.pkg.parts.get(numberingPart)
  if (!root) return undefined
  const own = after.pkg.parts.has(numberingPart) ? childrenOf(root) : []
  const linked = listOfStyles(after)
  const abstracts = added.map(({list: {abstract}, id}) =>
    changed(abstract, (copy) => {
      if (copy.name === 'w:abstractNum') copy.attributes['w:abstractNumId'] = id
      // A style has one list.
      const isOther = copy.name === 'w:lvl' && linked !== undefined
      return isOther ? {...copy, children: copy.children.filter((one) => !isPStyle(one))} : copy
    }),
  )
  const nums = added.map(({id}) =>
    element('w:num', {'w:numId': id}, [element('w:abstractNumId', {'w:val': id})]),
  )
  const isAbstract = ({name}: XmlElement): boolean => name === 'w:abstractNum'
  const children = [
    ...own.filter(isAbstract),
    ...abstracts,
    ...own.filter((one) => !isAbstract(one)),
    ...nums,
  ]
  return {...root, children}
}

function isPStyle(one: XmlElement | string): boolean {
  return typeof one !== 'string' && one.name === 'w:pStyle'
}

/** The styles of the later file, those that only the earlier one has, and its list where the later one has no paragraph in it. */
function withStyles(before: Side, after: Side, ids: ReadonlyMap<string, string>): XmlElement | undefined {
  const root = after.pkg.parts.get(stylesPart)
  if (!root) return undefined
  const earlier = new Map(stylesOf(before).map((style) => [attribute(style, 'w:styleId') ?? '', style]))
  const isListed = listOfStyles(after) !== undefined
  const own = root.children.map((one) => {
    const old = typeof one === 'string' ? undefined : earlier.get(attribute(one, 'w:styleId') ?? '')
    const list = old && numPrOf(old)
    return typeof one === 'string' || isListed || !list ? one : withList(one, withIds(list, ids))
  })
  const known = new Set(stylesOf(after).map((style) => attribute(style, 'w:styleId') ?? ''))
  const added = [...earlier].flatMap(([id, style]) => (known.has(id) ? [] : [withIds(style, ids)]))
  return {...root, children: [...own, ...added]}
}

function withList(style: XmlElement, list: XmlElement): XmlElement {
  return changed(style, (copy) =>
    copy.name === 'w:pPr' ? {...copy, children: withNumPr(copy, list).children} : copy,
  )
}

/** With the ids by which lists go in the file that is made. */
export function withIds(original: XmlElement, ids: ReadonlyMap<string, string>): XmlElement {
  return changed(original, (copy) => {
    const id = copy.name === 'w:numId' ? attribute(copy) : undefined
    if (id !== undefined) copy.attributes['w:val'] = ids.get(id) ?? id
    return copy
  })
}

const beforeNumPr = new Set([
  ...['w:pStyle', 'w:keepNext', 'w:keepLines', 'w:pageBreakBefore', 'w:framePr', 'w:widowControl'],
])

/** Properties of a paragraph with a place in a list. CT_PPrBase: pStyle … widowControl, numPr, the rest. */
export function withNumPr(properties: XmlElement, list: XmlElement): XmlElement {
  const own = childrenOf(properties).filter(({name}) => name !== 'w:numPr')
  const isBefore = ({name}: XmlElement): boolean => beforeNumPr.has(name)
  return {...properties, children: [...own.filter(isBefore), list, ...own.filter((one) => !isBefore(one))]}
}

/** The place in a list that each style gives, by the id of the style. */
export function listsOfStyles(styles: XmlElement | undefined): Map<string, XmlElement> {
  const found = new Map<string, XmlElement>()
  for (const style of childrenOf(styles, 'w:style')) {
    const list = numPrOf(style)
    const id = child(list, 'w:numId')
    if (!list || !id) continue
    const level = attribute(child(list, 'w:ilvl')) ?? '0'
    found.set(
      attribute(style, 'w:styleId') ?? '',
      element('w:numPr', {}, [element('w:ilvl', {'w:val': level}), id]),
    )
  }
  return found
}
