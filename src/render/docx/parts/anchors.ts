import {createHash} from 'node:crypto'
import {x} from 'xastscript'
import {bookmarkOf, type DocumentTree, unitsOf} from '../../../tree/index.ts'
import {xmlText} from './xml-text.ts'

/** Namespace of the anchors. */
export const anchorsNamespace = 'urn:cites-docs:anchors:1'

const customXml = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'

/** Where a paragraph of the Word file comes from. */
export interface Anchor {
  bookmark: string
  /** Stable id: `<document>#<unit>`. */
  id: string
  /** Path of the file that holds its words, or that calls for them. */
  source: string
  /** SHA-256 of its canonical text, as hexadecimal digits. */
  digest: string
}

/** The anchors of a finished tree in document order, one for each bookmark. */
export function anchorsOf(tree: DocumentTree): Anchor[] {
  const {path} = tree.meta
  return unitsOf(tree).map(({id, text, file}) => ({
    bookmark: bookmarkOf(path, id),
    id: `${path}#${id}`,
    source: file,
    digest: sha256(text),
  }))
}

/** Digest of all words: of the lines `id, tab, digest of the text`, in document order. */
export function digestOfAnchors(anchors: readonly Anchor[]): string {
  return sha256(anchors.map(({id, digest}) => `${id}\t${digest}\n`).join(''))
}

/**
 * customXml/item1.xml: which bookmark is which unit, and what its words were, so that a file that was edited in Word
 * can be compared with its sources.
 */
export function anchorsPart({meta}: DocumentTree, anchors: readonly Anchor[]): string {
  const {path, language} = meta
  return xmlText(
    x(
      'anchors',
      {xmlns: anchorsNamespace, document: path, language, sha: digestOfAnchors(anchors)},
      anchors.map(({bookmark, id, source, digest}) => x('p', {b: bookmark, id, src: source, sha: digest})),
    ),
  )
}

/**
 * customXml/itemProps1.xml: the item's own id, the same for a document in one language at every build.
 * Source: ISO/IEC 29500-1, 22.5.
 */
export function anchorsPropertiesPart({path, language}: DocumentTree['meta']): string {
  const digits = sha256(`${path}.${language}`).toUpperCase()
  const pieces = [8, 4, 4, 4, 12].map((length, index, all) => {
    const from = all.slice(0, index).reduce((sum, one) => sum + one, 0)
    return digits.slice(from, from + length)
  })
  return xmlText(
    x('ds:datastoreItem', {'xmlns:ds': customXml, 'ds:itemID': `{${pieces.join('-')}}`}, [
      x('ds:schemaRefs', [x('ds:schemaRef', {'ds:uri': anchorsNamespace})]),
    ]),
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
