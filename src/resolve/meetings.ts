import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {compare, error, finding, quote} from '../message/index.ts'
import {actorFault} from './actors.ts'
import {daysBetween} from './days.ts'
import {unknown} from './findings.ts'
import {meetingWordFindings} from './meeting-words.ts'
import {ordinalDigits, ordinalWord} from './ordinals.ts'
import type {KnownNames} from './template-types.ts'
import type {Dossier, Spell} from './types.ts'

const path = 'documents/meetings.yaml'

/** Days that a meeting may last before its dates are asked about: the longest known took less than half of them. */
const longestDays = 60

/** What of its dates a meeting says itself; a joint one may leave that to those that it joins. */
interface WrittenDates {
  starts?: string
  ends?: string
  again?: Spell
}

interface MeetingRecord extends Spell {
  id: string
  code: string
  body: string
  ordinal: number
  again?: Spell
  profile: string
}

interface JointRecord extends WrittenDates {
  id: string
  meetings: string[]
  profile: string
}

interface MeetingsFile {
  meetings: MeetingRecord[]
  'joint-meetings'?: JointRecord[]
}

type Say = (pointer: (string | number)[], ruleId: string, reason: string, refuses?: string[]) => void

/**
 * Puts the meetings and the words of their places into the dossier.
 *
 * @param sources  valid sources by path
 * @param paths  every path that was seen, so that a file with errors is not called missing
 * @returns what is wrong with them, at its key
 */
export function resolveMeetings(
  sources: ReadonlyMap<string, Source>,
  dossier: Dossier,
  paths: ReadonlySet<string>,
): VFileMessage[] {
  const source = sources.get(path)
  if (!source) return []
  const messages: VFileMessage[] = []
  dossier.meetingsYaml = {path, data: source.data, value: source.data.value}
  const say: Say = (pointer, ruleId, reason, refuses) => {
    messages.push(
      error(reason, {path, ruleId, place: source.data.locate(pointer), ...(refuses ? {refuses} : {})}),
    )
  }
  const ask = (pointer: (string | number)[], ruleId: string, reason: string): void => {
    messages.push(finding('warning', reason, {path, ruleId, place: source.data.locate(pointer)}))
  }
  const look = {dossier, sources, paths, say, ask}
  const file = source.data.value as MeetingsFile
  for (const [index, record] of file.meetings.entries()) addMeeting(record, ['meetings', index], look)
  for (const [index, record] of (file['joint-meetings'] ?? []).entries())
    addJoint(record, ['joint-meetings', index], look)
  return [...messages, ...meetingWordFindings(sources, dossier)]
}

interface Look {
  dossier: Dossier
  sources: ReadonlyMap<string, Source>
  paths: ReadonlySet<string>
  say: Say
  ask(pointer: (string | number)[], ruleId: string, reason: string): void
}

function addMeeting(record: MeetingRecord, at: (string | number)[], look: Look): void {
  const {dossier, say} = look
  idFinding(record.id, at, look)
  const other = [...dossier.meetings.values()].find(({code}) => code === record.code)
  if (other && other.id !== record.id)
    say(
      [...at, 'code'],
      'meeting-code',
      `The short name ${quote(record.code)} is already that of ${quote(other.id)}, so that their documents could not be told apart. Correct one of the two.`,
    )
  if (!record.code.endsWith(String(record.ordinal)) || /\d$/.test(withoutEnd(record)))
    say(
      [...at, 'ordinal'],
      'meeting-code',
      `The short name ${quote(record.code)} and the number ${record.ordinal} do not belong together. Correct one of the two.`,
    )
  dateFindings(record, at, look)
  wordsOfOrdinal(record.ordinal, at, look)
  // There are none where a template that nothing goes without has errors.
  const names: KnownNames | undefined = dossier.templates.names
  const body = actorFault(names?.actors, record.body, 'body')
  if (body) say([...at, 'body'], body.ruleId, body.reason)
  profileFinding(record.profile, at, look)
  const spells = spellsOf(record)
  dossier.meetings.set(record.id, {...record, ...daysOf(spells), spells, hasPlace: true})
}

const withoutEnd = ({code, ordinal}: MeetingRecord): string => code.slice(0, -String(ordinal).length)

/** A joint meeting has the days that it names, or those of the meetings that it joins. */
function addJoint(record: JointRecord, at: (string | number)[], look: Look): void {
  const {dossier, say} = look
  idFinding(record.id, at, look)
  const {starts, ends, again} = record
  if ((starts === undefined) !== (ends === undefined) || (again && !starts))
    say(
      at,
      'joint-dates',
      'A joint meeting has a first and a last day of its own, or takes those of its meetings. Write both “starts” and “ends”, or none of its dates.',
    )
  const parts = record.meetings.flatMap((id, index) => {
    const part = dossier.meetings.get(id)
    if (part && !part.joint) return [part]
    const known = [...dossier.meetings.values()].filter(({joint}) => !joint).map((meeting) => meeting.id)
    say([...at, 'meetings', index], 'unknown-meeting', unknown('meeting', id, known))
    return []
  })
  profileFinding(record.profile, at, look)
  const [first] = parts
  if (!first || parts.length < record.meetings.length) return
  const own =
    starts !== undefined && ends !== undefined ? {starts, ends, ...(again ? {again} : {})} : undefined
  if (own) dateFindings(own, at, look)
  const spells = own
    ? spellsOf(own)
    : parts.flatMap((part) => part.spells).sort((a, b) => compare(a.starts, b.starts))
  dossier.meetings.set(record.id, {
    ...first,
    id: record.id,
    code: parts.map(({code}) => code).join('/'),
    profile: record.profile,
    ...daysOf(spells),
    spells,
    hasPlace: own !== undefined,
    joint: parts,
  })
}

function idFinding(id: string, at: (string | number)[], {dossier, say}: Look): void {
  if (dossier.meetings.has(id))
    say([...at, 'id'], 'id-twice', `The meeting ${quote(id)} occurs twice. Give one of them another id.`)
}

function dateFindings(
  {starts, ends, again}: Spell & {again?: Spell},
  at: (string | number)[],
  {say, ask}: Look,
): void {
  if (ends < starts)
    say(
      [...at, 'ends'],
      'date-order',
      `The meeting ends (${ends}) before it starts (${starts}). Correct one of the two dates.`,
    )
  if (again && again.starts <= ends)
    say(
      [...at, 'again', 'starts'],
      'date-order',
      `The meeting goes on again on ${again.starts}, and its first days end on ${ends}. Correct one of the two dates.`,
    )
  if (again && again.ends < again.starts)
    say(
      [...at, 'again', 'ends'],
      'date-order',
      `The second days of the meeting end (${again.ends}) before they start (${again.starts}). Correct one of the two dates.`,
    )
  const days = daysBetween(starts, (again ?? {ends}).ends) + 1
  if (days > longestDays)
    ask(
      [...at, ...(again ? ['again', 'ends'] : ['ends'])],
      'meeting-long',
      `The meeting would last ${days} days, from ${starts} to ${(again ?? {ends}).ends}. Correct one of the two dates.`,
    )
}

/** Languages whose labels neither list the number nor make it; those whose labels have errors are not asked. */
function wordsOfOrdinal(ordinal: number, at: (string | number)[], {dossier, sources, say}: Look): void {
  const labels = [...(dossier.templates.labels ?? [])].filter(([, file]) => {
    const source = sources.get(file.path)
    return !(source?.kind === 'yaml' && source.isStandIn)
  })
  const lacking = labels.filter(
    ([, {value}]) => ordinalWord(value, ordinal) === undefined || ordinalDigits(value, ordinal) === undefined,
  )
  if (lacking.length === 0) return
  const files = lacking.map(([, file]) => file.path).join(', ')
  const reason = `There are no words for the number ${ordinal}. Write “ordinals: {"${ordinal}": {word: …, number: …}}” into ${files}${lacking.length > 1 ? ', each in its language' : ''}.`
  say(
    [...at, 'ordinal'],
    'unknown-ordinal',
    reason,
    lacking.length < labels.length ? lacking.map(([code]) => code) : undefined,
  )
}

function profileFinding(profile: string, at: (string | number)[], {dossier, paths, say}: Look): void {
  const {profiles} = dossier.templates
  if (profiles && !profiles.has(profile) && !paths.has(`templates/profiles/${profile}.yaml`))
    say([...at, 'profile'], 'unknown-profile', unknown('profile', profile, profiles.keys()))
}

function spellsOf({starts, ends, again}: Spell & {again?: Spell}): Spell[] {
  return [{starts, ends}, ...(again ? [again] : [])]
}

/** The first and the last day of all. */
function daysOf(spells: readonly Spell[]): Spell {
  const starts = spells.map((spell) => spell.starts).sort()
  const ends = spells.map((spell) => spell.ends).sort()
  return {starts: starts[0] ?? '', ends: ends.at(-1) ?? ''}
}
