import {computeLabels, references, type WordPackage} from '../word/index.ts'
import {paragraphsOf} from './paragraphs.ts'
import {readWordFile} from './word-file.ts'

/** What differs between a file and the one that is to be in its place; `bytes` where a reader sees the same. */
export type Difference = 'words' | 'labels' | 'bytes' | 'unreadable'

/**
 * What differs in a file of out/ for who reads it: its words, or only what is counted (labels of paragraphs, numbers that
 * references print), or only how it is written.
 *
 * @param path  whose ending says what it is
 * @param there  what it holds, from whomever
 * @param due  what the sources give
 */
export function differenceOf(path: string, there: Uint8Array, due: Uint8Array): Difference {
  if (path.endsWith('.docx')) return wordDifference(there, due)
  if (path.endsWith('.html')) return firstDifference(readPage(there), readPage(due))
  return 'words'
}

/** What a reader sees, in two readings: words without what is counted, and what is counted. */
type Reading = [words: string, counted: string]

function firstDifference([words, counted]: Reading, [dueWords, dueCounted]: Reading): Difference {
  if (words !== dueWords) return 'words'
  return counted === dueCounted ? 'bytes' : 'labels'
}

function wordDifference(there: Uint8Array, due: Uint8Array): Difference {
  let reading: Reading
  try {
    reading = readWord(readWordFile(there, true).pkg)
  } catch {
    return 'unreadable'
  }
  return firstDifference(reading, readWord(readWordFile(due, true).pkg))
}

function readWord(pkg: WordPackage): Reading {
  const words = paragraphsOf(pkg).map(({bookmark, words}) => `${bookmark ?? ''} ${words}`)
  const labels = computeLabels(pkg).map(({label}) => label ?? '')
  const results = references(pkg).map(({instruction, result}) => `${instruction} ${result}`)
  return [words.join('\n'), [...labels, ...results].join('\n')]
}

const piece = /<[^<>]*>|[^<]+|</g
/** Elements of our pages whose text is counted: labels, and what leads to another unit or a note. */
const counted = /^<(a|span)\b[^>]*(?: class="num"| href="#)/
/** Elements whose text nobody reads. */
const unread = /^<(style|script)\b/

/** The text of a page, an element a line, in one pass: it may come from anybody. */
function readPage(bytes: Uint8Array): Reading {
  const page = new TextDecoder().decode(bytes)
  const [words, numbers]: [string[], string[]] = [[], []]
  let open: {end: string; into: string[] | undefined} | undefined
  for (const [text] of page.matchAll(piece)) {
    if (open && text === open.end) open = undefined
    else if (!text.startsWith('<')) (open ? open.into : words)?.push(text)
    else if (!open) {
      const name = unread.exec(text)?.[1] ?? counted.exec(text)?.[1]
      if (name) open = {end: `</${name}>`, into: unread.test(text) ? undefined : numbers}
    }
  }
  return [words.join('\n'), numbers.join('\n')]
}
