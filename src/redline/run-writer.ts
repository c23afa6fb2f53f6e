import {childrenOf, type XmlElement} from '../word/index.ts'
import {changed, element, keyOf} from './elements.ts'
import type {Parts} from './parts.ts'
import type {StoryPart} from './side.ts'
import type {Line, Op, Piece} from './types.ts'

type Kind = Op['kind']

/** Writes what stands in a paragraph: runs, those that come or go in their elements, and bookmarks between them. */
export class RunWriter {
  readonly #parts: Parts
  readonly #owner: StoryPart
  readonly #out: XmlElement[] = []
  /** The element that takes the next run of its kind; undefined where runs stand in no other element. */
  #around: {kind: Kind; element: XmlElement} | undefined
  /** Text that goes on. */
  #text: {kind: Kind; words: string; properties: XmlElement | undefined} | undefined

  constructor(parts: Parts, owner: StoryPart) {
    this.#parts = parts
    this.#owner = owner
  }

  /** The children of a paragraph behind its properties. */
  write({ops, bookmarks, remark}: Line): XmlElement[] {
    // Beside the words that come: what goes before them has nothing to do with it.
    const place = Math.max(
      0,
      ops.findIndex(({kind}) => kind === 'inserted'),
    )
    const ids = bookmarks.map(({name}) => this.#parts.bookmark(name))
    const order = bookmarks.map((range, index) => ({...range, id: ids[index] ?? ''}))
    for (let at = 0; at <= ops.length; at++) {
      // One that ends stands before one that begins; the outermost begins first and ends last.
      for (const {id} of order.filter(({from, to}) => to === at && from < at).reverse()) this.#end(id)
      for (const {name, id, to} of order.filter(({from}) => from === at)) {
        this.#begin(name, id)
        if (to <= at) this.#end(id)
      }
      if (at === place && remark !== undefined) this.#run('inserted', this.#parts.comment(remark))
      const op = ops[at]
      if (op) this.#op(op)
    }
    this.#flush()
    return this.#out
  }

  #begin(name: string, id: string): void {
    this.#apart(element('w:bookmarkStart', {'w:name': name, 'w:id': id}))
  }

  #end(id: string): void {
    this.#apart(element('w:bookmarkEnd', {'w:id': id}))
  }

  #apart(one: XmlElement): void {
    this.#flush()
    this.#around = undefined
    this.#out.push(one)
  }

  #op(op: Op): void {
    const {kind, before, after} = op
    const piece = kind === 'deleted' ? before : after
    if (!piece) return
    if (!piece.elements) {
      this.#word(kind, piece)
      return
    }
    const names = [...new Set([...(after?.bookmarks ?? []), ...(before?.bookmarks ?? [])])]
    const ids = names.map((name) => this.#parts.bookmark(name))
    for (const [index, name] of names.entries()) this.#begin(name, ids[index] ?? '')
    const side = kind === 'deleted' ? 'before' : 'after'
    for (const one of piece.elements) {
      const placed = this.#parts.placed(this.#noted(one, op), side, this.#owner)
      if (placed.name === 'w:hyperlink') this.#link(kind, placed)
      else this.#run(kind, placed)
    }
    for (const id of ids.reverse()) this.#end(id)
  }

  /** The mark of a note names it by its id in the file that is made. */
  #noted(one: XmlElement, {before, after}: Op): XmlElement {
    const [own, other] = [before?.note, after?.note]
    if (own === undefined && other === undefined) return one
    const id = this.#parts.note(own, other)
    return changed(one, (copy) => {
      if (copy.name === 'w:footnoteReference') copy.attributes['w:id'] = id
      return copy
    })
  }

  #word(kind: Kind, {text, properties}: Piece): void {
    const last = this.#text
    if (last?.kind === kind && keyOf(last.properties) === keyOf(properties)) last.words += text
    else {
      this.#flush()
      this.#text = {kind, words: text, properties}
    }
  }

  #flush(): void {
    const text = this.#text
    this.#text = undefined
    if (!text) return
    const words = element('w:t', {'xml:space': 'preserve'}, [text.words])
    this.#run(text.kind, element('w:r', {}, [...(text.properties ? [text.properties] : []), words]))
  }

  #run(kind: Kind, run: XmlElement): void {
    this.#flush()
    if (kind === 'same') {
      this.#around = undefined
      this.#out.push(run)
      return
    }
    if (this.#around?.kind !== kind) {
      this.#around = {kind, element: this.#revision(kind)}
      this.#out.push(this.#around.element)
    }
    this.#around.element.children.push(kind === 'deleted' ? asDeleted(run) : run)
  }

  #revision(kind: Exclude<Kind, 'same'>): XmlElement {
    return element(kind === 'inserted' ? 'w:ins' : 'w:del', this.#parts.revision())
  }

  /** A link holds what comes or goes in it; a revision may not hold a link (ECMA-376 Part 1, 17.13.5.18). */
  #link(kind: Kind, link: XmlElement): void {
    if (kind === 'same') {
      this.#apart(link)
      return
    }
    const runs = childrenOf(link).map((run) => (kind === 'deleted' ? asDeleted(run) : run))
    this.#apart({...link, children: [{...this.#revision(kind), children: runs}]})
  }
}

const deletedNames = new Map([
  ['w:t', 'w:delText'],
  ['w:instrText', 'w:delInstrText'],
])

function asDeleted(run: XmlElement): XmlElement {
  return changed(run, (copy) => ({...copy, name: deletedNames.get(copy.name) ?? copy.name}))
}
