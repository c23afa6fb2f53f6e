import type {FootnoteReference} from 'mdast'
import type {Node, Parent} from 'unist'
import {type CrossReference, joinedText, toText} from '../../tree/index.ts'

/** What plain text has in the place of what it cannot show as it is. */
export interface Written {
  reference: (node: CrossReference) => string
  /** Of a note, at the place that refers to it. */
  mark: (node: FootnoteReference) => string
  lineBreak: string
  tab: string
  /** What stands at both ends of italic and of bold words. */
  emphasis?: string
  strong?: string
}

/**
 * Words as plain text on one line. Inserted and deleted text stands between `[+ +]` and `[- -]`; an address behind the words
 * that lead to it.
 */
export function wordsOf(node: Node, written: Written): string {
  const inside = (): string =>
    'children' in node ? joinedText((node as Parent).children, (child) => wordsOf(child, written)) : ''
  switch (node.type) {
    case 'break':
      return written.lineBreak
    case 'tab':
      return written.tab
    case 'inserted':
      return `[+${inside()}+]`
    case 'deleted':
    case 'delete':
      return `[-${inside()}-]`
    case 'footnoteReference':
      return written.mark(node as FootnoteReference)
    case 'crossReference':
      return written.reference(node as CrossReference)
    case 'emphasis':
      return between(written.emphasis, inside())
    case 'strong':
      return between(written.strong, inside())
    case 'link': {
      const text = inside()
      const {url} = node as Node & {url: string}
      return text === url ? text : `${text} (${url})`
    }
    default:
      return 'children' in node ? inside() : toText(node)
  }
}

function between(sign: string | undefined, words: string): string {
  return words === '' ? '' : `${sign ?? ''}${words}${sign ?? ''}`
}
