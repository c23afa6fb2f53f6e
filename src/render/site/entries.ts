import {deflateRawSync, inflateRawSync} from 'node:zlib'
import type {Parent} from 'unist'
import type {Composition} from '../../compose/index.ts'
import {htmlIdOf, readUnits, toText} from '../../tree/index.ts'

/** What the pages about all documents keep of one that is made, in one language: nothing of its tree. */
export interface SiteEntry {
  /** Of the document, such as `sc58/internet-trade`. */
  path: string
  /** Code of the language. */
  language: string
  /** Its words for the search, `unitsOf`: packed, since those of all documents are in memory together. */
  packed: Uint8Array
  /** How many characters these have. */
  characters: number
}

/** What is kept of a finished document. */
export function siteEntry({plan, language, tree}: Composition): SiteEntry {
  const units = readUnits(tree).map(({id, label, node, words, ancestors}) =>
    literal([
      htmlIdOf(id),
      node.type === 'note' ? `[${label}]` : chain(label, ancestors),
      words.map((word) => toText(word)).join(''),
    ]),
  )
  const text = units.join(',\n')
  return {
    path: plan.path,
    language: language.code,
    // A copy: what zlib gives is the beginning of 16 KiB, all of which would stay.
    packed: Uint8Array.from(deflateRawSync(text, {level: 1})),
    characters: text.length,
  }
}

/** The words of a document for the search: literals `[id, label, text]` in its order, each on a line. */
export function unitsOf({packed}: SiteEntry): string {
  return inflateRawSync(packed).toString()
}

/** A value as a literal that cannot end the script it stands in. */
export function literal(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** “12 b) i)”: the label with those above it. */
function chain(label: string | undefined, ancestors: readonly Parent[]): string {
  if (label === undefined) return ''
  const above = ancestors.flatMap((node) => {
    const own = 'sequence' in node && 'label' in node ? String(node.label) : undefined
    return own === undefined ? [] : [own.replace(/\.$/, '')]
  })
  return [...above, label.replace(/\.$/, '')].join('\u00a0')
}
