import {attribute, childrenOf, type WordPackage, type XmlElement} from '../word/index.ts'

const revisions = new Set(['w:ins', 'w:del', 'w:pPrChange'])

/** Gives revisions and bookmarks their ids, and pictures theirs, each from one counter in the order of the text. */
export function counted({parts}: WordPackage): void {
  let next = 1
  let pictures = 0
  const ends = new Map<string, string>()
  const count = (one: XmlElement): void => {
    const id = attribute(one, 'w:id') ?? ''
    if (one.name === 'w:bookmarkStart') ends.set(id, String(next))
    if (one.name === 'w:bookmarkEnd') one.attributes['w:id'] = ends.get(id) ?? id
    else if (one.name === 'w:bookmarkStart' || revisions.has(one.name))
      one.attributes['w:id'] = String(next++)
    else if (one.name === 'w:drawing') pictures += 1
    else if (one.name === 'wp:docPr' || one.name === 'pic:cNvPr') {
      one.attributes.id = String(pictures)
      one.attributes.name = `Picture ${pictures}`
    }
    for (const inner of childrenOf(one)) count(inner)
  }
  for (const name of ['word/document.xml', 'word/footnotes.xml']) {
    const root = parts.get(name)
    if (root) count(root)
  }
}
