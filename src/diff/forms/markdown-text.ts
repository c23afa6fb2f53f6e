import {printable} from '../../message/index.ts'
import {onOneLine} from './excerpt.ts'

/**
 * A character of no width. A forge looks for mentions, references and addresses in what a page shows, so that a backslash
 * before them does not help; what stands apart in what is shown is none.
 */
const apart = '&#8203;'

/** Everything that Markdown or HTML obeys. */
const obeyed = /[\\`*_[\]{}()<>&|~$^=#@!]/g

/**
 * Words of whoever wrote the sources, for a comment on a forge: nothing in them is markup, a mention, a reference to an issue or
 * a commit, an address, or a command. On one line.
 */
export function markdownText(text: string): string {
  return parted(printable(onOneLine(text)))
    .map((piece) => piece.replace(obeyed, entity))
    .join(apart)
}

function entity(sign: string): string {
  return `&#${sign.charCodeAt(0)};`
}

/** Behind what a forge looks for what is shown is parted. */
const looked: readonly RegExp[] = [
  // Before letters and digits a mention (`@`), an issue (`#`), on GitLab a merge request (`!`) and the like.
  /[@#!$%^~&]/g,
  // `::` begins a command, `:smile:` a picture, `://` an address.
  /:(?=\S)/g,
  // `GH-12`, `TICKET-12`.
  /[a-z]-(?=\d)/gi,
  /www(?=\.)/gi,
  // A commit.
  /[0-9a-f]{6}(?=[0-9a-f])/gi,
]

function parted(text: string): string[] {
  const places = looked.flatMap((expression) =>
    [...text.matchAll(expression)].map((match) => match.index + match[0].length),
  )
  const pieces: string[] = []
  let at = 0
  for (const place of [...new Set(places)].sort((a, b) => a - b)) {
    pieces.push(text.slice(at, place))
    at = place
  }
  return [...pieces, text.slice(at)]
}
