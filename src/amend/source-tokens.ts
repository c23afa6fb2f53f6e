import type {Nodes} from 'mdast'
import {type Token, tokensIn} from '../difference/index.ts'
import {treeOfWords} from '../load/index.ts'
import {addAll} from '../message/index.ts'

/** A piece of Markdown that is never cut; `isText` where it is words and not a directive, italics, a note or the like. */
export interface SourceToken extends Token {
  isText: boolean
}

const escapeOrEntity = /(\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});)/

/**
 * Markdown of one paragraph in the smallest pieces that may be cut apart. A directive, a link, italics or a reference to a
 * note is one piece with all that is in it. White space is white space, and ’ is ' : nobody reads them as an amendment.
 *
 * @returns pieces that give the Markdown back
 */
export function sourceTokens(words: string): SourceToken[] {
  const {children} = treeOfWords(words)
  const [paragraph] = children
  if (words === '') return []
  if (children.length !== 1 || paragraph?.type !== 'paragraph') return [whole(words)]
  const tokens: SourceToken[] = []
  let at = 0
  for (const child of paragraph.children as Nodes[]) {
    const [start, end] = [child.position?.start.offset ?? at, child.position?.end.offset ?? at]
    // White space before a line break of its own is in no node.
    addAll(tokens, textTokens(words.slice(at, start)))
    const piece = words.slice(start, end)
    addAll(tokens, child.type === 'text' ? textTokens(piece) : [whole(piece)])
    at = end
  }
  addAll(tokens, textTokens(words.slice(at)))
  return withRaised(tokens)
}

/** “14:sup[e]” is one word. */
function withRaised(tokens: readonly SourceToken[]): SourceToken[] {
  const joined: SourceToken[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last && /^:su[pb]\[/.test(token.text) && /[\p{L}\p{N}]$/u.test(last.text))
      joined[joined.length - 1] = {text: last.text + token.text, key: last.key + token.key, isText: false}
    else joined.push(token)
  }
  return joined
}

function textTokens(text: string): SourceToken[] {
  return text.split(escapeOrEntity).flatMap((piece, index) => {
    const isEscape = index % 2 === 1
    return (isEscape ? [piece] : tokensIn(piece)).map((token) => ({
      text: token,
      key: keyOf(isEscape && token.startsWith('\\') ? token.slice(1) : token),
      isText: true,
    }))
  })
}

function whole(piece: string): SourceToken {
  return {text: piece, key: `:${keyOf(piece.replace(/\s+/g, ' '))}`, isText: false}
}

function keyOf(text: string): string {
  return /^\s+$/.test(text) ? ' ' : text.normalize('NFC').replaceAll('’', "'")
}

/** What a reader of the words sees, by which two of them are the same: without white space and references to notes. */
export function readKey(words: string): string {
  const tokens = sourceTokens(words).filter(({key, text}) => key !== ' ' && !/^\[\^/.test(text))
  return tokens.map(({key}) => key).join(' ')
}
