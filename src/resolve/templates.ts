import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {FactsDescription} from './description-types.ts'
import {kindFindings} from './kind-findings.ts'
import type {Located} from './located.ts'
import {namesIn, phraseTokens} from './message-format.ts'
import {placeOfPhrase} from './phrase-place.ts'
import {profileFindings} from './profile-findings.ts'
import {starterFindings} from './starter-findings.ts'
import {styleFindings} from './style-findings.ts'
import type {
  Instrument,
  Kind,
  Labels,
  Language,
  Numbering,
  Profile,
  Styles,
  Templates,
  Usage,
} from './template-types.ts'
import {usageFindings} from './usage-findings.ts'

/** Templates that are there, or undefined when the build cannot go on without them. */
export interface ResolvedTemplates {
  templates: Templates | undefined
  languages: Language[]
  messages: VFileMessage[]
}

/**
 * Templates by what they are, and whether every language has the same keys and the same names in braces.
 *
 * @param sources  valid sources by path
 * @param paths  every path that was seen, so that a file with errors is not called missing
 */
export function resolveTemplates(
  sources: ReadonlyMap<string, Source>,
  paths: ReadonlySet<string>,
): ResolvedTemplates {
  const labels = byName<Labels>(sources, /^templates\/labels\.([a-z]{2})\.yaml$/)
  const written = byName<WithKinds<string>>(sources, /^templates\/phrases\.([a-z]{2})\.yaml$/)
  const phrases = new Map([...written].map(([code, yaml]) => [code, {...yaml, value: flat(yaml.value)}]))
  const kinds = byName<Kind>(sources, /^templates\/kinds\/(.+)\.yaml$/)
  const profiles = byName<Profile>(sources, /^templates\/profiles\/(.+)\.yaml$/)
  const facts = byName<FactsDescription>(sources, /^templates\/facts\/(.+)\.yaml$/)
  const usage = byName<Usage>(sources, /^templates\/usage\.([a-z]{2})\.yaml$/)
  const instruments =
    (sources.get('templates/instruments.yaml')?.data.value as {instruments: Instrument[]} | undefined)
      ?.instruments ?? []
  const styles = sources.get('templates/styles.yaml')?.data.value as Styles | undefined
  const sequences = sources.get('templates/numbering.yaml')?.data.value as
    | WithKinds<Numbering[string]>
    | undefined
  const numbering = sequences && flat(sequences)
  const messages = [...sameKeys(labels), ...sameKeys(written), ...phraseFindings(phrases)]
  for (const [code, {path}] of labels) {
    for (const other of [`templates/phrases.${code}.yaml`, `templates/usage.${code}.yaml`])
      if (!paths.has(other))
        messages.push(
          error(
            `The file ${other} is missing beside this one. Add it, with the keys of the other languages.`,
            {
              path,
              ruleId: 'file-missing',
            },
          ),
        )
  }
  if (styles && numbering) messages.push(...styleFindings(kinds, styles, numbering, sources))
  if (numbering) messages.push(...kindFindings(kinds, labels, phrases, numbering))
  messages.push(...starterFindings(kinds, labels), ...usageFindings(labels, usage))
  messages.push(...profileFindings(profiles, labels, {kinds, phrases, styles}))
  const languages = [...labels]
    .map(([code, {value}]) => ({
      code,
      tag: value.language.tag,
      name: value.language.name,
      letter: value.language.letter,
      order: value.language.order,
    }))
    .sort((a, b) => a.order - b.order)
    .map(({order, ...language}) => language)
  const templates =
    styles && numbering && languages.length > 0
      ? {labels, phrases, kinds, profiles, usage, instruments, facts, styles, numbering}
      : undefined
  return {templates, languages, messages}
}

function byName<T>(sources: ReadonlyMap<string, Source>, pattern: RegExp): Map<string, Located<T>> {
  const found = new Map<string, Located<T>>()
  for (const [path, source] of sources) {
    const name = pattern.exec(path)?.[1]
    if (name) found.set(name, {path, data: source.data, value: source.data.value as T})
  }
  return found
}

/**
 * Keys that some languages have and others lack. The fewer are in the wrong: where most have the key the others lack
 * it, where most lack it the others have one too many.
 */
function sameKeys(files: Map<string, Located<unknown>>): VFileMessage[] {
  const facts = [...files.values()]
  const messages: VFileMessage[] = []
  const paths = new Map(facts.map((yaml) => [yaml, new Set(keyPaths(yaml.value))]))
  for (const key of new Set([...paths.values()].flatMap((keys) => [...keys]))) {
    const pointer = key.split('/')
    const name = quote(pointer.at(-1) ?? '')
    const above = pointer.slice(0, -1).join('/')
    if (above !== '' && facts.some((yaml) => !paths.get(yaml)?.has(above))) continue // Said of the key above.
    const having = facts.filter((yaml) => paths.get(yaml)?.has(key))
    const lacking = facts.filter((yaml) => !paths.get(yaml)?.has(key))
    const [first] = having
    if (!first || lacking.length === 0) continue
    const isExtra = having.length < lacking.length
    for (const yaml of isExtra ? having : lacking) {
      const reason = isExtra
        ? `The key ${name} is not in ${lacking.map(({path}) => path).join(' and ')}. Add it there, or delete it here.`
        : `The key ${name} is missing; ${first.path} has it. Add it.`
      messages.push(
        error(reason, {
          path: yaml.path,
          ruleId: 'template-keys',
          place: yaml.data.locate(isExtra ? pointer : pointer.slice(0, -1), 'key'),
          other: isExtra ? undefined : {path: first.path, place: first.data.locate(pointer, 'key')},
        }),
      )
    }
  }
  return messages
}

function keyPaths(value: unknown, before = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => {
    const path = before === '' ? key : `${before}/${key}`
    return [path, ...keyPaths(below, path)]
  })
}

/** Phrases that are no ICU MessageFormat, and names in braces that are not those of the first language. */
function phraseFindings(phrases: Map<string, Located<Record<string, string>>>): VFileMessage[] {
  const messages: VFileMessage[] = []
  const namesOf = new Map<string, Map<string, string[]>>()
  for (const [code, yaml] of phrases) {
    const names = new Map<string, string[]>()
    for (const [key, phrase] of Object.entries(yaml.value)) {
      const tokens = phraseTokens(phrase)
      if (!('reason' in tokens)) {
        names.set(key, namesIn(tokens))
        continue
      }
      const reason = `The braces of this phrase cannot be read (${tokens.reason}). Write a name as {count}, and a choice as {count, plural, one {…} other {…}}.`
      messages.push(error(reason, {path: yaml.path, ruleId: 'phrase-form', place: placeOfPhrase(yaml, key)}))
    }
    namesOf.set(code, names)
  }
  for (const key of new Set([...namesOf.values()].flatMap((names) => [...names.keys()]))) {
    const expected = usualNames([...namesOf.values()].flatMap((names) => names.get(key)?.join(', ') ?? []))
    const [, right] =
      [...phrases].find(([code]) => namesOf.get(code)?.get(key)?.join(', ') === expected) ?? []
    for (const [code, yaml] of phrases) {
      const actual = namesOf.get(code)?.get(key)?.join(', ')
      if (actual === undefined || actual === expected) continue
      const reason = `The names in braces are ${actual || 'none'}; in ${right?.path} they are ${expected || 'none'}. Use the same names.`
      const other = right && {path: right.path, place: placeOfPhrase(right, key)}
      const place = placeOfPhrase(yaml, key)
      messages.push(error(reason, {path: yaml.path, ruleId: 'phrase-names', place, other}))
    }
  }
  return messages
}

/** What most languages have; the first of them where two are equally many. */
function usualNames(names: readonly string[]): string | undefined {
  const count = (name: string): number => names.filter((other) => other === name).length
  return names.reduce<string | undefined>(
    (best, name) => (best === undefined || count(name) > count(best) ? name : best),
    undefined,
  )
}

/** Records of the build's own beside those that kinds name, which stand under a key of their own. */
type WithKinds<T> = Record<string, T> & {'of-kinds'?: Record<string, T>}

/** All records together: who asks for one need not know who names it. */
function flat<T>({'of-kinds': ofKinds, ...own}: WithKinds<T>): Record<string, T> {
  return {...ofKinds, ...(own as Record<string, T>)}
}
