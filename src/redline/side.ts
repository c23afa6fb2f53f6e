import {createHash} from 'node:crypto'
import {
  attribute,
  childrenOf,
  descendants,
  part,
  readPackage,
  type WordPackage,
  type XmlElement,
} from '../word/index.ts'
import {bookmarkNames, keyOf, textIn} from './elements.ts'

/** Where a relationship of a part leads. */
export interface Target {
  type: string
  target: string
  isOutside: boolean
}

/** One of the two files, with what is asked of it again and again. */
export interface Side {
  pkg: WordPackage
  body: XmlElement
  /** Notes by their ids; the lines that part notes from the text are none. */
  notes: ReadonlyMap<string, XmlElement>
  /** The relationships of the document and of its notes, by their ids. */
  targets: Readonly<Record<StoryPart, ReadonlyMap<string, Target>>>
  /** Other names of bookmarks, by their own: where both sides have one at two places, the earlier side gives way. */
  names: ReadonlyMap<string, string>
}

/** A part that holds paragraphs which are compared. */
export type StoryPart = 'document' | 'footnotes'

/** Reads a Word file of ours. */
export function readSide(bytes: Uint8Array): Side {
  const pkg = readPackage(bytes)
  const [body] = childrenOf(part(pkg, 'word/document.xml'), 'w:body')
  if (!body) throw new Error('a document has a body')
  const notes = childrenOf(pkg.parts.get('word/footnotes.xml'), 'w:footnote')
    .filter((note) => attribute(note, 'w:type') === undefined)
    .map((note) => [attribute(note, 'w:id') ?? '', note] as const)
  const targets = {document: targetsOf(pkg, 'document'), footnotes: targetsOf(pkg, 'footnotes')}
  return {pkg, body, notes: new Map(notes), targets, names: new Map()}
}

/** The name of the relationships of a part. */
export function relationshipsOf(owner: StoryPart): string {
  return `word/_rels/${owner}.xml.rels`
}

function targetsOf({parts}: WordPackage, owner: StoryPart): Map<string, Target> {
  return new Map(
    childrenOf(parts.get(relationshipsOf(owner)), 'Relationship').map((one) => [
      attribute(one, 'Id') ?? '',
      {
        type: attribute(one, 'Type') ?? '',
        target: attribute(one, 'Target') ?? '',
        isOutside: attribute(one, 'TargetMode') === 'External',
      },
    ]),
  )
}

/** What tells a note of either side: the bookmark of its unit, or its words where it has none. */
export function nameOfNote({notes}: Side, id: string): string {
  const note = notes.get(id)
  if (!note) return id
  return bookmarkNames(note).find(isOfUnit) ?? wordsBelow(note)
}

/** Whether a bookmark is that of a unit. */
export function isOfUnit(name: string): boolean {
  return name.startsWith('u_')
}

/** All words below an element, deleted ones too; those of two paragraphs have a space between them. */
export function wordsBelow(root: XmlElement): string {
  return descendants(root, 'w:p')
    .map((paragraph) => descendants(paragraph, 'w:t').map(textIn).join(''))
    .filter((words) => words !== '')
    .join(' ')
}

/** What tells a picture: its bytes, its size and what is read aloud in its place. */
export function nameOfPicture({pkg, targets}: Side, drawing: XmlElement): string {
  const said: string[] = []
  const walk = (parent: XmlElement): void => {
    for (const one of childrenOf(parent)) {
      if (one.name === 'wp:extent') said.push(keyOf(one))
      if (one.name === 'wp:docPr') said.push(attribute(one, 'descr') ?? '')
      const id = one.name === 'a:blip' ? attribute(one, 'r:embed') : undefined
      const bytes = pkg.others.get(`word/${targets.document.get(id ?? '')?.target}`)
      if (bytes) said.push(createHash('sha256').update(bytes).digest('hex'))
      walk(one)
    }
  }
  walk(drawing)
  return said.join(' ')
}
