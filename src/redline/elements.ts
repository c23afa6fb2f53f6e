import {attribute, childrenOf, type XmlElement} from '../word/index.ts'

/** An element that is made here. */
export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: XmlElement['children'] = [],
): XmlElement {
  return {name, attributes, children}
}

/** A copy in which each element is what a function makes of it, from the outside to the inside. */
export function changed(original: XmlElement, change: (copy: XmlElement) => XmlElement): XmlElement {
  const copy = change({...original, attributes: {...original.attributes}})
  return {
    ...copy,
    children: copy.children.map((one) => (typeof one === 'string' ? one : changed(one, change))),
  }
}

/** What an element says, the same for elements that say the same: names, attributes in their order, children. */
export function keyOf(one: XmlElement | undefined): string {
  return one === undefined ? '' : JSON.stringify([one.name, one.attributes, one.children.map(keyOfChild)])
}

function keyOfChild(one: XmlElement | string): string {
  return typeof one === 'string' ? one : keyOf(one)
}

/** The text right inside an element. */
export function textIn(one: XmlElement): string {
  return one.children.filter((part) => typeof part === 'string').join('')
}

/** An element without some of its children. */
export function without(original: XmlElement | undefined, names: readonly string[]): XmlElement | undefined {
  if (original === undefined) return undefined
  const children = original.children.filter((one) => typeof one === 'string' || !names.includes(one.name))
  return {...original, children}
}

/** The first word of an instruction and the bookmark behind it, in three pieces that give it back. */
export const referenceForm = /^(\s*(?:REF|PAGEREF|NOTEREF)\s+)([^\s\\]+)(.*)$/s

/** Names of the bookmarks that begin anywhere below an element. */
export function bookmarkNames(root: XmlElement): string[] {
  const names: string[] = []
  const walk = (parent: XmlElement): void => {
    for (const one of childrenOf(parent)) {
      if (one.name === 'w:bookmarkStart') names.push(attribute(one, 'w:name') ?? '')
      walk(one)
    }
  }
  walk(root)
  return names
}
