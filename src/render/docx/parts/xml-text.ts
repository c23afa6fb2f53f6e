import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** An XML part of a package: declaration and tree. */
export function xmlText(element: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${toXml(element)}`
}

/** Namespace of WordprocessingML. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
