import type {Parents, Text} from 'mdast'
import {quote} from '../../message/index.ts'
import type {Report} from '../say.ts'

// Fonts of signs (Symbol, Wingdings) have theirs in the private use areas; an object that was left behind is U+FFFC.
const privateSign = /[\ue000-\uf8ff\ufff9-\ufffc\u{f0000}-\u{10fffd}]/u
const bullet = '[•‣⁃◦∙▪▫■□●○◆◇❖►▶▸➢➤➔✓✔✗✘★☆◼◾·¤\\ue000-\\uf8ff]'
// A dash after a line break may be part of the sentence; “o” is a word in Spanish.
const atStart = new RegExp(
  `^(?:${bullet}[ \\t\\u00a0]*|[‐‑‒–—―−][ \\t\\u00a0]+|[-*+§oOØüvq][ \\t]*\\t[ \\t]*)(?=\\S)`,
  'u',
)
const inLine = new RegExp(
  `(?<=\\n[ \\t]{0,40}|[:;][ \\t]{1,9})(?:${bullet}[ \\t\\u00a0]+|[-*+§oOØüvq‐‑‒–—―−][ \\t]*\\t[ \\t]*)(?=\\S)|(?<=[:;]\\n[ \\t]{0,40})[‐‑‒–—―−][ \\t\\u00a0]+(?=\\S)`,
  'u',
)
const lettered = /^o[ \u00a0]+(?=\p{Ll})/u
const withoutWordO = ['en', 'fr']
/** What any of these begins with: most texts hold none. */
const any = new RegExp(`${bullet}|[\\t\\n‐‑‒–—―−\\ufff9-\\ufffc\\u{f0000}-\\u{10fffd}]|^o[ \\u00a0]`, 'u')
const tab = /(?<=\S)[ \u00a0]*\t[ \t\u00a0]*(?=\S)/u

/**
 * Says what was pasted from Word and is no Markdown: bullets, signs that only one font has, tabs between columns.
 * In a quotation a bullet may be the quoted text's own.
 *
 * @returns whether something was said
 */
export function lookAtPasted(
  node: Text,
  ancestors: readonly Parents[],
  {say, placeIn, language}: Report,
): boolean {
  const {value} = node
  if (!any.test(value)) return false
  const parent = ancestors.at(-1)
  const isQuoted = ancestors.some(({type}) => type === 'blockquote')
  const isFirst = parent?.type === 'paragraph' && parent.children[0] === node
  const found =
    isQuoted || parent?.type !== 'paragraph'
      ? null
      : ((isFirst
          ? (atStart.exec(value) ?? (withoutWordO.includes(language) ? lettered.exec(value) : null))
          : null) ?? inLine.exec(value))
  if (found) {
    const sign = found[0].trim()
    say(
      node,
      'list-bullet',
      `${named(sign)} is a bullet, as Word has them, and would be printed as it stands. Delete it; end the paragraph that introduces the list with “:” and begin each item with “1. ”: the build prints a), b), c).`,
      placeIn(node, found.index, found.index + found[0].length),
    )
    return true
  }
  const sign = privateSign.exec(value)
  if (sign) {
    say(
      node,
      'pasted-sign',
      `${named(sign[0])} is a sign of one font of Word, and prints as an empty box in any other. Type the sign or the word that is meant.`,
      placeIn(node, sign.index, sign.index + sign[0].length),
    )
    return true
  }
  const between = tab.exec(value)
  if (!between) return false
  const before = value.slice(0, between.index).split(/\s/).at(-1) ?? ''
  const after = value.slice(between.index + between[0].length).split(/\s/)[0] ?? ''
  const isInTable = ancestors.some((above) => above.type === 'containerDirective' && above.name === 'table')
  const remedy = isInTable ? tableRemedy : tabRemedy
  say(
    node,
    'pasted-tab',
    `A tab stands between ${quote(before)} and ${quote(after)}. ${remedy}`,
    placeIn(node, between.index, between.index + between[0].length),
  )
  return true
}

const tabRemedy =
  'Write one space; for columns, put the rows between “:::table[Caption]{id=…}” and “:::”, where “check --fix” makes a table of them, or let the command “table” make one of the sheet.'
const tableRemedy =
  '“check --fix” makes a table of rows with tabs where each has the same number of cells and stands on one line: give every row the same, or let the command “table” make the table of the sheet.'

/** A sign that may have no form in the reader's font, with its number. */
function named(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return privateSign.test(sign) || /^[^\p{L}\p{N}]/u.test(sign)
    ? `${privateSign.test(sign) ? 'A sign' : quote(sign)} (U+${code})`
    : quote(sign)
}
