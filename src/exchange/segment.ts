import type {Nodes, Paragraph} from 'mdast'
import type {TextDirective} from 'mdast-util-directive'
import {treeOfWords} from '../load/index.ts'
import type {Code, Segment} from './types.ts'

/** Directives whose words in brackets are translated; those of all others name something. */
const aroundWords: ReadonlySet<string> = new Set(['sup', 'sub', 'ins', 'del', 'undecided', 'lang', 'hint'])

// What stands before the words, so that they are read as part of a sentence and never as a list or a heading.
const before = 'a '

/**
 * The texts and codes of a unit, from its words as they are typed. Codes have numbers in the order in which they begin.
 *
 * @param source  of a unit, on one line
 */
export function segmentOf(source: string): Segment {
  if (source === '') return []
  const typed = before + source.replace(/(?<!\\)\\ /g, standIn)
  const [paragraph] = treeOfWords(typed).children
  if (paragraph?.type !== 'paragraph') return [source]
  const pieces = piecesOf(paragraph, {typed, count: 0})
  const [first, ...rest] = pieces
  const segment = typeof first === 'string' ? [first.slice(before.length), ...rest] : pieces
  const id = paragraph.data?.unitMark?.id
  return joined(id === undefined ? segment : [...segment, ` ^${id}`])
}

interface Reading {
  typed: string
  count: number
}

function piecesOf(parent: Pick<Paragraph, 'children'>, reading: Reading): (string | Code)[] {
  return (parent.children as Nodes[]).flatMap((node) => {
    if (node.type === 'text') return textPieces(node.value, reading)
    reading.count += 1
    return [codeOf(node, reading)]
  })
}

/** A line that is ended by a backslash, as cells have it, is one with the next in a unit: backslash, space. */
export const lineBreak = '\\ '

/** What stands for it while the words are parsed: to Markdown a backslash before a space is no mark. */
const standIn = '\ue000'

function textPieces(value: string, reading: Reading): (string | Code)[] {
  return value.split(standIn).flatMap((piece, index) => {
    if (index === 0) return [piece]
    reading.count += 1
    const {count: id} = reading
    return [{id, name: 'break', key: 'break', open: lineBreak, close: '', pieces: undefined}, piece]
  })
}

function asTyped(written: string): string {
  return written.replaceAll(standIn, lineBreak)
}

function codeOf(node: Nodes, reading: Reading): Code {
  const {typed, count: id} = reading
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  const written = asTyped(typed.slice(start, end))
  const children = 'children' in node ? (node.children as Nodes[]) : []
  const [from, to] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset]
  const name = nameOf(node)
  if (from === undefined || to === undefined || !isAroundWords(node, written))
    return {id, name, key: keyOf(node, name, typed), open: written, close: '', pieces: undefined}
  const [open, close] = [asTyped(typed.slice(start, from)), asTyped(typed.slice(to, end))]
  const pieces = piecesOf({children} as Pick<Paragraph, 'children'>, reading)
  return {id, name, key: keyOf(node, name, typed), open, close, pieces: joined(pieces)}
}

function isAroundWords(node: Nodes, written: string): boolean {
  if (node.type === 'textDirective') return aroundWords.has(node.name)
  // An address by itself, such as <http://example.org>, is no words.
  return node.type !== 'link' || written.startsWith('[')
}

function nameOf(node: Nodes): string {
  if (node.type === 'textDirective') return node.name
  return node.type === 'footnoteReference' ? 'note' : node.type
}

function keyOf(node: Nodes, name: string, typed: string): string {
  if (node.type === 'footnoteReference') return `${name} ${node.identifier}`
  if (node.type === 'link') return `${name} ${node.url}`
  if (node.type !== 'textDirective' || aroundWords.has(name)) return name
  return `${name} ${labelOf(node, typed)}`
}

/** What a directive names; its attributes say how that is printed, which each language may decide. */
function labelOf({children}: TextDirective, typed: string): string {
  return typed.slice(children[0]?.position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0)
}

/** A segment without empty texts, and without two beside one another. */
export function joined<T>(pieces: readonly (string | T)[]): (string | T)[] {
  const all: (string | T)[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece
    else if (piece !== '') all.push(piece)
  }
  return all
}

/** All codes of a segment, those in others too, in the order in which they begin. */
export function codesOf(segment: Segment): Code[] {
  return segment.flatMap((piece) =>
    typeof piece === 'string' ? [] : [piece, ...codesOf(piece.pieces ?? [])],
  )
}

/** The texts of a segment without its codes. */
export function textOf(segment: readonly (string | {pieces: Segment | undefined})[]): string {
  return segment.map((piece) => (typeof piece === 'string' ? piece : textOf(piece.pieces ?? []))).join('')
}
