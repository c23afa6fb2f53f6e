import type {Node, Parent} from 'unist'
import {toText} from '../../tree/index.ts'

const leftOut = new Set(['deleted', 'delete', 'exampleMark'])

/** The words of a node as they will read once the amendments are accepted: without what is struck, and without marks of examples. */
export function acceptedText(node: Node): string {
  if (leftOut.has(node.type)) return ''
  if (!('children' in node)) return toText(node)
  return (node as Parent).children.map((child) => acceptedText(child)).join('')
}

/** A text that differs from another only where its letters do: without accents, with plain spaces. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('\u00a0', ' ')
}
