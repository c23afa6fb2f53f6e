import assert from 'node:assert/strict'
import type {Element, ElementContent} from 'xast'

/**
 * An XML part of a package: declaration and tree, sign for sign as xast-util-to-xml writes it, which makes an expression
 * of each attribute; a file of ours has some thousand. XML 1.0, 2.4, forbids `]]>` in text.
 */
export function xmlText(element: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${textOf(element).replaceAll(']]>', ']]&gt;')}`
}

/** Namespace of WordprocessingML. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function textOf(node: ElementContent): string {
  if (node.type === 'text') return escaped(node.value, /[&<]/g)
  assert(node.type === 'element', `our parts hold elements and text, not ${node.type}`)
  let attributes = ''
  for (const [name, value] of Object.entries(node.attributes))
    if (value !== null && value !== undefined) attributes += ` ${name}="${escaped(value, /["&<]/g)}"`
  let content = ''
  for (const child of node.children) content += textOf(child)
  return `<${node.name}${attributes}>${content}</${node.name}>`
}

function escaped(text: string, signs: RegExp): string {
  return text
    .replace(/[\0-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(signs, (sign) => `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`)
}
