import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {Fact} from './fact.ts'
import {styleFindings} from './style-findings.ts'
import type {Kind, Labels, Language, Numbering, Profile, Styles, Templates} from './template-types.ts'

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
  const phrases = byName<Record<string, string>>(sources, /^templates\/phrases\.([a-z]{2})\.yaml$/)
  const kinds = byName<Kind>(sources, /^templates\/kinds\/(.+)\.yaml$/)
  const profiles = byName<Profile>(sources, /^templates\/profiles\/(.+)\.yaml$/)
  const styles = sources.get('templates/styles.yaml')?.data.value as Styles | undefined
  const numbering = sources.get('templates/numbering.yaml')?.data.value as Numbering | undefined
  const messages = [...sameKeys(labels), ...sameKeys(phrases), ...samePlaceholders(phrases)]
  for (const [code, {path}] of labels) {
    const other = `templates/phrases.${code}.yaml`
    if (!paths.has(other))
      messages.push(
        error(`The file ${other} is missing beside this one. Add it, with the keys of the other languages.`, {
          path,
          ruleId: 'file-missing',
        }),
      )
  }
  if (styles && numbering) messages.push(...styleFindings(kinds, styles, numbering, sources))
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
      ? {labels, phrases, kinds, profiles, styles, numbering}
      : undefined
  return {templates, languages, messages}
}

function byName<T>(sources: ReadonlyMap<string, Source>, pattern: RegExp): Map<string, Fact<T>> {
  const found = new Map<string, Fact<T>>()
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
function sameKeys(files: Map<string, Fact<unknown>>): VFileMessage[] {
  const facts = [...files.values()]
  const messages: VFileMessage[] = []
  const paths = new Map(facts.map((fact) => [fact, new Set(keyPaths(fact.value))]))
  for (const key of new Set([...paths.values()].flatMap((keys) => [...keys]))) {
    const pointer = key.split('/')
    const name = quote(pointer.at(-1) ?? '')
    const having = facts.filter((fact) => paths.get(fact)?.has(key))
    const lacking = facts.filter((fact) => !paths.get(fact)?.has(key))
    const [first] = having
    if (!first || lacking.length === 0) continue
    const isExtra = having.length < lacking.length
    for (const fact of isExtra ? having : lacking) {
      const reason = isExtra
        ? `The key ${name} is not in ${lacking.map(({path}) => path).join(' and ')}. Add it there, or delete it here.`
        : `The key ${name} is missing; ${first.path} has it. Add it.`
      messages.push(
        error(reason, {
          path: fact.path,
          ruleId: 'template-keys',
          place: fact.data.locate(isExtra ? pointer : pointer.slice(0, -1), 'key'),
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

const placeholder = /\{([^}]*)\}/g

function samePlaceholders(phrases: Map<string, Fact<Record<string, string>>>): VFileMessage[] {
  const [first, ...others] = phrases.values()
  const messages: VFileMessage[] = []
  if (!first) return messages
  for (const other of others) {
    for (const [key, phrase] of Object.entries(other.value)) {
      const reference = first.value[key]
      if (reference === undefined) continue
      const expected = namesIn(reference)
      const actual = namesIn(phrase)
      if (expected.join(' ') === actual.join(' ')) continue
      messages.push(
        error(
          `The names in braces are ${actual.join(', ') || 'none'}; in ${first.path} they are ${expected.join(', ') || 'none'}. Use the same names.`,
          {
            path: other.path,
            ruleId: 'phrase-names',
            place: other.data.locate([key]),
            other: {path: first.path, place: first.data.locate([key])},
          },
        ),
      )
    }
  }
  return messages
}

function namesIn(phrase: string): string[] {
  return [...phrase.matchAll(placeholder)].map((match) => match[1] ?? '').sort()
}
