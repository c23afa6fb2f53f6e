import {type Content, type Octothorpe, type PlainArg, parse, type Select} from '@messageformat/parser'

/** A piece of a phrase: text, a name in braces, a choice by number or by word, or the number of the choice. */
export type PhraseToken = Content | PlainArg | Select | Octothorpe

/**
 * A phrase as ICU MessageFormat, of which phrases use names in braces, `plural` and `select`.
 *
 * @param text  such as `{count, plural, one {# Party} other {# Parties}}`
 * @returns its pieces, or what is wrong with it
 */
export function phraseTokens(text: string): PhraseToken[] | {reason: string} {
  try {
    const tokens = parse(text, {strict: true})
    const other = allTokens(tokens).find(({type}) => !known.has(type))
    if (other)
      return {reason: `“${other.type}” is not used in phrases; dates and numbers are written by the build`}
    return tokens as PhraseToken[]
  } catch (cause) {
    // Its own message draws the line and a caret under it.
    const [reason = ''] = (cause as Error).message.split('\n')
    return {reason: reason.replace(/ at line \d+ col \d+:?/, '')}
  }
}

const known = new Set(['content', 'argument', 'plural', 'select', 'octothorpe'])

/** Every piece, also inside choices. */
function allTokens(tokens: readonly {type: string}[]): {type: string; arg?: string}[] {
  return tokens.flatMap((token) => [
    token,
    ...('cases' in token ? (token as Select).cases.flatMap((choice) => allTokens(choice.tokens)) : []),
  ])
}

/** The names in braces that a phrase prints, each once, sorted; a gender that it only asks about is not among them. */
export function namesIn(tokens: readonly PhraseToken[]): string[] {
  const printing = allTokens(tokens).filter(({type}) => type !== 'select')
  return [...new Set(printing.flatMap(({arg}) => (arg ? [arg] : [])))].sort()
}
