import {elementsOf, type WordPackage} from './package.ts'
import {visibleTextOfPart} from './text.ts'
import {attribute, childrenOf, type XmlElement} from './xml.ts'

/**
 * The words inside each bookmark that stands in one paragraph, as a `REF` field repeats them (ECMA-376 Part 1,
 * 17.16.5.51): with the results of fields. One with the mark of a note inside has none, since the field would make another
 * note.
 *
 * @returns words by name of the bookmark; of two with one name the first counts
 */
export function bookmarkedWords(pkg: WordPackage): Map<string, string> {
  const words = new Map<string, string>()
  for (const name of ['word/document.xml', 'word/footnotes.xml'])
    for (const paragraph of elementsOf(pkg, name, 'w:p'))
      for (const [bookmark, text] of wordsIn(paragraph))
        if (text !== undefined && !words.has(bookmark)) words.set(bookmark, text)
  return words
}

/** What belongs to another paragraph, or is deleted by a tracked change. */
const unread = new Set(['w:p', 'w:del', 'w:moveFrom'])

function wordsIn(paragraph: XmlElement): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  const open = new Map<string, string>()
  const walk = (parent: XmlElement): void => {
    for (const element of childrenOf(parent)) {
      const id = attribute(element, 'w:id') ?? ''
      if (element.name === 'w:bookmarkStart') {
        const name = attribute(element, 'w:name') ?? ''
        open.set(id, name)
        found.set(name, '')
      } else if (element.name === 'w:bookmarkEnd') open.delete(id)
      else if (element.name === 'w:r') add(element)
      else if (!unread.has(element.name)) walk(element)
    }
  }
  const add = (run: XmlElement): void => {
    const hasNote = childrenOf(run, 'w:footnoteReference').length > 0
    for (const name of open.values()) {
      const before = found.get(name)
      found.set(name, hasNote || before === undefined ? undefined : before + visibleTextOfPart(run))
    }
  }
  walk(paragraph)
  return found
}
