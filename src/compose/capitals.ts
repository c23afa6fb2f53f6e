import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'

/** Words in capitals, as the profile writes them: French of 2007-2010 has none with an accent. */
export function capitals(context: Context, nodes: readonly InlineNode[]): InlineNode[] {
  return nodes.map((node) => {
    if (node.type === 'text') return {...node, value: upper(context, node.value)}
    if (node.type === 'missingMark') return node
    if ('children' in node)
      return {...node, children: capitals(context, node.children as InlineNode[])} as InlineNode
    return node
  })
}

/** The same words beginning with a capital, as a table's cell does. */
export function capitalized(context: Context, nodes: readonly InlineNode[]): InlineNode[] {
  const [first, ...rest] = nodes
  if (!first) return []
  if (first.type === 'text') {
    const value = first.value.replace(/^\p{Ll}/u, (letter) => upper(context, letter))
    return [{...first, value}, ...rest]
  }
  if (first.type === 'missingMark' || first.type === 'exampleMark' || !('children' in first))
    return [...nodes]
  const children = capitalized(context, first.children as InlineNode[])
  return [{...first, children} as InlineNode, ...rest]
}

// A sign of a measure or a formula (µg/l, kΩ, ΔT, β, m³) is another one in capitals; a word in Greek is a word.
// Fonts lack the capitals of Georgian, which are not used in names.
const sign =
  /((?:\p{Script=Latin}|\d)*(?:\u00b5|\p{Script=Greek})(?:[\d\u00b5/²³]|\p{L})*|\p{Script=Latin}+[²³]|\p{Script=Georgian}+)/u

function upper(context: Context, value: string): string {
  return value
    .split(sign)
    .map((piece, index) =>
      index % 2 === 1 && !/^\p{Script=Greek}{2,}$/u.test(piece) ? piece : upperWords(context, piece),
    )
    .join('')
}

function upperWords(context: Context, value: string): string {
  // Never by locale: the same bytes on every machine.
  const capital = value.toUpperCase()
  if (context.hasAccentedCapitals) return capital
  return (
    capital
      .normalize('NFD')
      // Not the tilde of Ñ, which is a letter of its own, and no part of the letters of other writings.
      .replace(/(?<=\p{Script=Latin}\p{M}*)[\u0300-\u0302\u0304-\u036f]/gu, '')
      .normalize('NFC')
  )
}
