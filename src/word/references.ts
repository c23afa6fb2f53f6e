import {type Field, readFields} from './fields.ts'
import {once, type WordPackage} from './package.ts'
import {attribute, childrenOf, type XmlElement} from './xml.ts'

/** A complex field with the part that holds it. */
export interface Reference extends Field {
  part: string
}

const READ = ['word/document.xml', 'word/footnotes.xml']

/**
 * Every complex field of the main document and of the footnotes (ECMA-376 Part 1, 17.16.18), in order, those
 * deleted by a tracked change left out.
 */
export function references(pkg: WordPackage): Reference[] {
  return READ.flatMap((part) => {
    const fields = readFields(pkg, part).fields.filter(({kind, deleted}) => kind === 'complex' && !deleted)
    return fields.map((field) => ({...field, part}))
  })
}

/**
 * The paragraph in which each bookmark of the main document and of the footnotes starts (ECMA-376 Part 1,
 * 17.13.6.2). A bookmark that starts between paragraphs belongs to the next one; of two with one name the
 * first counts.
 * @returns paragraph by bookmark name, case kept
 */
export function bookmarks(pkg: WordPackage): Map<string, XmlElement> {
  return once(pkg, bookmarks, () => {
    const found = new Map<string, XmlElement>()
    for (const part of READ) collect(pkg.parts.get(part), undefined, [], found)
    return found
  })
}

function collect(
  parent: XmlElement | undefined,
  paragraph: XmlElement | undefined,
  waiting: string[],
  found: Map<string, XmlElement>,
): void {
  for (const element of childrenOf(parent)) {
    const name = element.name === 'w:bookmarkStart' ? attribute(element, 'w:name') : undefined
    if (name !== undefined) waiting.push(name)
    const inside = element.name === 'w:p' ? element : paragraph
    if (inside !== undefined) {
      for (const one of waiting.splice(0)) if (!found.has(one)) found.set(one, inside)
    }
    collect(element, inside, waiting, found)
  }
}
