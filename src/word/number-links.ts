import {computeLabels} from './labels.ts'
import {elementsOf, type WordPackage} from './package.ts'
import {bookmarks} from './references.ts'
import {visibleText} from './text.ts'
import {attribute} from './xml.ts'

/** A link that prints the number of a paragraph without the words of its label, such as the 1 of “Table 1”. */
export interface NumberLink {
  /** Name of the bookmark to which it leads. */
  bookmark: string
  text: string
  /** The number of the paragraph that holds the bookmark; null where there is none. */
  expected: string | null
}

/**
 * The internal links of the main document and of the footnotes (`w:hyperlink` with `w:anchor`, ECMA-376 Part 1, 17.16.22), in
 * order. `REF … \n` would repeat the words of the label, and its switch for the number alone is not known everywhere.
 */
export function numberLinks(pkg: WordPackage): NumberLink[] {
  const links = ['word/document.xml', 'word/footnotes.xml'].flatMap((name) =>
    elementsOf(pkg, name, 'w:hyperlink').filter((link) => attribute(link, 'w:anchor') !== undefined),
  )
  if (links.length === 0) return []
  const targets = bookmarks(pkg)
  const numbers = new Map(computeLabels(pkg).map(({paragraph, number}) => [paragraph, number]))
  return links.map((link) => {
    const bookmark = attribute(link, 'w:anchor') ?? ''
    const target = targets.get(bookmark)
    return {bookmark, text: visibleText(link), expected: (target && numbers.get(target)) ?? null}
  })
}
