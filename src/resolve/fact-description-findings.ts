import type {Looking} from './description-findings-types.ts'
import type {FactDescription} from './description-types.ts'
import type {HeldType} from './field-types.ts'
import {phraseFinding} from './phrase-finding.ts'

/** What a fact may be, and what it then needs of the key that it names; words stand in the file of words. */
const forms: [keyof FactDescription, readonly HeldType[]][] = [
  ['count', ['list']],
  ['sum', ['number']],
  ['number', ['number']],
  ['date', ['date']],
  ['dates', ['date']],
  ['text', ['text']],
]

/** Findings about one fact of sentences: what it counts or names, and its phrase. */
export function factFindings(look: Looking, name: string, fact: FactDescription): void {
  const {yaml, say, asks} = look
  const at = (...rest: (string | number)[]): (string | number)[] => ['facts', name, ...rest]
  const found = [...forms.map(([key]) => key), 'words' as const].filter((key) => fact[key] !== undefined)
  if (found.length !== 1)
    say(
      yaml,
      found[1] ? at(found[1]) : at(),
      'description-form',
      'A fact is exactly one of count, sum, number, date, dates, words and text. Write one of them.',
    )
  for (const [key, types] of forms)
    for (const [place, path] of [fact[key] ?? []].flat().entries())
      asks(String(path), types, Array.isArray(fact[key]) ? at(key, place) : at(key))
  asks(fact['known-from'], ['date'], at('known-from'))
  const list = fact.count ?? fact.sum?.split('.').slice(0, -1).join('.')
  for (const key of Object.keys(fact.of ?? {})) asks(key, ['text'], at('of', key), list?.split('.'))
  if (fact.phrase) phraseFinding(look, fact.phrase, at('phrase'))
}
