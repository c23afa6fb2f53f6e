import type {VFileMessage} from 'vfile-message'
import {addAll, error, quote} from '../message/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import {namesIn, phraseTokens} from './message-format.ts'
import {
  openPhrases,
  placeOfPhrase,
  pointerOfPhrase,
  unconfirmedPhrases,
  type WrittenPhrases,
} from './phrase-place.ts'

/** The phrases of a language by key, whatever they stand under in its file. */
type Phrases = Located<Record<string, string>>

/** Phrases that are no ICU MessageFormat, and names in braces that are not the same in every language. */
export function phraseFindings(phrases: ReadonlyMap<string, Phrases>): VFileMessage[] {
  const messages: VFileMessage[] = []
  const namesOf = new Map<string, Map<string, string>>()
  for (const [code, yaml] of phrases) {
    const names = new Map<string, string>()
    for (const [key, phrase] of Object.entries(yaml.value)) {
      const tokens = phraseTokens(phrase)
      if (!('reason' in tokens)) {
        names.set(key, namesIn(tokens).join(', '))
        continue
      }
      const reason = `The braces of this phrase cannot be read (${tokens.reason}). Write a name as {count}, and a choice as {count, plural, one {…} other {…}}.`
      messages.push(error(reason, {path: yaml.path, ruleId: 'phrase-form', place: placeOfPhrase(yaml, key)}))
    }
    namesOf.set(code, names)
  }
  for (const key of new Set([...namesOf.values()].flatMap((names) => [...names.keys()])))
    addAll(
      messages,
      nameFindings(key, phrases, (code) => namesOf.get(code)?.get(key)),
    )
  return messages
}

/** Languages in which a phrase has other names than in those that are right. */
function nameFindings(
  key: string,
  phrases: ReadonlyMap<string, Phrases>,
  namesIn: (code: string) => string | undefined,
): VFileMessage[] {
  const having = [...phrases].flatMap(([code, yaml]) => {
    const names = namesIn(code)
    return names === undefined ? [] : [{yaml, names}]
  })
  if (new Set(having.map(({names}) => names)).size < 2) return []
  const isOwn = (yaml: Phrases): boolean => yaml.data.isOwn(pointerOfPhrase(yaml, key))
  // What the package says in one language is right, whatever the root writes in the others.
  const packaged = having.filter(({yaml}) => !isOwn(yaml))
  const expected = usualNames((packaged.length > 0 ? packaged : having).map(({names}) => names))
  const right = having.find(({names}) => names === expected)?.yaml
  return having
    .filter(({names}) => names !== expected)
    .map(({yaml, names}) => {
      const reason = `The names in braces are ${names || 'none'}; in ${right?.path} they are ${expected || 'none'}. Use the same names.`
      const other = right && isOwn(right) ? {path: right.path, place: placeOfPhrase(right, key)} : undefined
      return error(reason, {path: yaml.path, ruleId: 'phrase-names', place: placeOfPhrase(yaml, key), other})
    })
}

/** What most languages have; the first of them where two are equally many. */
function usualNames(names: readonly string[]): string | undefined {
  const count = (name: string): number => names.filter((other) => other === name).length
  return names.reduce<string | undefined>(
    (best, name) => (best === undefined || count(name) > count(best) ? name : best),
    undefined,
  )
}

/** Phrases of the open maps whose name another phrase has, one of which would never be printed; what is not confirmed of none. */
export function phraseNameFindings({path, data, value}: Located<WrittenPhrases>): VFileMessage[] {
  const seen = new Set(Object.keys(value))
  const known = [value, ...openPhrases.map((map) => value[map] ?? {})].flatMap((phrases) =>
    Object.entries(phrases).flatMap(([key, words]) => (typeof words === 'string' ? [key] : [])),
  )
  const strange = Object.keys(value[unconfirmedPhrases] ?? {}).filter((key) => !known.includes(key))
  const unknownOnes = strange.map((key) =>
    error(unknown('phrase', key, known), {
      path,
      ruleId: 'unknown-phrase',
      place: data.locate([unconfirmedPhrases, key], 'key'),
    }),
  )
  const twice = openPhrases.flatMap((map) =>
    Object.keys(value[map] ?? {}).flatMap((key) => {
      if (!seen.has(key)) {
        seen.add(key)
        return []
      }
      const reason = `There is a phrase ${quote(key)} already. Give this one another name, also where it is asked for.`
      return [error(reason, {path, ruleId: 'phrase-twice', place: data.locate([map, key], 'key')})]
    }),
  )
  return [...unknownOnes, ...twice]
}
