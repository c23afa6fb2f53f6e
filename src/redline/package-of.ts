import {compare, largest} from '../message/index.ts'
import {attribute, childrenOf, type WordPackage, type XmlElement} from '../word/index.ts'
import {element, without} from './elements.ts'
import type {Numbering} from './numbering.ts'
import {type Parts, relationshipsWith, relationshipType} from './parts.ts'
import {relationshipsOf, type Side} from './side.ts'
import type {RedlineOptions} from './types.ts'

interface Made {
  before: Side
  after: Side
  numbering: Numbering
  parts: Parts
  options: RedlineOptions
  document: XmlElement
  footnotes: XmlElement | undefined
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/**
 * The package of the later file with the texts of both. What says which document it is and what its words are (custom XML,
 * custom properties, identifier) is left out: a redline has the words of two versions, and is never to be taken for one of them.
 */
export function packageOf(made: Made): WordPackage {
  const {before, after, numbering, parts, document, footnotes} = made
  const {pkg} = after
  const own = new Map([...pkg.parts].filter(([name]) => !isOfSources(name)))
  const others = new Map(pkg.others)
  own.set('word/document.xml', document)
  if (footnotes) own.set('word/footnotes.xml', footnotes)
  if (numbering.numbering) own.set('word/numbering.xml', numbering.numbering)
  if (numbering.styles) own.set('word/styles.xml', numbering.styles)
  const core = own.get('docProps/core.xml')
  if (core) own.set('docProps/core.xml', without(core, ['dc:identifier']) as XmlElement)
  for (const [name, taken] of parts.taken) {
    const root = before.pkg.parts.get(name)
    const bytes = before.pkg.others.get(name)
    if (root) own.set(taken, root)
    else if (bytes) others.set(taken, bytes)
  }
  if (parts.comments.length > 0) own.set('word/comments.xml', commentsPart(parts.comments, made.options))
  relate(own, made)
  own.set('[Content_Types].xml', contentTypes(own, others))
  const names = [...own.keys(), ...others.keys()].sort(inOrder)
  return {names, parts: own, others}
}

/** Parts that say which document of a project a file is. */
function isOfSources(name: string): boolean {
  return name.startsWith('customXml/') || name === 'docProps/custom.xml'
}

/** CT_Comment: who made it and when, then its paragraphs. */
function commentsPart(comments: readonly string[], {author, date}: RedlineOptions): XmlElement {
  return element(
    'w:comments',
    {'xmlns:w': wordNamespace},
    comments.map((words, id) =>
      element('w:comment', {'w:id': String(id), 'w:author': author, 'w:date': date}, [
        element('w:p', {}, [element('w:r', {}, [element('w:t', {'xml:space': 'preserve'}, [words])])]),
      ]),
    ),
  )
}

/** Relationships of the package, of the document and of its notes. */
function relate(own: Map<string, XmlElement>, {after, parts}: Made): void {
  const ofPackage = own.get('_rels/.rels')
  if (ofPackage) own.set('_rels/.rels', withoutSources(ofPackage))
  const document = relationshipsWith(after, 'document', parts.added.document)
  if (document) own.set(relationshipsOf('document'), withTexts(withoutSources(document), own))
  const footnotes = relationshipsWith(after, 'footnotes', parts.added.footnotes)
  if (footnotes) own.set(relationshipsOf('footnotes'), footnotes)
}

function withoutSources(root: XmlElement): XmlElement {
  const isOther = (one: XmlElement): boolean =>
    !/\/(?:customXml|custom-properties)$/.test(attribute(one, 'Type') ?? '')
  return {...root, children: childrenOf(root).filter(isOther)}
}

/** Each text beside the document has a relationship, also one that the later file does not have. */
function withTexts(root: XmlElement, own: ReadonlyMap<string, XmlElement>): XmlElement {
  const known = new Set(childrenOf(root).map((one) => attribute(one, 'Type')))
  const ids = childrenOf(root).map((one) => Number(/\d+$/.exec(attribute(one, 'Id') ?? '')?.[0] ?? 0))
  let last = largest(ids)
  const more = ['footnotes', 'numbering', 'comments'].flatMap((name) => {
    if (!own.has(`word/${name}.xml`) || known.has(relationshipType(name))) return []
    last += 1
    return [element('Relationship', {Id: `rId${last}`, Type: relationshipType(name), Target: `${name}.xml`})]
  })
  return {...root, children: [...childrenOf(root), ...more]}
}

const textTypes: readonly (readonly [name: RegExp, type: string])[] = [
  [/^word\/footnotes\.xml$/, 'footnotes'],
  [/^word\/numbering\.xml$/, 'numbering'],
  [/^word\/comments\.xml$/, 'comments'],
  [/^word\/footer\d+\.xml$/, 'footer'],
]

/** The content types of the later file, with those of the parts that were added. */
function contentTypes(
  own: ReadonlyMap<string, XmlElement>,
  others: ReadonlyMap<string, Uint8Array>,
): XmlElement {
  const root = own.get('[Content_Types].xml') ?? element('Types')
  const kept = childrenOf(root).filter(({name, attributes}) => {
    const path = attributes.PartName?.slice(1)
    return name !== 'Override' || path === undefined || own.has(path)
  })
  const known = new Set(kept.map(({attributes}) => attributes.PartName ?? attributes.Extension))
  const defaults = ['png', 'jpeg'].flatMap((ending) =>
    known.has(ending) || ![...others.keys()].some((name) => name.endsWith(`.${ending}`))
      ? []
      : [element('Default', {Extension: ending, ContentType: `image/${ending}`})],
  )
  const overrides = [...own.keys()].flatMap((path) => {
    const type = textTypes.find(([name]) => name.test(path))?.[1]
    return type === undefined || known.has(`/${path}`)
      ? []
      : [element('Override', {PartName: `/${path}`, ContentType: `${wordType}.${type}+xml`})]
  })
  return {...root, children: [...defaults, ...kept, ...overrides]}
}

/** What tells of the others first, then the document, then the rest by name. */
function inOrder(one: string, other: string): number {
  return rankOf(one) - rankOf(other) || compare(one, other)
}

const first = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/_rels/document.xml.rels']

function rankOf(name: string): number {
  const rank = first.indexOf(name)
  return rank < 0 ? first.length : rank
}
