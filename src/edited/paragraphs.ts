import {childrenOf, descendants, visibleText, type WordPackage, type XmlElement} from '../word/index.ts'

/** A paragraph of a Word file that has words, or is named. */
export interface FileParagraph {
  /** Name of the bookmark that says which unit it is; undefined for one of the cover, or one that is new. */
  bookmark: string | undefined
  /** What a reader sees, without labels and references, which are counted anew; white space made single. */
  words: string
}

/** Elements whose content is counted, taken away, or belongs to another paragraph. */
const skipped = new Set(['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:p', 'w:fldSimple'])
const worded = new Set(['w:t', 'w:tab', 'w:br', 'w:cr', 'w:noBreakHyphen'])

/** The paragraphs of the text and of the notes, in their order. */
export function paragraphsOf({parts}: WordPackage): FileParagraph[] {
  return ['word/document.xml', 'word/footnotes.xml']
    .flatMap((name) => descendants(parts.get(name), 'w:p').map(paragraphOf))
    .filter(({bookmark, words}) => bookmark !== undefined || words !== '')
}

function paragraphOf(paragraph: XmlElement): FileParagraph {
  let bookmark: string | undefined
  let text = ''
  let openFields = 0
  const walk = (parent: XmlElement): void => {
    for (const element of childrenOf(parent)) {
      const {name, attributes} = element
      // A link inside the document is a reference, and prints a number.
      if (skipped.has(name) || attributes['w:anchor'] !== undefined) continue
      if (name === 'w:bookmarkStart' && attributes['w:name']?.startsWith('u_'))
        bookmark ??= attributes['w:name']
      if (name === 'w:fldChar') openFields += fieldStep(attributes['w:fldCharType'])
      else if (worded.has(name)) text += openFields > 0 ? '' : visibleText(element)
      else walk(element)
    }
  }
  walk(paragraph)
  return {bookmark, words: plain(text)}
}

function fieldStep(type: string | undefined): number {
  if (type === 'begin') return 1
  return type === 'end' ? -1 : 0
}

/** Words as they are compared: spaces that cannot be told apart by eye are one. */
export function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
