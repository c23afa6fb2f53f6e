import {childrenOf, part, type WordPackage, type XmlElement} from '../word/index.ts'
import {counted} from './count-annotations.ts'
import {Merge} from './merge.ts'
import {mergeNumbering, type Numbering} from './numbering.ts'
import {packageOf} from './package-of.ts'
import {Parts} from './parts.ts'
import {PropertiesOfLines} from './properties.ts'
import {remarks} from './remarks.ts'
import {readSide, type Side} from './side.ts'
import type {Paragraph, RedlineOptions} from './types.ts'
import {ItemWriter, isNote, noteWith} from './write-items.ts'
import {zipped} from './zipped.ts'

/**
 * The differences between two Word files of ours, versions of one document in one language, as revisions of Word: with all
 * of them accepted it is the later one, with all of them rejected the earlier one. Sections, feet and styles are those of
 * the later one.
 *
 * @param before  the earlier file
 * @param after  the later file
 * @returns a Word file; the same bytes for the same two files and options
 * @throws when one of them is no file that this house rendered
 */
export function redlineOf(before: Uint8Array, after: Uint8Array, options: RedlineOptions): Uint8Array {
  const [earlier, later] = [readSide(before), readSide(after)]
  const numbering = mergeNumbering(earlier, later)
  const remarkOf = remarks(earlier.pkg, options.words)
  let names = new Map<string, string>()
  for (;;) {
    const {pkg, clashes} = merged({...earlier, names}, later, {numbering, remarkOf, options})
    const more = clashes.filter((name) => !names.has(name))
    if (more.length === 0) return zipped(pkg)
    names = new Map([...names, ...more.map((name) => [name, `o_${name}`] as const)])
  }
}

interface Settings {
  numbering: Numbering
  remarkOf: (paragraph: XmlElement) => string
  options: RedlineOptions
}

/**
 * The package, and the names of bookmarks that stand at two places in it: around what went and around what came. A reference
 * that stayed could lead to one of them only, so that those of the earlier side are given other names, and what refers to
 * them goes and comes like any word.
 */
function merged(
  before: Side,
  after: Side,
  {numbering, remarkOf, options}: Settings,
): {pkg: WordPackage; clashes: string[]} {
  const merge = new Merge(before, after, ({element}: Paragraph) => remarkOf(element), options.words.unchanged)
  const parts = new Parts(before, after, options)
  const writer = new ItemWriter(parts, new PropertiesOfLines(numbering))
  const paragraphs = writer.write(merge.items(before.body, after.body, 'document'), 'document')
  const section = childrenOf(after.body, 'w:sectPr')
  const root = part(after.pkg, 'word/document.xml')
  const document = {
    ...root,
    attributes: {...part(before.pkg, 'word/document.xml').attributes, ...root.attributes},
    children: [{...after.body, children: [...paragraphs, ...section]}],
  }
  const footnotes = notesWith(before, after, parts, (own, other, isKept) =>
    writer.write(merge.items(own, other, 'footnotes'), 'footnotes', !isKept),
  )
  const pkg = packageOf({before, after, numbering, parts, options, document, footnotes})
  counted(pkg)
  const twice = [...parts.bookmarks].filter(([, count]) => count > 1).map(([name]) => name)
  return {pkg, clashes: [...merge.clashes, ...twice]}
}

/** The notes in the order of their marks, behind the lines that part them from the text. */
function notesWith(
  before: Side,
  after: Side,
  {notes}: Parts,
  write: (own: XmlElement | undefined, other: XmlElement | undefined, isKept: boolean) => XmlElement[],
): XmlElement | undefined {
  const root = after.pkg.parts.get('word/footnotes.xml') ?? before.pkg.parts.get('word/footnotes.xml')
  if (!root) return undefined
  const written = notes.flatMap((mark, index) => {
    const own = mark.before === undefined ? undefined : before.notes.get(mark.before)
    const other = mark.after === undefined ? undefined : after.notes.get(mark.after)
    const note = other ?? own
    if (!note) return []
    return [noteWith(note, String(index + 1), write(own, other, own !== undefined && other !== undefined))]
  })
  const lines = childrenOf(root).filter((note) => !isNote(note))
  return {...root, children: [...lines, ...written]}
}
