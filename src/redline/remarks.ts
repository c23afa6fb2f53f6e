import {computeLabels, type WordPackage, type XmlElement} from '../word/index.ts'
import type {RedlineWords} from './types.ts'

/**
 * What is said at its new place of a paragraph that has been moved: which number it had, with those above it.
 *
 * @returns a function from a paragraph of the earlier file to the words of a comment
 */
export function remarks(pkg: WordPackage, words: RedlineWords): (paragraph: XmlElement) => string {
  let labels: Map<XmlElement, string> | undefined
  return (paragraph) => {
    labels ??= labelsOf(pkg)
    const label = labels.get(paragraph)
    return label === undefined ? words.moved : words['moved-from'].replace('{number}', () => label)
  }
}

/** Labels as they are referred to: `12 b)`, without the full stop of the last. */
function labelsOf(pkg: WordPackage): Map<XmlElement, string> {
  const labels = new Map<XmlElement, string>()
  const above = new Map<string, string[]>()
  for (const {paragraph, label, numId, ilvl} of computeLabels(pkg)) {
    // A label with words, such as “Table 1.”, is no number of a paragraph.
    if (label === null || numId === null || ilvl === null || /\p{L}{3}/u.test(label)) continue
    const own = [...(above.get(numId) ?? []).slice(0, ilvl), label.replace(/\.$/, '')]
    above.set(numId, own)
    labels.set(paragraph, own.join('\u00a0'))
  }
  return labels
}
