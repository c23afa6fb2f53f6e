import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource, Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {Fact} from './fact.ts'
import {unknown} from './findings.ts'
import type {Labels} from './template-types.ts'
import type {DocumentFact, DocumentPlan, Dossier} from './types.ts'

/** What documents are planned from. */
export interface DocumentContext {
  sources: ReadonlyMap<string, Source>
  /** Every path that was seen, also of sources with errors. */
  paths: ReadonlySet<string>
  dossier: Dossier
}

const documentPath = /^documents\/([^/]+\/[^/]+)\/document\.yaml$/

/**
 * Plans every document: follows kind, meeting, subject, agenda, author, languages, annexes.
 * A reference that leads nowhere is a finding at its key; such a document is in `dossier.refused`.
 */
export function resolveDocuments(context: DocumentContext): {
  documents: DocumentPlan[]
  messages: VFileMessage[]
} {
  const documents: DocumentPlan[] = []
  const messages: VFileMessage[] = []
  for (const path of context.paths) {
    const name = documentPath.exec(path)?.[1]
    if (!name) continue
    const source = context.sources.get(path)
    const planned = source ? planDocument(name, source, context) : undefined
    if (planned) messages.push(...planned.messages)
    if (planned?.plan) documents.push(planned.plan)
  }
  // A folder of which no document could be planned: its earlier outputs stay.
  const plannedPaths = new Set(documents.map((document) => document.path))
  for (const path of context.paths) {
    const folder = /^documents\/((?!decisions\/)[^/]+\/[^/]+)(?:\/|$)/.exec(path)?.[1]
    if (folder && !plannedPaths.has(folder)) context.dossier.refused.add(folder)
  }
  messages.push(...sameSymbols(documents), ...strayFiles(context))
  return {documents, messages}
}

/** Two documents of a kind and meeting with one number: a reader could not tell them apart. */
function sameSymbols(documents: readonly DocumentPlan[]): VFileMessage[] {
  const first = new Map<string, DocumentPlan>()
  return documents.flatMap((document) => {
    const {kind, meeting, committee, symbol} = document.fact.value
    if (symbol.number === null) return []
    const key = [kind, meeting, committee, symbol.number, symbol.revision].join(' ')
    const other = first.get(key)
    if (!other) {
      first.set(key, document)
      return []
    }
    const place = document.fact.data.locate(['symbol', 'number'])
    const reason = `The number ${quote(symbol.number)} is already that of ${other.path}. Give one of the two documents another number, or a revision.`
    const otherPlace = other.fact.data.locate(['symbol', 'number'])
    return [
      error(reason, {
        path: document.fact.path,
        ruleId: 'symbol-twice',
        place,
        other: {path: other.fact.path, place: otherPlace},
      }),
    ]
  })
}

function planDocument(
  path: string,
  source: Source,
  {sources, paths, dossier}: DocumentContext,
): {plan?: DocumentPlan; messages: VFileMessage[]} {
  const fact: Fact<DocumentFact> = {
    path: source.path,
    data: source.data,
    value: source.data.value as DocumentFact,
  }
  const {value} = fact
  const messages: VFileMessage[] = []
  const say = (pointer: (string | number)[], ruleId: string, reason: string, what?: 'key'): void => {
    messages.push(error(reason, {path: fact.path, ruleId, place: fact.data.locate(pointer, what)}))
  }
  const {templates} = dossier
  const labels = [...templates.labels.values()][0]?.value as Labels
  const kind = templates.kinds.get(value.kind)?.value
  if (!kind && !paths.has(`templates/kinds/${value.kind}.yaml`))
    say(['kind'], 'unknown-kind', unknown('kind', value.kind, templates.kinds.keys()))
  const meeting = dossier.meetings.get(value.meeting)
  if (!meeting && dossier.meetings.size > 0)
    say(['meeting'], 'unknown-meeting', unknown('meeting', value.meeting, dossier.meetings.keys()))
  const profile = meeting ? templates.profiles.get(meeting.profile)?.value : undefined
  const subject = dossier.subjects.get(value.subject)
  if (!subject && !paths.has(`documents/decisions/${value.subject}/decisions.yaml`))
    say(['subject'], 'unknown-subject', unknown('subject', value.subject, dossier.subjects.keys()))
  for (const [index, heading] of (value.agenda ?? []).entries()) {
    if (!Object.hasOwn(labels['agenda-headings'], heading))
      say(
        ['agenda', index],
        'unknown-heading',
        unknown('agenda heading', heading, Object.keys(labels['agenda-headings'])),
      )
  }
  if (!Object.hasOwn(labels.actors, value.author))
    say(['author'], 'unknown-actor', unknown('author', value.author, Object.keys(labels.actors)))
  if (kind?.symbol.includes('{committee}') && !value.committee)
    say(
      [],
      'committee-missing',
      'The symbol of this kind of document names a committee. Add “committee: "I"” or “committee: "II"”.',
    )
  const opening = kind?.opening ? `${kind.opening}-${value.author}` : undefined
  const phrases = [...templates.phrases.values()][0]
  if (opening && phrases && !Object.hasOwn(phrases.value, opening))
    say(
      ['author'],
      'unknown-opening',
      `There is no sentence ${quote(opening)} in ${phrases.path}, with which this kind opens. Add it there, or write another author.`,
    )
  const codes = new Set(dossier.languages.map((language) => language.code))
  for (const code of Object.keys(value.languages)) {
    if (!codes.has(code))
      say(['languages', code], 'unknown-language', unknown('language', code, codes), 'key')
  }
  if (!Object.hasOwn(value.languages, value.original))
    say(
      ['original'],
      'original-language',
      `The original language ${quote(value.original)} is not among the languages. Add it there, or write another.`,
    )
  if (messages.length > 0 || !kind || !meeting || !profile || !subject) return {messages}
  const languages = dossier.languages.flatMap((language) => {
    const state = value.languages[language.code]
    return state ? [{language, state}] : []
  })
  const parts = new Map<string, {name: string; source: MarkdownSource}[]>()
  for (const {language, state} of languages) {
    const found: {name: string; source: MarkdownSource}[] = []
    for (const name of ['body', ...(value.annexes ?? [])]) {
      const partPath = `documents/${path}/${name}.${language.code}.md`
      const part = sources.get(partPath)
      if (part?.kind === 'markdown') found.push({name, source: part})
      else if (!paths.has(partPath) && state === 'complete') {
        const reason = `${language.name} is complete, but the file ${name}.${language.code}.md is missing. Add it, or write “drafting” here.`
        messages.push(
          error(reason, {
            path: fact.path,
            ruleId: 'file-missing',
            place: fact.data.locate(['languages', language.code]),
            language: language.code,
          }),
        )
      }
    }
    parts.set(language.code, found)
  }
  return {plan: {path, fact, kind, meeting, profile, subject, languages, parts}, messages}
}

/** Annexes and bodies that no document.yaml names. */
function strayFiles({sources, paths}: DocumentContext): VFileMessage[] {
  const messages: VFileMessage[] = []
  const alone = new Set<string>()
  for (const path of sources.keys()) {
    const match = /^documents\/([^/]+\/[^/]+)\/(body|annex-[0-9]+)\.([a-z]{2})\.md$/.exec(path)
    if (!match) continue
    const [, folder, name, language] = match
    const documentYaml = `documents/${folder}/document.yaml`
    const source = sources.get(documentYaml)
    if (!paths.has(documentYaml)) {
      if (alone.has(documentYaml)) continue // Said at the first file of the folder.
      alone.add(documentYaml)
      messages.push(
        error('There is no document.yaml beside this file. Add one, or move the file.', {
          path,
          ruleId: 'file-missing',
        }),
      )
      continue
    }
    if (!source) continue
    const value = source.data.value as DocumentFact
    if (name !== 'body' && !(value.annexes ?? []).includes(name ?? '')) {
      messages.push(
        error(
          `No document names this annex. Add “${name}” to “annexes” in ${documentYaml}, or delete the file.`,
          {path, ruleId: 'annex-stray'},
        ),
      )
    }
    if (language && !Object.hasOwn(value.languages, language)) {
      messages.push(
        error(
          `The document is not made in this language. Add “${language}: drafting” to “languages” in ${documentYaml}, or delete the file.`,
          {path, ruleId: 'language-stray'},
        ),
      )
    }
  }
  return messages
}
