import type {Link} from 'mdast'
import type {Node, Parent} from 'unist'
import {bookmarkOf, bookmarksOfLink} from './anchors.ts'
import type {CrossReference, LanguageSpan} from './inline-types.ts'

/** A piece of text with one set of marks; `{ref:…}` and `{note:…}` stand for what is computed from elsewhere. */
export interface Segment {
  text: string
  /** Names such as `italic`, `inserted`, `lang:fr-FR`, `link:https://…`; their order means nothing. */
  marks: ReadonlySet<string>
}

/** Marks of which a run has one at most: places, and what in Word is a character style. */
const places = new Set(['superscript', 'subscript'])
const amendments = new Set(['inserted', 'deleted'])
const signs = new Set(['example', 'missing', 'hint'])

const markOf = new Map<string, string>([
  ['emphasis', 'italic'],
  ['strong', 'bold'],
  ['superscript', 'superscript'],
  ['subscript', 'subscript'],
  ['inserted', 'inserted'],
  ['deleted', 'deleted'],
  ['delete', 'deleted'],
  ['exampleMark', 'example'],
  ['missingMark', 'missing'],
  ['hint', 'hint'],
])

/** A set of marks with one more. Of two character styles the inner one counts, but an amendment always stays. */
function withMark(marks: ReadonlySet<string>, mark: string | undefined): ReadonlySet<string> {
  if (mark === undefined) return marks
  const isAmended = [...marks].some((one) => amendments.has(one))
  if (signs.has(mark) && isAmended) return marks
  const isStyle = amendments.has(mark) || signs.has(mark) || mark.startsWith('link:')
  const others = [...marks].filter(
    (one) => !(signs.has(one) || (amendments.has(one) && amendments.has(mark))),
  )
  if (places.has(mark)) return new Set([...[...marks].filter((one) => !places.has(one)), mark])
  return new Set([...(isStyle ? others : marks), mark])
}

/**
 * The words of a unit as pieces of text with their marks.
 *
 * @param nodes  inline nodes of a finished tree
 * @param documentPath  of the document, since references are told by the bookmarks of their targets
 */
export function segmentsOf(
  nodes: readonly Node[],
  documentPath: string,
  marks: ReadonlySet<string> = new Set(),
): Segment[] {
  const segments: Segment[] = []
  addSegments(nodes, documentPath, marks, segments)
  return segments
}

function addSegments(
  nodes: readonly Node[],
  documentPath: string,
  marks: ReadonlySet<string>,
  segments: Segment[],
): void {
  for (const node of nodes) {
    if (node.type === 'text') segments.push({text: (node as Node & {value: string}).value, marks})
    else if (node.type === 'break' || node.type === 'tab') segments.push({text: ' ', marks})
    else if (node.type === 'footnoteReference') {
      const {identifier} = node as Node & {identifier: string}
      segments.push({text: `{note:${bookmarkOf(documentPath, `note-${identifier}`)}}`, marks: new Set()})
    } else if (node.type === 'crossReference')
      segments.push({text: referenceText(node as CrossReference, documentPath), marks})
    else {
      const own =
        node.type === 'languageSpan'
          ? `lang:${(node as LanguageSpan).tag}`
          : node.type === 'link'
            ? `link:${(node as Link).url}`
            : markOf.get(node.type)
      addSegments((node as Parent).children, documentPath, withMark(marks, own), segments)
    }
  }
}

function referenceText(node: CrossReference, documentPath: string): string {
  return (node.links ?? [])
    .map((link) => {
      const {unit, label} = link
      if (unit === undefined || node.file !== undefined) return label
      return bookmarksOfLink(documentPath, {...link, unit})
        .map((bookmark) => `{ref:${bookmark}}`)
        .join('')
    })
    .join('\u00a0')
}

/**
 * Words in the one form in which they are compared with what comes back from Word: NFC, the pieces between marks
 * joined, the marks written around them, labels and computed results left out, no space at either end.
 *
 * @returns such as `{italic:Loxodonta africana}, see paragraph {ref:u_abc}`
 */
export function canonicalText(segments: readonly Segment[]): string {
  const joined: {text: string; marks: string}[] = []
  for (const {text, marks} of segments) {
    const key = marks.size === 0 ? '' : [...marks].sort().join('+')
    const last = joined.at(-1)
    if (last?.marks === key) last.text += text
    else joined.push({text, marks: key})
  }
  return joined
    .filter(({text}) => text !== '')
    .map(({text, marks}) => (marks === '' ? text : `{${marks}:${text}}`))
    .join('')
    .normalize('NFC')
    .trim()
}
