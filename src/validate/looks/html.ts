import type {Html, Nodes} from 'mdast'
import {quote} from '../../message/index.ts'
import type {Look} from './types.ts'

/** HTML is not used; of two tags the one that opens says so. */
export const html: Look<Html> = (node, ancestors, {say}) => {
  const closed = /^<\/([a-z0-9]+)/i.exec(node.value)?.[1]
  const opens = (other: Nodes): boolean =>
    other.type === 'html' && new RegExp(`^<${closed}\\b`, 'i').test(other.value)
  if (closed && ancestors.at(-1)?.children.some(opens)) return
  const [, place] = /^<(sub|sup)\b/i.exec(node.value) ?? []
  const remedy = place
    ? `Write :${place.toLowerCase()}[…] around the letters or figures`
    : 'Write *words* for italics, **words** for bold, :sup[e] for raised text'
  say(
    node,
    'markdown-html',
    `${quote(node.value)} is HTML, which is not used here. ${remedy}; write &lt; for the sign itself.`,
  )
}
