import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {Fact, Kind, Labels, Language, Numbering, Profile, Styles, Templates} from './types.ts'

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
 */
export function resolveTemplates(sources: ReadonlyMap<string, Source>): ResolvedTemplates {
  const labels = byName<Labels>(sources, /^templates\/labels\.([a-z]{2})\.yaml$/)
  const phrases = byName<Record<string, string>>(sources, /^templates\/phrases\.([a-z]{2})\.yaml$/)
  const kinds = byName<Kind>(sources, /^templates\/kinds\/(.+)\.yaml$/)
  const profiles = byName<Profile>(sources, /^templates\/profiles\/(.+)\.yaml$/)
  const styles = sources.get('templates/styles.yaml')?.data.value as Styles | undefined
  const numbering = sources.get('templates/numbering.yaml')?.data.value as Numbering | undefined
  const messages = [...sameKeys(labels), ...sameKeys(phrases), ...samePlaceholders(phrases)]
  if (styles && numbering) messages.push(...unknownStyles(kinds, styles, numbering, sources))
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

/** Keys that one language has and another lacks; the first language in the order of the files is the measure. */
function sameKeys(files: Map<string, Fact<unknown>>): VFileMessage[] {
  const [first, ...others] = files.values()
  const messages: VFileMessage[] = []
  if (!first) return messages
  const expected = new Set(keyPaths(first.value))
  for (const other of others) {
    const actual = new Set(keyPaths(other.value))
    for (const key of expected) {
      if (actual.has(key)) continue
      const pointer = key.split('/')
      messages.push(
        error(`The key ${quote(pointer.at(-1) ?? '')} is missing; ${first.path} has it. Add it.`, {
          path: other.path,
          ruleId: 'template-keys',
          place: other.data.locate(pointer.slice(0, -1), 'key'),
          other: {path: first.path, place: first.data.locate(pointer, 'key')},
        }),
      )
    }
    for (const key of actual) {
      if (expected.has(key)) continue
      const pointer = key.split('/')
      messages.push(
        error(
          `The key ${quote(pointer.at(-1) ?? '')} is not in ${first.path}. Add it there, or delete it here.`,
          {path: other.path, ruleId: 'template-keys', place: other.data.locate(pointer, 'key')},
        ),
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

function unknownStyles(
  kinds: Map<string, Fact<Kind>>,
  styles: Styles,
  numbering: Numbering,
  sources: ReadonlyMap<string, Source>,
): VFileMessage[] {
  const known = new Set(Object.keys(styles['paragraph-styles']))
  const messages: VFileMessage[] = []
  const say = (
    path: string,
    style: string,
    source: Source | undefined,
    pointer: (string | number)[],
  ): void => {
    if (known.has(style)) return
    messages.push(
      error(
        `There is no style ${quote(style)} in templates/styles.yaml. Add it there, or write one of its names.`,
        {path, ruleId: 'unknown-style', place: source?.data.locate(pointer)},
      ),
    )
  }
  for (const {path, value} of kinds.values()) {
    for (const [index, block] of value.cover.entries())
      say(path, block.style, sources.get(path), ['cover', index, 'style'])
  }
  for (const [name, {levels}] of Object.entries(numbering)) {
    for (const [index, level] of levels.entries())
      say('templates/numbering.yaml', level.style, sources.get('templates/numbering.yaml'), [
        name,
        'levels',
        index,
        'style',
      ])
  }
  for (const [name, style] of Object.entries(styles['paragraph-styles'])) {
    if (style['based-on'])
      say('templates/styles.yaml', style['based-on'], sources.get('templates/styles.yaml'), [
        'paragraph-styles',
        name,
        'based-on',
      ])
  }
  return messages
}
