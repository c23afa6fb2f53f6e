import {largest} from '../message/index.ts'
import {attribute, childrenOf, type XmlElement} from '../word/index.ts'
import {changed, element} from './elements.ts'
import {relationshipsOf, type Side, type StoryPart, type Target} from './side.ts'
import type {RedlineOptions} from './types.ts'

const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const references = ['r:id', 'r:embed'] as const

/** What the text of the file that is made brings with it: revisions, bookmarks, notes, comments, relationships, pictures, feet. */
export class Parts {
  /** How often each bookmark was written: one that stands at two places clashes. */
  readonly bookmarks = new Map<string, number>()
  /** Marks of notes in the order of the text: ids of either side. */
  readonly notes: {before: string | undefined; after: string | undefined}[] = []
  readonly comments: string[] = []
  /** What the relationships of the later file are joined by. */
  readonly added: Record<StoryPart, {id: string; target: Target}[]> = {document: [], footnotes: []}
  /** Parts of the earlier file that are taken over, by their own names, with those that they are given. */
  readonly taken = new Map<string, string>()
  readonly #before: Side
  readonly #after: Side
  readonly #options: RedlineOptions

  constructor(before: Side, after: Side, options: RedlineOptions) {
    this.#before = before
    this.#after = after
    this.#options = options
  }

  /** Attributes of a revision; its id is counted at the end. */
  revision(): Record<string, string> {
    const {author, date} = this.#options
    return {'w:id': '', 'w:author': author, 'w:date': date}
  }

  /** An id for the start and the end of a bookmark; it is counted anew at the end. */
  bookmark(name: string): string {
    this.bookmarks.set(name, (this.bookmarks.get(name) ?? 0) + 1)
    return `${this.bookmarks.size} ${this.bookmarks.get(name)} ${name}`
  }

  /** The id of a note, which is counted in the order of the text. */
  note(before: string | undefined, after: string | undefined): string {
    this.notes.push({before, after})
    return String(this.notes.length)
  }

  /** The run that holds the mark of a comment. */
  comment(words: string): XmlElement {
    this.comments.push(words)
    return element('w:r', {}, [element('w:commentReference', {'w:id': String(this.comments.length - 1)})])
  }

  /** What was taken from one of the files, with the ids of relationships that it has in the file that is made. */
  placed(original: XmlElement, side: 'before' | 'after', owner: StoryPart): XmlElement {
    if (side === 'after') return original
    return changed(original, (copy) => {
      for (const name of references) {
        const id = attribute(copy, name)
        const target = id === undefined ? undefined : this.#before.targets[owner].get(id)
        if (target) copy.attributes[name] = this.#related(target, owner)
      }
      return copy
    })
  }

  #related(target: Target, owner: StoryPart): string {
    const own = target.isOutside ? target : {...target, target: this.#part(target.target)}
    const isSame = (other: Target): boolean => other.type === own.type && other.target === own.target
    const known = [...this.#after.targets[owner]].find(([, other]) => isSame(other))
    if (known) return known[0]
    const added = this.added[owner].find((one) => isSame(one.target))
    if (added) return added.id
    const last = largest(
      [...this.#after.targets[owner].keys()].map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)),
    )
    const id = `rId${last + this.added[owner].length + 1}`
    this.added[owner].push({id, target: own})
    return id
  }

  /** The name of a part of the earlier file: that of a picture with the same bytes, or a new one. */
  #part(name: string): string {
    const path = `word/${name}`
    const known = this.taken.get(path)
    if (known) return known.slice('word/'.length)
    const bytes = this.#before.pkg.others.get(path)
    const same = bytes && [...this.#after.pkg.others].find(([, other]) => Buffer.compare(bytes, other) === 0)
    if (same) return same[0].slice('word/'.length)
    const own = this.#freeName(path)
    this.taken.set(path, own)
    return own.slice('word/'.length)
  }

  #freeName(path: string): string {
    const used = new Set([...this.#after.pkg.names, ...this.taken.values()])
    const [, stem = '', ending = ''] = /^(.*?)\d*(\.[a-z]+)$/.exec(path) ?? []
    // Two of one number and different endings could be taken for each other.
    const isFree = (number: number): boolean =>
      ['.png', '.jpeg', '.xml'].every((one) => !used.has(`${stem}${number}${one}`))
    let number = 1
    while (!isFree(number)) number += 1
    return `${stem}${number}${ending}`
  }
}

/** The relationships of a part with those that were added; undefined where there are none. */
export function relationshipsWith(
  after: Side,
  owner: StoryPart,
  added: readonly {id: string; target: Target}[],
): XmlElement | undefined {
  const root =
    after.pkg.parts.get(relationshipsOf(owner)) ??
    element('Relationships', {xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships'})
  const own = added.map(({id, target: {type, target, isOutside}}) =>
    element('Relationship', {
      Id: id,
      Type: type,
      Target: target,
      ...(isOutside ? {TargetMode: 'External'} : {}),
    }),
  )
  const children = [...childrenOf(root), ...own]
  return children.length > 0 ? {...root, children} : undefined
}

/** The type of a relationship, by the end of its name. */
export function relationshipType(name: string): string {
  return `${relationshipNamespace}/${name}`
}
