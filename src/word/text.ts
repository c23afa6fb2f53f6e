import {attribute, childrenOf, type XmlElement} from './xml.ts'

/** Elements whose content is not visible, or belongs to another paragraph. Instructions hold no `w:t` at all. */
const SKIPPED = new Set(['w:pPr', 'w:del', 'w:moveFrom', 'w:p'])

const SINGLE: Record<string, string> = {
  'w:tab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '\u2011',
}

/**
 * Visible text of a `w:p`, `w:r` or any element inside a paragraph, tracked changes accepted (ECMA-376 Part 1,
 * 17.3.3): texts joined; a tab or a break is one space; a non-breaking hyphen is U+2011; field results are
 * text, field instructions are not; white space round a `w:t` without `xml:space="preserve"` is dropped, as
 * Word does. The label of the paragraph is not part of it.
 * @param element where to start; its own name does not matter
 * @returns the text, on one line
 */
export function visibleText(element: XmlElement): string {
  if (element.name === 'w:t') return textOf(element)
  return SINGLE[element.name] ?? childrenOf(element).map(visibleTextOfPart).join('')
}

/** As `visibleText`, but nothing when the element itself is one whose content is not visible. */
export function visibleTextOfPart(element: XmlElement): string {
  return SKIPPED.has(element.name) ? '' : visibleText(element)
}

function textOf(element: XmlElement): string {
  const text = element.children.filter((one) => typeof one === 'string').join('')
  return attribute(element, 'xml:space') === 'preserve' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

/**
 * @returns whether the mark that ends the paragraph is deleted or moved away by a tracked change, so that the
 *   paragraph does not count once changes are accepted (ECMA-376 Part 1, 17.13.5.15)
 */
export function markIsDeleted(paragraph: XmlElement): boolean {
  const mark = childrenOf(childrenOf(paragraph, 'w:pPr')[0], 'w:rPr')[0]
  return childrenOf(mark).some(({name}) => name === 'w:del' || name === 'w:moveFrom')
}
