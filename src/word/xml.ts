import {SaxesParser} from 'saxes'

/** One element of an XML part: its name with the prefix as written, its attributes, its children in order. */
export interface XmlElement {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/**
 * Reads one XML document into a tree (XML 1.0). Entities are decoded, CDATA becomes text, comments and
 * processing instructions are dropped. Prefixes are not resolved: Word packages use the usual ones.
 * @param source the whole document, with or without its XML declaration
 * @returns the root element
 * @throws when the source is not well-formed or holds a document type, which Open XML forbids (ECMA-376
 *   Part 2, 8.1.4)
 */
export function parseXml(source: string): XmlElement {
  const parser = new SaxesParser()
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a document type is not allowed in an Open XML part')
  })
  parser.on('opentag', (tag) => {
    const element: XmlElement = {name: tag.name, attributes: tag.attributes, children: []}
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const addText = (text: string): void => {
    const children = open.at(-1)?.children
    if (children === undefined || text === '') return
    const last = children.at(-1)
    if (typeof last === 'string') children[children.length - 1] = last + text
    else children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(source).close()
  if (root === undefined) throw new Error('the XML document is empty')
  return root
}

const none: readonly (XmlElement | string)[] = []

/** @returns the child elements of `element`, in order; with `name` (prefix included) only those of that name */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  for (const one of element?.children ?? none)
    if (typeof one !== 'string' && (name === undefined || one.name === name)) found.push(one)
  return found
}

/** @returns the first child element of that name, or undefined; also when `element` itself is undefined */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const one of element?.children ?? none) if (typeof one !== 'string' && one.name === name) return one
  return undefined
}

/** @returns every element below `element` (itself excluded) in document order, or only those named `name` */
export function descendants(element: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = []
  const walk = (parent: XmlElement): void => {
    for (const one of parent.children) {
      if (typeof one === 'string') continue
      if (name === undefined || one.name === name) found.push(one)
      walk(one)
    }
  }
  if (element) walk(element)
  return found
}

/** @returns the value of an attribute (prefix included, `w:val` unless told), or undefined */
export function attribute(element: XmlElement | undefined, name = 'w:val'): string | undefined {
  return element !== undefined && Object.hasOwn(element.attributes, name)
    ? element.attributes[name]
    : undefined
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

function escapeWith(text: string, characters: RegExp): string {
  return text.replace(characters, (one) => ESCAPES[one] ?? one)
}

function write(node: XmlElement | string): string {
  if (typeof node === 'string') return escapeWith(node, /[&<>\r]/g)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeWith(value, /[&<>"\t\n\r]/g)}"`)
    .join('')
  if (node.children.length === 0) return `<${node.name}${attributes}/>`
  return `<${node.name}${attributes}>${node.children.map(write).join('')}</${node.name}>`
}

/**
 * Writes a tree back as an XML document: parsing the result gives an equal tree.
 * @param root the root element, edited or not
 * @returns the document with the declaration that Open XML parts carry
 */
export function serialize(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${write(root)}`
}
