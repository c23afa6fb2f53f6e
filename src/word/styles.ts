import {once, type WordPackage} from './package.ts'
import {attribute, child, childrenOf, type XmlElement} from './xml.ts'

/** The styles of a package by id (ECMA-376 Part 1, 17.7.4.17) and the id of the default paragraph style. */
export interface Styles {
  byId: Map<string, XmlElement>
  defaultParagraph: string | null
}

/** @returns whether an on/off attribute value means on (ECMA-376 Part 1, 22.9.2.7) */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

/** Reads word/styles.xml; a package without it has no styles. */
export function readStyles(pkg: WordPackage): Styles {
  return once(pkg, readStyles, () => stylesIn(pkg))
}

function stylesIn(pkg: WordPackage): Styles {
  const byId = new Map<string, XmlElement>()
  let defaultParagraph: string | null = null
  for (const style of childrenOf(pkg.parts.get('word/styles.xml'), 'w:style')) {
    const id = attribute(style, 'w:styleId')
    if (id === undefined) continue
    if (!byId.has(id)) byId.set(id, style)
    const isDefault = isOn(attribute(style, 'w:default')) && attribute(style, 'w:type') === 'paragraph'
    if (isDefault) defaultParagraph ??= id
  }
  return {byId, defaultParagraph}
}

/**
 * Id of the style of a paragraph (ECMA-376 Part 1, 17.3.1.27): the one it names, else the default one.
 * @returns the id as written, even when no such style exists; null when there is neither
 */
export function paragraphStyle(styles: Styles, paragraph: XmlElement): string | null {
  return attribute(child(child(paragraph, 'w:pPr'), 'w:pStyle')) ?? styles.defaultParagraph
}

/**
 * A style and those it is based on, nearest first (ECMA-376 Part 1, 17.7.4.3). An unknown id ends the chain.
 * @throws when a style is based on itself
 */
export function styleChain(styles: Styles, id: string | null): {id: string; style: XmlElement}[] {
  const chain: {id: string; style: XmlElement}[] = []
  let next: string | null = id
  while (next !== null) {
    const style = styles.byId.get(next)
    if (style === undefined) break
    if (chain.some((one) => one.id === next)) throw new Error(`style ${next} is based on itself`)
    chain.push({id: next, style})
    next = attribute(child(style, 'w:basedOn')) ?? null
  }
  return chain
}
