import assert from 'node:assert/strict'
import type {Document} from 'docx'
import {strToU8, unzipSync, type Zippable, zipSync} from 'fflate'
import {largest} from '../../message/index.ts'
import type {Finished} from '../types.ts'
import {compile} from './compile.ts'
import {anchorsOf, anchorsPart, anchorsPropertiesPart, digestOfAnchors} from './parts/anchors.ts'
import {corePart} from './parts/core.ts'
import {customPart} from './parts/custom.ts'
import {type MediaPart, mediaParts} from './parts/media.ts'
import {numberingIds, numberingPart} from './parts/numbering.ts'
import {rankOfPart} from './parts/package-order.ts'
import {
  anchorsRelationshipsPart,
  contentTypesPart,
  packageRelationshipsPart,
  withAnchors,
  withRelationship,
} from './parts/package-parts.ts'
import {settingsPart} from './parts/settings.ts'
import {stylesPart} from './parts/styles.ts'

// Local fields, since fflate reads local time: the same bytes in every time zone.
const zipTime = new Date(1980, 0, 1, 12)

// Without compression, so that git keeps of a changed file what has changed (docs/reasons/writing.md).
const stored = {mtime: zipTime, level: 0, os: 0, attrs: 0} as const

/**
 * The document as bytes: the words as docx writes them, our own parts put in, ids made stable, entries in a fixed order.
 */
export function pack(document: Document, finished: Finished): Uint8Array {
  const {tree} = finished
  const parts = compile(document)
  const anchors = anchorsOf(tree)
  const own: [string, string][] = [
    ['_rels/.rels', packageRelationshipsPart()],
    ['word/styles.xml', stylesPart(finished)],
    ['word/numbering.xml', numberingPart(finished)],
    ['word/settings.xml', settingsPart(tree.meta)],
    ['docProps/core.xml', corePart(tree.meta)],
    ['docProps/custom.xml', customPart(tree.meta, digestOfAnchors(anchors))],
    ['customXml/item1.xml', anchorsPart(tree, anchors)],
    ['customXml/itemProps1.xml', anchorsPropertiesPart(tree.meta)],
    ['customXml/_rels/item1.xml.rels', anchorsRelationshipsPart()],
  ]
  for (const [path, text] of own) parts.set(path, text)
  edit(parts, 'word/_rels/document.xml.rels', withoutUnused)
  for (const owner of ['word/document.xml', 'word/footnotes.xml']) stableRelationships(owner, parts)
  const media = mediaParts(finished)
  for (const picture of media) relate(picture, parts)
  edit(parts, 'word/_rels/document.xml.rels', withAnchors)
  edit(parts, 'word/document.xml', (body) => joinSections(numbered(body, finished)))
  edit(parts, 'word/footnotes.xml', plainSeparators)
  if (tree.noteFormat) edit(parts, 'word/document.xml', (body) => withNoteFormat(body, tree.noteFormat ?? ''))
  for (const path of parts.keys())
    if (path.endsWith('.rels') && !parts.get(path)?.includes('<Relationship ')) parts.delete(path)
  const pictures = new Map(media.map(({name, bytes}) => [name, bytes]))
  const contentTypes = '[Content_Types].xml'
  const paths = [contentTypes, ...parts.keys(), ...pictures.keys()].sort(inPackageOrder)
  parts.set(contentTypes, contentTypesPart(paths))
  const entries: Zippable = {}
  for (const path of paths) {
    const bytes = pictures.get(path)
    if (bytes) entries[path] = [bytes, stored]
    if (bytes) continue
    const text = parts.get(path) ?? ''
    assert(
      !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text),
      `${path} holds a character that XML forbids`,
    )
    entries[path] = [strToU8(text), stored]
  }
  return zipSync(entries)
}

/**
 * The same package, compressed: about a fifth of the size, for whoever is sent it. Its parts, their order and their time
 * stay; pictures, whose pixels are packed already, too.
 *
 * @param bytes  of a file that was packed here
 */
export function deflated(bytes: Uint8Array): Uint8Array {
  const entries: Zippable = {}
  for (const [path, content] of Object.entries(unzipSync(bytes)))
    entries[path] = [content, {...stored, level: path.startsWith('word/media/') ? 0 : 6}]
  return zipSync(entries)
}

/** The relationship of a picture, whose id takes the place of what stood for it. */
function relate({name, mark}: MediaPart, parts: Map<string, string>): void {
  const path = 'word/_rels/document.xml.rels'
  const {relationships, id} = withRelationship(parts.get(path) ?? '', 'image', name.replace('word/', ''))
  parts.set(path, relationships)
  edit(parts, 'word/document.xml', (body) => body.replaceAll(`r:embed="${mark}"`, () => `r:embed="${id}"`))
}

function edit(parts: Map<string, string>, path: string, change: (text: string) => string): void {
  const text = parts.get(path)
  assert(text !== undefined, `docx writes ${path}`)
  parts.set(path, change(text))
}

/** Without the relationships of the parts that are left out. */
function withoutUnused(relationships: string): string {
  return relationships.replace(
    /<Relationship [^>]*?Target="(?:comments|endnotes|fontTable)\.xml"[^>]*?\/>/g,
    '',
  )
}

/** docx puts the mark of a note before the line that parts notes from the text, where Word has none. */
function plainSeparators(footnotes: string): string {
  return footnotes.replace(
    /<w:r><w:rPr><w:rStyle w:val="FootnoteReference"\/><\/w:rPr><w:footnoteRef\/><\/w:r>(?=<w:r><w:(?:continuationS|s)eparator\/>)/g,
    '',
  )
}

/** CT_SectPr: footerReference, footnotePr, type. LibreOffice has one format for a document, so that each section says it. */
function withNoteFormat(body: string, format: string): string {
  return body.replace(
    /<w:sectPr\b[^>]*>(?:<w:footerReference\b[^>]*\/>)*/g,
    (head) => `${head}<w:footnotePr><w:numFmt w:val="${format}"/></w:footnotePr>`,
  )
}

/** docx gives hyperlinks a random id; ours are counted in the order of the file. */
function stableRelationships(owner: string, parts: Map<string, string>): void {
  const path = owner.replace('word/', 'word/_rels/').concat('.rels')
  let relationships = parts.get(path) ?? ''
  let content = parts.get(owner)
  const ids = [...relationships.matchAll(/ Id="([^"]+)"/g)].map((match) => match[1] ?? '')
  const used = ids.map((id) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0))
  let last = largest(used)
  for (const id of ids) {
    if (/^rId\d+$/.test(id)) continue
    last += 1
    relationships = relationships.replaceAll(`Id="${id}"`, () => `Id="rId${last}"`)
    content = content?.replaceAll(`r:id="${id}"`, () => `r:id="rId${last}"`)
  }
  parts.set(path, relationships)
  if (content !== undefined) parts.set(owner, content)
}

/** docx leaves the name of a sequence it does not know in braces; here it becomes its numId. */
function numbered(text: string, finished: Finished): string {
  const ids = numberingIds(finished.tree.sequences)
  return text.replace(/<w:numId w:val="\{([^}]+)-0\}"\/>/g, (_whole, sequence: string) => {
    const id = ids.get(sequence)
    assert(id !== undefined, `every numbered paragraph belongs to a sequence, not to ${sequence}`)
    return `<w:numId w:val="${id}"/>`
  })
}

/**
 * The section break of each part but the last stands in its last paragraph, not in an empty one after it,
 * which could open an empty page.
 */
function joinSections(text: string): string {
  return text.replace(
    /<\/w:pPr>((?:(?!<\/w:pPr>|<w:p>|<w:p ).)*)<\/w:p><w:p><w:pPr>(<w:sectPr\b.*?<\/w:sectPr>)<\/w:pPr><\/w:p>/gs,
    (_whole, runs: string, section: string) => `${section}</w:pPr>${runs}</w:p>`,
  )
}

function inPackageOrder(a: string, b: string): number {
  // Of one kind, such as footers, by their number.
  return (rankOfPart(a) ?? 0) - (rankOfPart(b) ?? 0) || numberIn(a) - numberIn(b) || (a < b ? -1 : 1)
}

function numberIn(path: string): number {
  return Number(/\d+(?=\.[a-z]+$)/.exec(path)?.[0] ?? 0)
}
