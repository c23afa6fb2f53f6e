import {formatNumber} from './number-format.ts'
import {elementsOf, once, part, type WordPackage} from './package.ts'
import {type Reference, references} from './references.ts'
import {attribute, child, childrenOf, type XmlElement} from './xml.ts'

/** A mark of a note in the main document, as Word prints it. */
export interface NoteMark {
  /** Id of the note. */
  note: string
  /** For example `1` or `†`. */
  label: string
  /** Names of the bookmarks that stand around the mark, the outermost first. */
  bookmarks: readonly string[]
}

/**
 * Every mark of a note with its number. Word and LibreOffice count marks, not notes: each mark has the number after
 * that of the mark before it, also where two name one note (ECMA-376 Part 1, 17.11.14 and 17.11.17: the number is that
 * of the reference). The number is written in the format that its section gives to notes.
 * @returns the marks in document order
 * @throws for a format that the documents do not use
 */
export function noteMarks(pkg: WordPackage): readonly NoteMark[] {
  return once(pkg, noteMarks, () => marksIn(pkg))
}

function marksIn(pkg: WordPackage): NoteMark[] {
  const root = part(pkg, 'word/document.xml')
  const [section] = elementsOf(pkg, 'word/document.xml', 'w:sectPr')
  const format = attribute(child(child(section, 'w:footnotePr'), 'w:numFmt')) ?? 'decimal'
  const open = new Map<string, string>()
  const marks: NoteMark[] = []
  const walk = (parent: XmlElement): void => {
    for (const element of childrenOf(parent)) {
      const id = attribute(element, 'w:id') ?? ''
      if (element.name === 'w:bookmarkStart') open.set(id, attribute(element, 'w:name') ?? '')
      else if (element.name === 'w:bookmarkEnd') open.delete(id)
      else if (element.name === 'w:footnoteReference')
        marks.push({note: id, label: formatNumber(format, marks.length + 1), bookmarks: [...open.values()]})
      else walk(element)
    }
  }
  walk(root)
  return marks
}

/** A field that repeats the mark of a note. */
export interface RepeatedMark {
  reference: Reference
  /** The mark in its bookmark; null when there is none, or more than one. */
  mark: NoteMark | null
}

/** `NOTEREF` fields (ECMA-376 Part 1, 17.16.5.43) in document order, each with the mark that it repeats. */
export function repeatedMarks(pkg: WordPackage): RepeatedMark[] {
  const fields = references(pkg).filter(({name}) => name === 'NOTEREF')
  if (fields.length === 0) return []
  const marksOf = new Map<string, NoteMark[]>()
  for (const mark of noteMarks(pkg))
    for (const name of mark.bookmarks) {
      const own = marksOf.get(name)
      if (own) own.push(mark)
      else marksOf.set(name, [mark])
    }
  return fields.map((reference) => {
    const [mark, ...others] = marksOf.get(reference.bookmark ?? '') ?? []
    return {reference, mark: mark && others.length === 0 ? mark : null}
  })
}
