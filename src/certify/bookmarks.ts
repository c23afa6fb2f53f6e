import {createHash} from 'node:crypto'
import {characterStyleId, type Finished} from '../render/index.ts'
import {
  bookmarkOf,
  canonicalText,
  noteBookmarkPrefix,
  type Segment,
  unitsOf,
  wordsBookmarkPrefix,
} from '../tree/index.ts'
import {
  attribute,
  child,
  childrenOf,
  descendants,
  elementsOf,
  type MarkedRun,
  markedRuns,
  noteMarks,
  part,
  type WordPackage,
  type XmlElement,
} from '../word/index.ts'
import {differences} from './compare.ts'
import type {Proof} from './types.ts'

const styled = ['inserted', 'deleted', 'example', 'missing', 'hint']

/** Bookmarks that stand inside those of units. */
const inner = [noteBookmarkPrefix, wordsBookmarkPrefix]

/**
 * Bookmarks stand in the order of the units that they are named after. Each is around all words of its unit and no
 * others, with their marks, languages, links, references and notes.
 */
export function proveBookmarks(pkg: WordPackage, finished: Finished): Proof {
  const {tree, styles} = finished
  const {path, tag} = tree.meta
  const due = unitsOf(tree).map(({id, text}) => `${bookmarkOf(path, id)} ${text}`)
  const markOfStyle = new Map(styled.map((name) => [characterStyleId(styles, name), name]))
  const words = unitWords(pkg, markOfStyle)
  const languages = new Set(words.flatMap((unit) => unit.languages))
  const seen = words.map(({bookmark, text}) => `${bookmark} ${text}`)
  const found = sorted(seen, due)
  return {
    proven: {bookmarks: seen.length, languages: [tag, ...[...languages].sort()]},
    faults: [
      ...differences('Bookmarks', found, due),
      ...differences('Anchors', anchorsOf(pkg), found.map(anchorOf)),
      ...differences('Languages', [defaultLanguage(pkg)], [tag]),
    ],
  }
}

/** The words inside a bookmark. */
export interface UnitWords {
  bookmark: string
  /** In their canonical form, with their marks. */
  text: string
  /** Without marks, and without what is computed: labels of references, signs of notes. */
  plainText: string
  /** Tags of the languages that are not the document's. */
  languages: string[]
}

/**
 * The words inside each bookmark of a Word file, read from its bytes alone.
 *
 * @param markOfStyle  the mark that a character style stands for, by the style's id
 */
export function unitWords(
  pkg: WordPackage,
  markOfStyle: {get(style: string): string | undefined},
): UnitWords[] {
  const links = linksOf(pkg)
  const notes = notesOf(pkg)
  const repeated = new Map(
    noteMarks(pkg).flatMap(({note, bookmarks}) => bookmarks.map((name) => [name, notes.get(note)])),
  )
  const segment = (run: MarkedRun, marks: ReadonlySet<string>): Segment => {
    if (run.note !== undefined) return {text: `{note:${notes.get(run.note) ?? '?'}}`, marks: new Set()}
    const again = /^NOTEREF (\S+) \\f /.exec(run.instruction ?? '')?.[1]
    if (again) return {text: `{note:${repeated.get(again) ?? '?'}}`, marks: new Set()}
    const target = run.anchor ?? /^(?:NOTE)?REF (\S+) /.exec(run.instruction ?? '')?.[1]
    return {text: target ? `{ref:${target}}` : run.text, marks}
  }
  return ['word/document.xml', 'word/footnotes.xml'].flatMap((name) =>
    elementsOf(pkg, name, 'w:p').flatMap((paragraph) =>
      [...markedRuns(paragraph)].flatMap(([bookmark, runs]) => {
        if (inner.some((prefix) => bookmark.startsWith(prefix))) return []
        const marks = runs.map((run) => marksOf(run, markOfStyle, links))
        return {
          bookmark,
          text: canonicalText(runs.map((run, index) => segment(run, marks[index] ?? new Set()))),
          plainText: runs.map(({text}) => text).join(''),
          languages: marks.flatMap((own) => [...own].flatMap((mark) => /^lang:(.*)$/.exec(mark)?.[1] ?? [])),
        }
      }),
    ),
  )
}

/** What the custom XML says of each paragraph: its bookmark and the digest of its words. */
function anchorsOf(pkg: WordPackage): string[] {
  return childrenOf(pkg.parts.get('customXml/item1.xml'), 'p').map(
    (anchor) => `${attribute(anchor, 'b')} ${attribute(anchor, 'sha')}`,
  )
}

function anchorOf(line: string): string {
  const [name = '', ...words] = line.split(' ')
  return `${name} ${createHash('sha256').update(words.join(' ')).digest('hex')}`
}

/** In the tree's order: there notes stand at the end of their part, in the file in a part of their own. */
function sorted(seen: readonly string[], due: readonly string[]): string[] {
  const nameOf = (line: string): string => line.slice(0, line.indexOf(' '))
  const places = new Map(due.map((line, place) => [nameOf(line), place]))
  return [...seen].sort((a, b) => (places.get(nameOf(a)) ?? -1) - (places.get(nameOf(b)) ?? -1))
}

function marksOf(
  {properties, link}: MarkedRun,
  markOfStyle: {get(style: string): string | undefined},
  links: ReadonlyMap<string, string>,
): Set<string> {
  const marks = new Set<string>()
  if (child(properties, 'w:b')) marks.add('bold')
  if (child(properties, 'w:i')) marks.add('italic')
  const place = attribute(child(properties, 'w:vertAlign'))
  if (place === 'superscript' || place === 'subscript') marks.add(place)
  const style = markOfStyle.get(attribute(child(properties, 'w:rStyle')) ?? '')
  if (style) marks.add(style)
  const language = attribute(child(properties, 'w:lang'))
  if (language) marks.add(`lang:${language}`)
  if (link !== undefined) marks.add(`link:${links.get(link) ?? ''}`)
  return marks
}

/** Addresses of hyperlinks by the id of their relationship; those of notes have ids of their own part. */
function linksOf(pkg: WordPackage): Map<string, string> {
  const relationships = ['document', 'footnotes'].flatMap((name) =>
    childrenOf(pkg.parts.get(`word/_rels/${name}.xml.rels`), 'Relationship'),
  )
  return new Map(
    relationships.flatMap((one) =>
      attribute(one, 'TargetMode') === 'External'
        ? [[attribute(one, 'Id') ?? '', attribute(one, 'Target') ?? '']]
        : [],
    ),
  )
}

/** Bookmark of each note by the note's id. */
function notesOf(pkg: WordPackage): Map<string, string> {
  const notes = childrenOf(pkg.parts.get('word/footnotes.xml'), 'w:footnote')
  return new Map(
    notes.flatMap((note): [string, string][] => {
      const [name] = descendants(note, 'w:bookmarkStart').map((start) => attribute(start, 'w:name'))
      return name ? [[attribute(note, 'w:id') ?? '', name]] : []
    }),
  )
}

function defaultLanguage(pkg: WordPackage): string {
  const defaults = child(part(pkg, 'word/styles.xml'), 'w:docDefaults')
  const properties: XmlElement | undefined = child(child(defaults, 'w:rPrDefault'), 'w:rPr')
  return attribute(child(properties, 'w:lang')) ?? ''
}
