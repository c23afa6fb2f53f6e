import type {Nodes, Parents} from 'mdast'
import {treeOfWords} from '../load/index.ts'

/** Which marks are taken out with their words; those of the other sort lose only their brackets. */
type Dropped = 'del' | 'ins'

/**
 * Words as they read once their amendments are accepted: as their author wants them to be.
 *
 * @param words  Markdown of one paragraph
 */
export function acceptedWords(words: string): string {
  return read(words, 'del')
}

/** Words as they were before the amendments in them: what is struck stands, what is put in does not. */
export function earlierWords(words: string): string {
  return read(words, 'ins')
}

/** Whether a paragraph has words to be struck or put in. */
export function hasMarks(words: string): boolean {
  return /:(?:ins|del)\[/.test(words) && earlierWords(words) !== acceptedWords(words)
}

interface Reader {
  words: string
  out: string
  dropped: Dropped
  /** Whether the last thing read was dropped: the space behind it may go with it. */
  isBehindDropped: boolean
}

function read(words: string, dropped: Dropped): string {
  if (!/:(?:ins|del)\[/.test(words)) return words
  const reader: Reader = {words, out: '', dropped, isBehindDropped: false}
  const [paragraph] = treeOfWords(words).children
  if (!paragraph || !('children' in paragraph)) return words
  readBetween(paragraph, 0, words.length, reader)
  return reader.isBehindDropped ? reader.out.trimEnd() : reader.out
}

/** The words of a node from one offset to another, its marks read. */
function readBetween(node: Parents, from: number, to: number, reader: Reader): void {
  let at = from
  for (const [index, child] of node.children.entries()) {
    const [start, end] = [child.position?.start.offset ?? at, child.position?.end.offset ?? at]
    append(reader, reader.words.slice(at, start))
    at = end
    if (isMark(child, reader.dropped)) reader.isBehindDropped = true
    else if (isMark(child, 'del') || isMark(child, 'ins')) readInside(child as Parents, start, end, reader)
    else if ('children' in child && holdsMark(child)) readParent(child as Parents, start, end, reader)
    else if (!isBetweenTwo(node, index, reader)) append(reader, reader.words.slice(start, end))
  }
  append(reader, reader.words.slice(at, to))
}

/** `:ins[words]` without its brackets. */
function readInside(node: Parents, start: number, end: number, reader: Reader): void {
  const open = reader.words.indexOf('[', start) + 1
  readBetween(node, open, reader.words.lastIndexOf(']', end - 1), reader)
}

/** Italics and the like with marks in them; they go where nothing of them is left. */
function readParent(node: Parents, start: number, end: number, reader: Reader): void {
  const [first, last] = [node.children[0]?.position?.start.offset, node.children.at(-1)?.position?.end.offset]
  if (first === undefined || last === undefined) {
    append(reader, reader.words.slice(start, end))
    return
  }
  const inner: Reader = {...reader, out: '', isBehindDropped: false}
  readBetween(node, first, last, inner)
  if (inner.out.trim() === '') reader.isBehindDropped = true
  else append(reader, reader.words.slice(start, first) + inner.out + reader.words.slice(last, end))
}

/** The space in `:del[struck] :ins[new]` is that of neither text. */
function isBetweenTwo(node: Parents, index: number, {dropped}: Reader): boolean {
  const [before, child, next] = [node.children[index - 1], node.children[index], node.children[index + 1]]
  if (dropped !== 'ins' || !before || !next || child?.type !== 'text') return false
  return child.value === ' ' && isMark(before, 'del') && isMark(next, 'ins')
}

/** A space behind what is dropped goes where another stands before it. */
function append(reader: Reader, piece: string): void {
  if (piece === '') return
  const isDouble =
    reader.isBehindDropped && /^\s/.test(piece) && (reader.out === '' || /\s$/.test(reader.out))
  reader.out += isDouble ? piece.slice(1) : piece
  reader.isBehindDropped = isDouble && piece.length === 1
}

function isMark(node: Nodes, name: Dropped): boolean {
  return node.type === 'textDirective' && node.name === name
}

function holdsMark(node: Nodes): boolean {
  if (isMark(node, 'del') || isMark(node, 'ins')) return true
  return 'children' in node && (node.children as Nodes[]).some((child) => holdsMark(child))
}
