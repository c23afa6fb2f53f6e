import type {VFileMessage} from 'vfile-message'
import type {MarkdownSource, Source} from '../load/index.ts'
import {addAll, error, quote} from '../message/index.ts'
import {annexFindings, printedAnnexes} from './annexes.ts'
import {aloneFault, authorFault, authorsOf, namelessFault} from './authors.ts'
import {conditionFault} from './conditions.ts'
import {coverFindings} from './cover-findings.ts'
import {deadlineFor} from './deadline-for.ts'
import type {DocumentContext} from './document-context.ts'
import {sortsWith} from './facts/index.ts'
import {unknown, unknownHeading} from './findings.ts'
import type {Kind} from './kind-types.ts'
import {laterRevisions} from './later-revisions.ts'
import type {Located} from './located.ts'
import {noSubject} from './no-subject.ts'
import {pictureFindings} from './picture-findings.ts'
import {printsResolution} from './prints-resolution.ts'
import {provisionReferences} from './provisions.ts'
import type {Conditions} from './record-types.ts'
import {subjectMissing} from './subject-missing.ts'
import {meetingsOf} from './symbols.ts'
import type {Templates} from './template-types.ts'
import type {DocumentPlan, DocumentRecord, Subject} from './types.ts'
import {wordsConditionFindings} from './words-condition-findings.ts'

/** Whether documents of a kind have a number of their own. */
export function hasNumber(kind: Kind): boolean {
  return kind['has-number'] ?? kind.symbol?.includes('{number}') ?? false
}

/** The profile of a document: its own, where it was made in another period than its meeting, else the meeting's. */
export function profileOf({yaml, meeting}: Pick<DocumentPlan, 'yaml' | 'meeting'>): string {
  return yaml.value.profile ?? meeting.profile
}

type Say = (pointer: (string | number)[], ruleId: string, reason: string, what?: 'key') => void

/**
 * One document with every reference of its document.yaml followed.
 *
 * @param path  from documents/, such as `sc58/internet-trade`
 * @param source  its document.yaml
 * @returns the plan, or none where a reference leads nowhere, and findings at the keys
 */
export function planDocument(
  path: string,
  source: Source,
  context: DocumentContext,
): {plan?: DocumentPlan; messages: VFileMessage[]} {
  const {paths, dossier} = context
  const {templates} = dossier
  const yaml: Located<DocumentRecord> = {
    path: source.path,
    data: source.data,
    value: source.data.value as DocumentRecord,
  }
  const {value} = yaml
  const messages: VFileMessage[] = []
  const say: Say = (pointer, ruleId, reason, what) => {
    messages.push(error(reason, {path: yaml.path, ruleId, place: yaml.data.locate(pointer, what)}))
  }
  const kind = templates.kinds.get(value.kind)?.value
  if (!kind && !paths.has(`templates/kinds/${value.kind}.yaml`))
    say(['kind'], 'unknown-kind', unknown('kind', value.kind, templates.kinds.keys()))
  const meeting = dossier.meetings.get(value.meeting)
  if (!meeting && dossier.meetings.size > 0)
    say(['meeting'], 'unknown-meeting', unknown('meeting', value.meeting, dossier.meetings.keys()))
  for (const id of Object.keys(value.symbol?.numbers ?? {})) {
    const known = meeting ? meetingsOf(meeting).map((part) => part.id) : [id]
    if (!known.includes(id))
      say(['symbol', 'numbers', id], 'unknown-meeting', unknown('meeting', id, known), 'key')
  }
  const profile = meeting ? templates.profiles.get(profileOf({yaml, meeting}))?.value : undefined
  const own = value.profile
  if (own !== undefined && !templates.profiles.has(own) && !paths.has(`templates/profiles/${own}.yaml`))
    say(['profile'], 'unknown-profile', unknown('profile', own, templates.profiles.keys()))
  const subjectOf = (key: 'subject' | 'proposes'): Subject | undefined => {
    const id = value[key]
    const subject = id === undefined ? undefined : dossier.subjects.get(id)
    if (id !== undefined && !subject && !paths.has(`documents/decisions/${id}/decisions.yaml`))
      say([key], 'unknown-subject', unknown('subject', id, dossier.subjects.keys()))
    return subject
  }
  const named = subjectOf('subject')
  const subject =
    value.subject === undefined
      ? noSubject(
          yaml,
          sortsWith(templates.facts).map(({name}) => name),
        )
      : named
  const proposed = subjectOf('proposes')
  nameFindings(value, templates, say)
  if (kind) kindFindings(value, kind, templates, say)
  if (value.subject === undefined) subjectMissing(value, kind, dossier.subjects.keys(), say)
  languageFindings(value, context, say)
  for (const {pointer, reason} of laterRevisions(value, dossier.meetings.values()))
    say(pointer, 'revision-later', reason)
  const asOf = value['as-of'] ?? value.date
  if (asOf > value.date)
    say(
      ['as-of'],
      'date-order',
      `The facts are told as on ${asOf}, after the day of the document (${value.date}). Correct one of the two dates.`,
    )
  if (named) conditionFindings(value, named, say)
  if (named) provisionFindings(value, named, say)
  if (messages.length > 0 || !kind || !meeting || !profile || !subject) return {messages}
  if (value.proposes !== undefined && !proposed) return {messages}
  const annexes = printedAnnexes(value, {kind, subject, asOf}, dossier.languages)
  const languages = dossier.languages.flatMap((language) => {
    const state = value.languages[language.code]
    return state ? [{language, state}] : []
  })
  const known = new Set(languages.map(({language}) => language.code))
  const {parts, messages: missing} = partsOf({path, yaml, languages, annexes}, context)
  addAll(messages, missing)
  addAll(messages, pictureFindings({path, parts}, context))
  for (const {source} of [...parts.values()].flat())
    addAll(messages, wordsConditionFindings(source, subject, dossier.subjects.keys()))
  for (const found of parts.values()) {
    const body = found.find(({name}) => name === 'body')
    if (body) addAll(messages, coverFindings(body.source, kind, profile, profileOf({yaml, meeting})))
  }
  const deadline = deadlineFor(kind, meeting)
  const plan: DocumentPlan = {
    path,
    yaml,
    kind,
    meeting,
    profile,
    subject,
    ...(proposed ? {proposed} : {}),
    asOf,
    ...(deadline ? {deadline} : {}),
    isReceivedLate: deadline !== undefined && value.received !== undefined && value.received > deadline,
    annexes,
    languages,
    languagesInError: Object.keys(value.languages).filter((code) => !known.has(code)),
    parts,
  }
  return {plan, messages}
}

function nameFindings(value: DocumentRecord, {names, authors, labels}: Templates, say: Say): void {
  const {headings, actors} = names
  for (const [index, heading] of (value.agenda ?? []).entries()) {
    if (!headings.has(heading)) say(['agenda', index], 'unknown-heading', unknownHeading(heading, headings))
  }
  const ids = authorsOf(value)
  const pointerOf = (index: number): (string | number)[] =>
    typeof value.author === 'string' ? ['author'] : ['author', index]
  for (const [index, id] of ids.entries()) {
    const fault = authorFault(actors, authors, id)
    if (fault) say(pointerOf(index), fault.ruleId, fault.reason)
    const nameless = namelessFault(
      actors,
      authors,
      id,
      Object.keys(value.languages).filter((code) => labels.has(code)),
    )
    if (nameless) say(pointerOf(index), 'words-missing', nameless)
  }
  const alone = aloneFault(authors, ids)
  if (alone) say(pointerOf(alone.index), 'author-alone', alone.reason)
}

/** What the kind asks for, and what it has no place for. */
function kindFindings(value: DocumentRecord, kind: Kind, templates: Templates, say: Say): void {
  const {phrases} = templates.names
  if (!value.amends && printsResolution(kind, templates))
    say(
      [],
      'amends-missing',
      'The cover of this kind of document names the resolution that it amends. Add “amends: {number: "11.3", revision: CoP14}”, with the number of that resolution, and “null” where it was never revised.',
    )
  if (kind.symbol?.includes('{committee}') && !value.committee)
    say(
      [],
      'committee-missing',
      'The symbol of this kind of document names a committee. Add “committee: "I"” or “committee: "II"”.',
    )
  if (kind.symbol?.includes('{group}') && !value.group)
    say(
      [],
      'group-missing',
      'The symbol of this kind of document names a drafting or working group. Add “group: "1"”, with the number of the group.',
    )
  const isNumbered = hasNumber(kind)
  if (isNumbered && !value.symbol)
    say(
      [],
      'symbol-missing',
      'A document of this kind has a number. Add “symbol: {number: null, revision: null}”, and the number once it is known.',
    )
  if (!isNumbered && value.symbol && value.symbol.number !== null)
    say(['symbol', 'number'], 'symbol-number', 'A document of this kind has no number. Write null.')
  const isByYear = value.symbol?.number?.includes('/') ?? false
  if (isNumbered && value.symbol?.number && isByYear !== (kind['number-form'] === 'by-year'))
    say(
      ['symbol', 'number'],
      'symbol-number',
      isByYear
        ? 'The number of a document of this kind has no year. Write it as "24" or "36.1".'
        : 'The number of a document of this kind is the year, a slash and three digits. Write it as "2009/038".',
    )
  const revision = value.symbol?.revision ?? null
  const isByMeeting = kind['revised-by-meeting'] === true
  if (revision !== null && isByMeeting !== (typeof revision === 'string'))
    say(
      ['symbol', 'revision'],
      'symbol-revision',
      isByMeeting
        ? 'A revision of this kind of document has the name of the meeting that made it. Write “revision: CoP15”, with that meeting.'
        : 'Revisions of this kind of document are counted. Write “revision: 1”, or the number of the revision.',
    )
  const [author = ''] = authorsOf(value)
  const opening = kind.opening ? `${kind.opening}-${author}` : undefined
  const others = `${kind.opening}-others`
  if (opening && ![opening, others].some((key) => phrases.has(key)))
    say(
      ['author'],
      'unknown-opening',
      `There is no sentence ${quote(opening)}, with which this kind opens. Add it under “of-kinds” in templates/phrases.<language>.yaml, in every language, or write another author.`,
    )
  annexFindings(value, kind, say)
}

function languageFindings(value: DocumentRecord, {dossier, paths}: DocumentContext, say: Say): void {
  const codes = new Set(dossier.languages.map(({code}) => code))
  for (const code of Object.keys(value.languages)) {
    if (!codes.has(code) && !paths.has(`templates/labels.${code}.yaml`))
      say(['languages', code], 'unknown-language', unknown('language', code, codes), 'key')
  }
  if (!Object.hasOwn(value.languages, value.original))
    say(
      ['original'],
      'original-language',
      `The original language ${quote(value.original)} is not among the languages. Add it there, or write another.`,
    )
}

function conditionFindings(value: DocumentRecord, subject: Subject, say: Say): void {
  const look = (conditions: Conditions | undefined, pointer: (string | number)[]): void => {
    const fault = conditionFault(conditions, subject)
    if (!fault) return
    say(fault.index === undefined ? pointer : [...pointer, fault.index], 'unknown-condition', fault.reason)
  }
  look(value.when, ['when'])
  for (const [index, annex] of (value.annexes ?? []).entries())
    if (typeof annex !== 'string') look(annex.when, ['annexes', index, 'when'])
}

function provisionFindings(value: DocumentRecord, subject: Subject, say: Say): void {
  const known = provisionReferences(subject)
  for (const [index, reference] of (value.implements ?? []).entries())
    if (!known.has(reference))
      say(['implements', index], 'unknown-provision', unknown('provision', reference, known))
}

/** Body and annexes of every language; a file that a complete language lacks is a finding. */
function partsOf(
  {path, yaml, languages, annexes}: Pick<DocumentPlan, 'path' | 'yaml' | 'languages' | 'annexes'>,
  {sources, paths}: DocumentContext,
): {parts: DocumentPlan['parts']; messages: VFileMessage[]} {
  const messages: VFileMessage[] = []
  const parts = new Map<string, {name: string; source: MarkdownSource}[]>()
  /** How to say that an annex of which one language has a file is printed as it is. */
  const alone = (name: string): string => {
    const having = languages.filter(({language: {code}}) => paths.has(`documents/${path}/${name}.${code}.md`))
    const [only] = having
    if (name === 'body' || !only || having.length > 1) return ''
    return `write “{name: ${name}, only: ${only.language.code}}” at “annexes” where it exists in that language alone, `
  }
  for (const {language, state} of languages) {
    const found: {name: string; source: MarkdownSource}[] = []
    const own = annexes.filter(({only}) => only === undefined || only.code === language.code)
    for (const name of ['body', ...own.map((annex) => annex.name)]) {
      const partPath = `documents/${path}/${name}.${language.code}.md`
      const part = sources.get(partPath)
      if (part?.kind === 'markdown') found.push({name, source: part})
      else if (!paths.has(partPath) && state === 'complete') {
        const remedy = `${alone(name)}or write “drafting” here`
        const reason = `${language.english} is complete, but the file ${name}.${language.code}.md is missing. Add it, ${remedy}.`
        messages.push(
          error(reason, {
            path: yaml.path,
            ruleId: 'file-missing',
            place: yaml.data.locate(['languages', language.code]),
            language: language.code,
          }),
        )
      }
    }
    parts.set(language.code, found)
  }
  return {parts, messages}
}
