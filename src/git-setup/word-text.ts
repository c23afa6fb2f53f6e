import type {WordFile} from '../edited/index.ts'
import {attribute, child, descendants, type XmlElement} from '../word/index.ts'
import {type Names, wordsOfParagraph} from './word-paragraph.ts'

/** How the names of bookmarks begin that stand around the words of a unit. */
const unitPrefix = 'u_'

/**
 * The words of a Word file for `git diff`: a paragraph a line, with the id of its unit before it where the file says it,
 * and else with its style. It is near to what `x.<language>.units.txt` has: counted labels are left out, and references
 * shown by what they lead to, so that a paragraph that is put in changes no other line.
 *
 * @param file  of whatever version of ours, also one that somebody edited, or one of another program
 * @returns lines without their ends
 */
export function wordText({pkg, anchors}: WordFile): string[] {
  const units = new Map(anchors?.map(({bookmark, unit}) => [bookmark, unit]))
  const notes = new Map(
    descendants(pkg.parts.get('word/footnotes.xml'), 'w:footnote').map((note) => [
      attribute(note, 'w:id') ?? '',
      units.get(unitBookmark(note) ?? '') ?? 'note',
    ]),
  )
  const links = new Map(
    ['document', 'footnotes'].flatMap((name) =>
      descendants(pkg.parts.get(`word/_rels/${name}.xml.rels`), 'Relationship').map((one) => [
        attribute(one, 'Id') ?? '',
        attribute(one, 'Target') ?? '',
      ]),
    ),
  )
  return ['word/document.xml', 'word/footnotes.xml']
    .flatMap((name) => descendants(pkg.parts.get(name), 'w:p'))
    .map((paragraph) => lineOf(paragraph, {units, notes, links}))
    .filter((line) => line !== '')
}

function lineOf(paragraph: XmlElement, names: Names): string {
  const words = wordsOfParagraph(paragraph, names)
  const unit = names.units.get(unitBookmark(paragraph) ?? '')
  if (words === '' && unit === undefined) return ''
  const style = attribute(child(child(paragraph, 'w:pPr'), 'w:pStyle')) ?? ''
  const level = /^Heading([1-9])$/.exec(style)?.[1]
  const heading = level === undefined ? '' : `${'#'.repeat(Number(level))} `
  return `${heading}${unit ?? nameOf(style)}: ${words}`.trimEnd()
}

/** What a paragraph without an id is called: its style, as our sources write it. */
function nameOf(style: string): string {
  const name = style.replace(/^CITES/, '').replace(/\B[A-Z]/g, (letter) => `-${letter}`)
  return `(${name === '' ? 'paragraph' : name.toLowerCase()})`
}

/** The first bookmark of a unit in a paragraph. */
function unitBookmark(paragraph: XmlElement): string | undefined {
  const names = descendants(paragraph, 'w:bookmarkStart').map((one) => attribute(one, 'w:name') ?? '')
  return names.find((name) => name.startsWith(unitPrefix))
}
