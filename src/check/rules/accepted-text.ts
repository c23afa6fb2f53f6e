import type {Node, Parent} from 'unist'
import {toText} from '../../tree/index.ts'

const leftOut = new Set(['deleted', 'delete', 'exampleMark'])

/** The words of a node as they will read once the amendments are accepted: without what is struck, and without marks of examples. */
export function acceptedText(node: Node): string {
  if (leftOut.has(node.type)) return ''
  if (!('children' in node)) return toText(node)
  return (node as Parent).children.map((child) => acceptedText(child)).join('')
}

/** The words of a node as they were before the amendments: with what is struck, without what is put in. */
export function earlierText(node: Node): string {
  // Brackets around nothing but new words are new too.
  return wordsBefore(node).replace(/\[\s*\]/g, '')
}

function wordsBefore(node: Node): string {
  if (node.type === 'inserted' || node.type === 'exampleMark') return ''
  if (!('children' in node)) return toText(node)
  return (node as Parent).children.map((child) => wordsBefore(child)).join('')
}

/** Whether the words of a paragraph begin with something put in or struck: before that they are those of the earlier text. */
export function beginsWithChange(node: Node): boolean {
  const [first] = 'children' in node ? (node as Parent).children : []
  if (!first) return false
  if (first.type === 'inserted' || first.type === 'deleted' || first.type === 'delete') return true
  return first.type === 'exampleMark'
    ? beginsWithChange(withoutFirst(node as Parent))
    : beginsWithChange(first)
}

function withoutFirst(node: Parent): Parent {
  return {...node, children: node.children.slice(1)}
}

/** The words of a node that a proposal puts in, without those that were there before. */
export function insertedText(node: Node): string {
  if (node.type === 'inserted') return acceptedText(node)
  return 'children' in node
    ? (node as Parent).children
        .map((child) => insertedText(child))
        .join(' ')
        .trim()
    : ''
}

/** A text that differs from another only where its letters do: without accents, with plain spaces. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('\u00a0', ' ')
}
