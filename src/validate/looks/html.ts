import type {Html, Nodes, Parents} from 'mdast'
import {quote} from '../../message/index.ts'
import type {Look} from './types.ts'

/** HTML is not used; of two tags the one that opens says so. */
export const html: Look<Html> = (node, ancestors, {say}) => {
  const closed = /^<\/([a-z0-9]+)/i.exec(node.value)?.[1]
  const opens = (other: Nodes): boolean =>
    other.type === 'html' && new RegExp(`^<${closed}\\b`, 'i').test(other.value)
  if (closed && ancestors.at(-1)?.children.some(opens)) return
  const [, place] = /^<(sub|sup)\b/i.exec(node.value) ?? []
  if (/^<br\s*\/?>$/i.test(node.value)) {
    say(node, 'markdown-html', `${quote(node.value)} is HTML, which is not used here. ${newLine(ancestors)}`)
    return
  }
  const remedy = place
    ? `Write :${place.toLowerCase()}[…] around the letters or figures`
    : 'Write *words* for italics, **words** for bold, :sup[e] for raised text'
  say(
    node,
    'markdown-html',
    `${quote(node.value)} is HTML, which is not used here. ${remedy}; write &lt; for the sign itself.`,
  )
}

/** How lines are broken where somebody typed a break of HTML: in tables with bars there is room for one line alone. */
function newLine(ancestors: readonly Parents[]): string {
  return ancestors.some(({type}) => type === 'tableCell')
    ? 'A cell between bars is one line. Type the rows as lists, “* - first cell” and “  - next cell” under it: a cell may hold lines, paragraphs and items “1. ” there (docs/tables.md).'
    : 'End the line with “\\” and go on in the next one.'
}
