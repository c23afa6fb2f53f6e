import * as cardinals from 'make-plural/cardinals'
import {type PhraseToken, phraseTokens} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import type {Context} from './context.ts'
import {groupDigits} from './group-digits.ts'

/** A value for a name in braces: text, a whole number, or nodes. Text is never parsed. */
export type PhraseValue = string | number | InlineNode[]

/**
 * A phrase with its choices made: by number (`plural`, as CLDR counts in the language) and by word (`select`).
 *
 * CLDR's rules come from make-plural and not from Intl, whose answers differ between versions of Node.
 *
 * @param phrase  ICU MessageFormat; `resolve` has found it well formed
 * @param values  by name
 * @returns Markdown in which only names in braces are left
 */
export function choose(phrase: string, values: Record<string, PhraseValue>, context: Context): string {
  const tokens = phraseTokens(phrase)
  if ('reason' in tokens) throw new Error(`The phrase “${phrase}” passed resolve and cannot be read.`)
  return written(tokens, values, context, undefined)
}

function written(
  tokens: readonly PhraseToken[],
  values: Record<string, PhraseValue>,
  context: Context,
  counted: number | undefined,
): string {
  return tokens
    .map((token) => {
      if (token.type === 'content') return token.value
      if (token.type === 'argument') return `{${token.arg}}`
      if (token.type === 'octothorpe') return counted === undefined ? '#' : groupDigits(context, counted)
      const value = values[token.arg]
      const number = token.type === 'plural' && typeof value === 'number' ? value : undefined
      const keys =
        number === undefined ? [String(value)] : [`=${number}`, cardinalOf(context.language.code, number)]
      const choice =
        keys.map((key) => token.cases.find((candidate) => candidate.key === key)).find(Boolean) ??
        token.cases.find(({key}) => key === 'other')
      return written((choice?.tokens ?? []) as PhraseToken[], values, context, number ?? counted)
    })
    .join('')
}

/** CLDR's category of a whole number: one, many, other; `other` in a language that CLDR does not know. */
export function cardinalOf(language: string, value: number): string {
  const categories = cardinals as unknown as Record<string, ((value: number) => string) | undefined>
  return categories[language]?.(value) ?? 'other'
}
