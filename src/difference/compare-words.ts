import {compareTokens} from './compare-tokens.ts'
import {tokensIn} from './tokens.ts'
import type {TextRun, Token} from './types.ts'

/**
 * What stays, goes and comes between two texts, word by word. A number such as 14.35 is one word.
 *
 * @param before  the earlier text
 * @param after  the later one
 * @returns runs: without those that are inserted they are the earlier text, without those that are deleted the later one
 */
export function compareWords(before: string, after: string): TextRun[] {
  return compareTokens(tokensOf(before), tokensOf(after)).map((run) => ({
    kind: run.kind,
    text: (run.kind === 'deleted' ? run.before : run.after).map(({text}) => text).join(''),
  }))
}

function tokensOf(text: string): Token[] {
  return tokensIn(text).map((token) => ({text: token, key: token}))
}
