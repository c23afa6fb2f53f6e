import type {Element} from 'xast'
import {toXml} from 'xast-util-to-xml'

/** An XML part of a package: declaration and tree. XML 1.0, 2.4, forbids `]]>` in text, which the serializer leaves. */
export function xmlText(element: Element): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${toXml(element).replaceAll(']]>', ']]&gt;')}`
}

/** Namespace of WordprocessingML. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
