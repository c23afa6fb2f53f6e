import {parse} from '@messageformat/parser'
import {remembering} from '../load/index.ts'
import {quote} from '../message/index.ts'

// Several times those of the templates.
const mostPhrases = 2_000

/** A choice of a phrase: by number, or by a word. */
export interface PhraseChoice {
  type: 'plural' | 'select'
  arg: string
  cases: {key: string; tokens: readonly PhraseToken[]}[]
}

/**
 * A piece of a phrase: text, a name in braces, a choice, or the number of the choice around it.
 * (The parser's own types need declarations of a package that it does not bring.)
 */
export type PhraseToken =
  | {type: 'content'; value: string}
  | {type: 'argument'; arg: string}
  | {type: 'octothorpe'}
  | PhraseChoice

/**
 * A phrase as ICU MessageFormat, of which phrases use names in braces, `plural` and `select`.
 *
 * @param text  such as `{count, plural, one {# Party} other {# Parties}}`
 * @returns its pieces, or what is wrong with it
 */
export const phraseTokens: (text: string) => readonly PhraseToken[] | {reason: string} = remembering(
  tokensOf,
  mostPhrases,
)

function tokensOf(text: string): readonly PhraseToken[] | {reason: string} {
  if (depthOf(text) > deepest) return {reason: `more than ${deepest} braces stand in one another`}
  try {
    const tokens = parse(text, {strict: true})
    const all = allTokens(tokens)
    const other = all.find(({type}) => !known.has(type))
    if (other)
      return {reason: `{${other.arg}, …} asks for a number or date, which the build writes by itself`}
    // The parser takes a brace that opens nothing for text; none is printed in a document.
    const brace = all.find(({type, value}) => type === 'content' && /[{}]/.test(value ?? ''))
    if (brace) return {reason: 'a name has one brace before it and one behind it'}
    const open = all.find(({cases}) => cases && !cases.some(({key}) => key === 'other'))
    if (open) return {reason: `the choice of {${open.arg}, …} lacks “other {…}”`}
    return tokens as PhraseToken[]
  } catch (cause) {
    // Its own words are a programmer's; where it stopped helps.
    const column = Number(/ at line \d+ col (\d+)/.exec((cause as Error).message)?.[1] ?? 1)
    const rest = text.slice(Math.max(0, column - 1)).trim()
    return {
      reason: rest === '' ? 'a brace is not closed' : `something is wrong at ${quote(rest.slice(0, 30))}`,
    }
  }
}

// The parser goes deeper for each, down to the end of the stack.
const deepest = 16

/** How many braces are open at once. */
function depthOf(text: string): number {
  let [open, most] = [0, 0]
  for (const character of text) {
    if (character === '{') open += 1
    else if (character === '}') open = Math.max(0, open - 1)
    most = Math.max(most, open)
  }
  return most
}

const known = new Set(['content', 'argument', 'plural', 'select', 'octothorpe'])

/** A piece whose type is still to be looked at. */
interface AnyToken {
  type: string
  arg?: string
  value?: string
  cases?: {key: string; tokens: readonly AnyToken[]}[]
}

/** Every piece, also inside choices. */
function allTokens(tokens: readonly AnyToken[]): AnyToken[] {
  return tokens.flatMap((token) => [
    token,
    ...(token.cases ?? []).flatMap((choice) => allTokens(choice.tokens)),
  ])
}

/** The names in braces that a phrase prints, each once, sorted; a gender that it only asks about is not among them. */
export function namesIn(tokens: readonly PhraseToken[]): string[] {
  const printing = allTokens(tokens).filter(({type}) => type !== 'select')
  return [...new Set(printing.flatMap(({arg}) => (arg ? [arg] : [])))].sort()
}
