import {
  type ArchiveEntry,
  archiveEntries,
  attribute,
  childrenOf,
  descendants,
  parseXml,
  unpacked,
  type WordPackage,
} from '../word/index.ts'

/** A paragraph of ours as the file itself says. */
export interface FileAnchor {
  bookmark: string
  /** Id of the unit in its document, such as `purpose`. */
  unit: string
  /** SHA-256 of the words that it was built with. */
  digest: string
}

/** A Word file as far as it is read: who it is, and its words. */
export interface WordFile {
  bytes: Uint8Array
  entries: readonly ArchiveEntry[]
  pkg: WordPackage
  /** Path of the document and code of the language that it says it is; undefined where it says nothing. */
  source: {document: string; language: string} | undefined
  /** What its custom XML says of each paragraph; undefined where it has none. */
  anchors: readonly FileAnchor[] | undefined
  /** The digests of all words, as they stand in its custom XML and its properties. */
  digests: readonly string[]
}

/** Bytes of the parts that are read, together: far more than a document within the caps has. */
export const mostUnpacked = 32 * 1024 * 1024

const readParts =
  /^(?:word\/(?:document|footnotes)\.xml|word\/_rels\/(?:document|footnotes)\.xml\.rels|customXml\/item\d+\.xml|docProps\/custom\.xml)$/

/** What tells the labels of paragraphs. */
const numberingParts = /^word\/(?:numbering|styles)\.xml$/

/**
 * Reads what a Word file says of itself.
 *
 * @param hasLabels  whether what tells the labels of its paragraphs is read too
 * @throws when it is no Word file, is damaged, or its parts are larger than any of ours
 */
export function readWordFile(bytes: Uint8Array, hasLabels = false): WordFile {
  const entries = archiveEntries(bytes)
  const pkg: WordPackage = {names: entries.map(({name}) => name), parts: new Map(), others: new Map()}
  let left = mostUnpacked
  for (const entry of entries) {
    if (!(readParts.test(entry.name) || (hasLabels && numberingParts.test(entry.name)))) continue
    const content = unpacked(bytes, entry, left)
    left -= content.length
    pkg.parts.set(entry.name, parseXml(new TextDecoder('utf-8', {fatal: true}).decode(content)))
  }
  if (!pkg.parts.has('word/document.xml')) throw new Error('there is no document in it')
  return {bytes, entries, pkg, ...identityOf(pkg)}
}

function identityOf({parts}: WordPackage): Pick<WordFile, 'source' | 'anchors' | 'digests'> {
  // Other programs number the items anew.
  const items = [...parts].filter(([name]) => name.startsWith('customXml/')).map(([, root]) => root)
  const item = items.find(({name, attributes}) => name === 'anchors' && attributes.sha !== undefined)
  const property = descendants(parts.get('docProps/custom.xml'), 'property').find(
    (one) => attribute(one, 'name') === 'cites-source',
  )
  const [text = ''] = descendants(property, 'vt:lpwstr').flatMap(({children}) => children)
  const [document = '', language = '', digest] = String(text).split(' ')
  const ofItem = item && {
    document: attribute(item, 'document') ?? '',
    language: attribute(item, 'language') ?? '',
  }
  return {
    source: ofItem ?? (digest === undefined ? undefined : {document, language}),
    anchors: item && childrenOf(item, 'p').map(anchorOf),
    digests: [attribute(item, 'sha'), digest].filter((one) => one !== undefined),
  }
}

function anchorOf(element: Parameters<typeof attribute>[0]): FileAnchor {
  const id = attribute(element, 'id') ?? ''
  return {
    bookmark: attribute(element, 'b') ?? '',
    unit: id.slice(id.indexOf('#') + 1),
    digest: attribute(element, 'sha') ?? '',
  }
}
