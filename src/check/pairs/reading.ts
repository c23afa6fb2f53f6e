import type {Nodes, PhrasingContent} from 'mdast'
import type {TranslationUnit} from '../../translation/index.ts'
import {toText} from '../../tree/index.ts'
import {printed} from '../words/index.ts'
import {forAWhile} from './for-a-while.ts'

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
  /** Whether its author is still to write something in it. */
  hasHint: boolean
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

/** The words of a unit and what stands among them; read once, however many languages are compared with it. */
export const readingOf = forAWhile(read)

function read(unit: TranslationUnit): Reading {
  const directives: string[] = []
  const counts = {changes: 0, emphases: 0, hints: 0}
  const text = textOf(unit.nodes, directives, counts).replace(/[“”«»„"]/g, ' ')
  let words: readonly Word[] | undefined
  return {
    text,
    get words() {
      words ??= wordsIn(text)
      return words
    },
    directives,
    hasHint: counts.hints > 0,
    isAmended: counts.changes > 0,
    emphases: counts.emphases,
  }
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => ({
    text: match[0],
    small: match[0].toLowerCase(),
    start: match.index,
  }))
}

function textOf(
  nodes: readonly PhrasingContent[],
  directives: string[],
  counts: {changes: number; emphases: number; hints: number},
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
      if (name === 'hint') counts.hints += 1
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
