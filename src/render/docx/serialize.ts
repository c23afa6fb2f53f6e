/** An element as docx gives it: its name, and its attributes, its children or its only text. */
export type Formatted = Readonly<Record<string, unknown>> & {_attr?: unknown}

const signs: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
])

/**
 * An element of docx as XML, sign for sign as the package `xml` writes it, which docx packs with: that one makes three
 * lists of each element. Attributes come first of the children, under `_attr`; an element that can have children and has
 * none is closed by itself only where nothing but attributes is given.
 */
export function serialize(element: Formatted): string {
  for (const name in element) {
    const value = element[name]
    if (Array.isArray(value)) return elementOf(name, value)
    if (typeof value !== 'object' || value === null)
      return value === null ? `<${name}/>` : `<${name}>${escaped(value)}</${name}>`
    return `<${name}${attributesOf((value as Formatted)._attr)}/>`
  }
  return ''
}

function elementOf(name: string, children: readonly unknown[]): string {
  let attributes = ''
  let content = ''
  for (const child of children) {
    if (typeof child !== 'object' || child === null) content += escaped(child)
    else if ('_attr' in child) attributes += attributesOf(child._attr)
    else content += serialize(child as Formatted)
  }
  return `<${name}${attributes}>${content}</${name}>`
}

function attributesOf(attributes: unknown): string {
  let text = ''
  const values = (attributes ?? {}) as Formatted
  for (const key in values) text += ` ${key}="${escaped(values[key])}"`
  return text
}

function escaped(value: unknown): string {
  const text = String(value)
  return /[&"<>']/.test(text) ? text.replace(/[&"<>']/g, (sign) => signs.get(sign) ?? sign) : text
}
