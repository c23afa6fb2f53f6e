import type {Nodes, PhrasingContent} from 'mdast'
import type {TranslationUnit} from '../../translation/index.ts'
import {toText} from '../../tree/index.ts'
import {printed} from '../words/index.ts'

/** A word of a text: letters, with hyphens between them. */
export interface Word {
  text: string
  /** In small letters. */
  small: string
  start: number
}

/** What is compared of a unit with the same unit in another language. */
export interface Reading {
  /** Its words as they are typed, without quotation marks; U+FFFC stands for what the build prints. */
  text: string
  /** These words one by one, without what is elided before them, and where each begins. */
  words: readonly Word[]
  /** Its inline directives and references to notes, as they would be written. */
  directives: readonly string[]
  /** Whether words are struck or put in. */
  isAmended: boolean
  /** How many pieces are emphasized. */
  emphases: number
}

// Their words are the author's own.
const transparent: ReadonlySet<string> = new Set(['sup', 'sub', 'ins', 'del', 'undecided'])
// What stands beside the words: no language has them because another has.
const uncompared: ReadonlySet<string> = new Set([...transparent, 'lang', 'hint'])

// An address is in no language.
const word = /(?<![\p{L}\p{N}/@.-])\p{L}[\p{L}\p{M}-]*(?![\p{N}/@]|\.\p{L}|:\/)/gu

const readings = new WeakMap<TranslationUnit, Reading>()

/** The words of a unit and what stands among them; read once, however many languages are compared with it. */
export function readingOf(unit: TranslationUnit): Reading {
  const known = readings.get(unit)
  if (known) return known
  const directives: string[] = []
  const counts = {changes: 0, emphases: 0}
  const text = textOf(unit.nodes, directives, counts).replace(/[“”«»„"]/g, ' ')
  const words = [...text.matchAll(word)].map((match) => ({
    text: match[0],
    small: match[0].toLowerCase(),
    start: match.index,
  }))
  const reading = {text, words, directives, isAmended: counts.changes > 0, emphases: counts.emphases}
  readings.set(unit, reading)
  return reading
}

function textOf(
  nodes: readonly PhrasingContent[],
  directives: string[],
  counts: {changes: number; emphases: number},
): string {
  const below = (node: Nodes): string =>
    'children' in node ? textOf(node.children as PhrasingContent[], directives, counts) : ''
  return nodes
    .map((node): string => {
      if (node.type === 'text') return node.value
      if (node.type === 'break') return ' '
      if (node.type === 'footnoteReference') {
        directives.push(`[^${node.identifier}]`)
        return ''
      }
      if (node.type === 'emphasis' || node.type === 'strong') {
        counts.emphases += 1
        return below(node)
      }
      if (node.type !== 'textDirective') return below(node)
      const {name} = node
      if (name === 'ins' || name === 'del') counts.changes += 1
      if (!uncompared.has(name)) directives.push(written(name, toText(node), node.attributes?.form))
      // Words of another language and those that are still to be found are nobody's to compare.
      if (!transparent.has(name)) return printed
      const words = below(node)
      // 10 and a raised 6 are two numbers.
      return (name === 'sup' || name === 'sub') && /\d/.test(words) ? `^${words}` : words
    })
    .join('')
}

function written(name: string, label: string, form: string | null | undefined): string {
  return `:${name}[${label}]${form ? `{form=${form}}` : ''}`
}
