import type {VFileMessage} from 'vfile-message'
import type {Pointer, Source} from '../load/index.ts'
import {addAll, error} from '../message/index.ts'
import {actorFindings} from './actor-findings.ts'
import type {Authors, AuthorWay, Parties} from './author-types.ts'
import type {FactsDescription} from './description-types.ts'
import {instrumentFindings} from './instrument-findings.ts'
import {kindFindings} from './kind-findings.ts'
import type {Kind} from './kind-types.ts'
import {knownNames} from './known-names.ts'
import type {Located} from './located.ts'
import {phraseFindings, phraseNameFindings} from './phrase-findings.ts'
import {openPhrases, unconfirmedPhrases, type WrittenPhrases} from './phrase-place.ts'
import {profileFindings} from './profile-findings.ts'
import type {WrittenProfile} from './profile-types.ts'
import {resolveProfiles} from './profiles.ts'
import {sameKeys} from './same-keys.ts'
import {starterFindings} from './starter-findings.ts'
import {styleFindings} from './style-findings.ts'
import type {
  ActorForms,
  Actors,
  Instrument,
  Labels,
  Language,
  Numbering,
  Starters,
  Styles,
  Templates,
} from './template-types.ts'
import type {Usage} from './usage-types.ts'

/** Keys of the labels under which each language has what it needs. */
const ownInEach = new Set(['ordinals', 'ordinal-rules'])

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
  const written = byName<WrittenPhrases>(sources, /^templates\/phrases\.([a-z]{2})\.yaml$/)
  const phrases = new Map(
    [...written].map(([code, yaml]) => [code, {...yaml, value: flatPhrases(yaml.value)}]),
  )
  const kinds = byName<Kind>(sources, /^templates\/kinds\/(.+)\.yaml$/)
  const periods = byName<WrittenProfile>(sources, /^templates\/profiles\/(.+)\.yaml$/)
  const {profiles, messages: profileMessages} = resolveProfiles(periods, paths)
  const facts = byName<FactsDescription>(sources, /^templates\/facts\/(.+)\.yaml$/)
  const usage = byName<Usage>(sources, /^templates\/usage\.([a-z]{2})\.yaml$/)
  const starters = byName<Starters>(sources, /^templates\/starters\.([a-z]{2})\.yaml$/)
  const writtenActors = located<WrittenActors>(sources, 'templates/actors.yaml')
  const actors = writtenActors && {...writtenActors, value: formsOf(writtenActors.value)}
  const authors: Authors = {
    parties: located<Parties>(sources, 'templates/parties.yaml')?.value ?? {},
    ways: waysOf(writtenActors?.value ?? {}),
  }
  const listed = located<{instruments: Instrument[]}>(sources, 'templates/instruments.yaml')
  const styles = located<Styles>(sources, 'templates/styles.yaml')?.value
  const sequences = located<WrittenNumbering>(sources, 'templates/numbering.yaml')?.value
  // What the package has was looked at when it was made.
  const areOurs = [...sources].every(([path, source]) => !path.startsWith('templates/') || isOurs(source))
  const messages = areOurs ? [] : [...fileFindings(labels, paths)]
  const isAddition = (path: string, pointer: Pointer): boolean => isAdded(sources.get(path), pointer)
  // Of a file with errors that is all there is to say; what stands in for it has no faults.
  const [sound, soundWritten] = [sounds(labels, sources), sounds(written, sources)]
  if (!areOurs) {
    addAll(messages, [
      ...sameKeys(sound, isAddition, ownInEach),
      ...sameKeys(soundWritten, isAddition, new Set([unconfirmedPhrases])),
      ...sameKeys(sounds(starters, sources), isAddition),
    ])
    addAll(messages, phraseFindings(sounds(phrases, sources)))
    addAll(messages, [...soundWritten.values()].flatMap(phraseNameFindings))
    if (listed) addAll(messages, instrumentFindings(listed))
  }
  const inEnglish = labels.get('en')?.value.language.names
  // Nothing can be said in a language without its phrases.
  const languages = [...labels]
    .filter(([code]) => phrases.has(code))
    .map(([code, {value}]) => ({...value.language, code}))
    .sort((a, b) => a.order - b.order)
    .map(({code, tag, name, letter}) => ({code, tag, name, english: inEnglish?.[code] ?? name, letter}))
  if (!actors || !styles || !sequences || languages.length === 0)
    return {templates: undefined, languages, messages}
  const numbering = flatNumbering(sequences)
  const names = knownNames({labels, phrases, actors}, sources)
  if (!areOurs) {
    if (names.actors) addAll(messages, actorFindings(actors, labels, paths, isAddition))
    addAll(messages, styleFindings(kinds, styles, numbering, sources))
    addAll(messages, kindFindings(kinds, names, numbering))
    addAll(messages, starterFindings(kinds, starters))
    addAll(messages, [...profileMessages, ...profileFindings(periods, labels, {kinds, names, styles})])
  }
  const instruments = listed?.value.instruments ?? []
  const templates = {
    names,
    labels,
    phrases,
    kinds,
    profiles,
    facts,
    usage,
    starters,
    actors,
    authors,
    instruments,
    styles,
    numbering,
  }
  return {templates, languages, messages}
}

/** Whether a template is one of the package, as it was when that was made. */
function isOurs(source: Source): boolean {
  return source.kind === 'yaml' && source.isKnown === true && source.changes === undefined
}

function located<T>(sources: ReadonlyMap<string, Source>, path: string): Located<T> | undefined {
  const data = sources.get(path)?.data
  return data && {path, data, value: data.value as T}
}

function byName<T>(sources: ReadonlyMap<string, Source>, pattern: RegExp): Map<string, Located<T>> {
  const found = new Map<string, Located<T>>()
  for (const path of sources.keys()) {
    const name = pattern.exec(path)?.[1]
    const yaml = name && located<T>(sources, path)
    if (yaml) found.set(name, yaml)
  }
  return found
}

/** Those files that do not stand in for one with errors. */
function sounds<T>(
  files: ReadonlyMap<string, Located<T>>,
  sources: ReadonlyMap<string, Source>,
): Map<string, Located<T>> {
  const isStandIn = (source: Source | undefined): boolean =>
    source?.kind === 'yaml' && source.isStandIn === true
  return new Map([...files].filter(([, {path}]) => !isStandIn(sources.get(path))))
}

/** Whether a file of the root adds a key to the package's. */
function isAdded(source: Source | undefined, pointer: Pointer): boolean {
  if (source?.kind !== 'yaml' || !source.changes) return false
  const {value} = source.changes.data
  return pointer.reduce<unknown>((below, key) => Object(below)[key], value) === undefined
}

/** Files that a language lacks beside its labels. */
function fileFindings(
  labels: ReadonlyMap<string, Located<Labels>>,
  paths: ReadonlySet<string>,
): VFileMessage[] {
  return [...labels].flatMap(([code, {path}]) =>
    ['phrases', 'usage', 'starters']
      .map((name) => `templates/${name}.${code}.yaml`)
      .filter((other) => !paths.has(other))
      .map((other) => {
        const reason = `The file ${other} is missing beside this one. Add it, with the keys of the other languages.`
        return error(reason, {path, ruleId: 'file-missing'})
      }),
  )
}

/** Actors as they are written: what documents say of an author stands beside its forms. */
type WrittenActors = Record<string, Record<string, ActorForms> & {'as-author'?: AuthorWay}>

function formsOf(written: WrittenActors): Actors {
  return Object.fromEntries(
    Object.entries(written).map(([id, {'as-author': _way, ...forms}]) => [id, forms as Actors[string]]),
  )
}

function waysOf(written: WrittenActors): Map<string, AuthorWay> {
  return new Map(Object.entries(written).flatMap(([id, {'as-author': way}]) => (way ? [[id, way]] : [])))
}

/** All phrases together: who asks for one need not know who names it. */
function flatPhrases(written: WrittenPhrases): Record<string, string> {
  const own = Object.entries(written).filter(([key]) => ![...openPhrases, unconfirmedPhrases].includes(key))
  const others = openPhrases.map((map) => written[map] ?? {})
  return Object.assign({}, ...others, Object.fromEntries(own))
}

/** Sequences of the build's own beside those that kinds name, which stand under a key of their own. */
type WrittenNumbering = Numbering & {'of-kinds'?: Numbering}

function flatNumbering({'of-kinds': ofKinds, ...own}: WrittenNumbering): Numbering {
  return {...ofKinds, ...own}
}
