import assert from 'node:assert/strict'
import {type Document, Packer} from 'docx'
import {strFromU8, strToU8, unzipSync, type Zippable, zipSync} from 'fflate'
import type {Finished} from '../types.ts'
import {corePart} from './parts/core.ts'
import {numberingIds, numberingPart} from './parts/numbering.ts'
import {settingsPart} from './parts/settings.ts'
import {stylesPart} from './parts/styles.ts'
import type {Collected} from './types.ts'

// Parts that docx always writes and nothing of ours uses.
const unused = [
  'word/comments.xml',
  'word/endnotes.xml',
  'word/fontTable.xml',
  'docProps/custom.xml',
  'word/_rels/comments.xml.rels',
  'word/_rels/endnotes.xml.rels',
  'word/_rels/fontTable.xml.rels',
]

// Local fields, since fflate reads local time: the same bytes in every time zone.
const zipTime = new Date(1980, 0, 1, 12)

/**
 * The document as bytes: packed by docx, our own parts put in, ids made stable, entries in a fixed order.
 */
export async function pack(
  document: Document,
  collected: Collected,
  finished: Finished,
): Promise<Uint8Array> {
  const overrides = [
    {path: 'word/styles.xml', data: stylesPart(finished)},
    {path: 'word/numbering.xml', data: numberingPart(finished)},
    {path: 'word/settings.xml', data: settingsPart(finished.tree.meta)},
    {path: 'docProps/core.xml', data: corePart(finished.tree.meta)},
  ]
  const packed = await Packer.toArrayBuffer(document, undefined, overrides)
  const parts = new Map<string, string>()
  for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(packed)))) {
    if (!path.endsWith('/') && !unused.includes(path)) parts.set(path, strFromU8(bytes))
  }
  for (const [path, text] of parts)
    if (path === '[Content_Types].xml' || path.endsWith('.rels')) parts.set(path, withoutUnused(text))
  for (const path of [...parts.keys()].filter((name) => name.endsWith('.rels')))
    stableRelationships(path, parts)
  for (const path of [...parts.keys()].filter(
    (name) => name.endsWith('.rels') && !parts.get(name)?.includes('<Relationship '),
  ))
    parts.delete(path)
  const body = parts.get('word/document.xml')
  assert(body, 'docx writes word/document.xml')
  parts.set('word/document.xml', joinSections(numbered(body, finished)))
  void collected
  const entries: Zippable = {}
  for (const path of [...parts.keys()].sort(inPackageOrder)) {
    const text = parts.get(path) ?? ''
    assert(
      !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text),
      `${path} holds a character that XML forbids`,
    )
    entries[path] = [strToU8(text), {mtime: zipTime, level: 6, os: 0, attrs: 0}]
  }
  return zipSync(entries)
}

function withoutUnused(text: string): string {
  return text.replace(
    /<(?:Override|Relationship) [^>]*?(?:PartName|Target)="\/?(?:word\/|docProps\/)?(?:comments|endnotes|fontTable|custom)\.xml"[^>]*?\/>/g,
    '',
  )
}

/** docx gives hyperlinks a random id; ours are counted in the order of the file. */
function stableRelationships(path: string, parts: Map<string, string>): void {
  const owner = path.replace('_rels/', '').replace(/\.rels$/, '')
  let relationships = parts.get(path) ?? ''
  let content = parts.get(owner)
  const ids = [...relationships.matchAll(/ Id="([^"]+)"/g)].map((match) => match[1] ?? '')
  const used = ids.map((id) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0))
  let last = Math.max(0, ...used)
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

const firstParts = [
  '[Content_Types].xml',
  '_rels/.rels',
  'word/document.xml',
  'word/_rels/document.xml.rels',
  'word/styles.xml',
  'word/numbering.xml',
  'word/settings.xml',
  'word/footnotes.xml',
  'word/_rels/footnotes.xml.rels',
]

function inPackageOrder(a: string, b: string): number {
  const rank = (path: string): number =>
    firstParts.includes(path) ? firstParts.indexOf(path) : firstParts.length
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}
