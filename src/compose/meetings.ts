import {type Meeting, meetingsOf, ordinalWord} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import {actorNodes} from './actor-words.ts'
import type {PhraseValue} from './choose.ts'
import type {Context} from './context.ts'
import {spellNodes, yearOf} from './dates.ts'
import {factValue} from './fact-value.ts'
import {listNodes} from './lists.ts'
import {labelNodes, phrase, wordsAt} from './phrases.ts'

/** How a meeting is named in a sentence: in full or as “14th meeting” alone, both with or without its place and year. */
export const meetingForms = ['name', 'place', 'short', 'short-place'] as const

type Form = (typeof meetingForms)[number]

/** The same without the place and year, which a joint meeting has after its last name. */
const bare = {name: 'name', place: 'name', short: 'short', 'short-place': 'short'} as const satisfies Record<
  Form,
  Form
>

/**
 * “14th meeting of the Conference of the Parties”, with or without its place and year. A joint meeting is named by those
 * that it joins, with its own place after the last of them.
 *
 * @param id  of the meeting; it must be known
 */
export function meetingNodes(context: Context, id: string, form: Form): InlineNode[] {
  const meeting = context.dossier.meetings.get(id)
  if (!meeting) return []
  const parts = meetingsOf(meeting)
  const names = parts.map((part, index) => {
    if (!meeting.hasPlace) return partNodes(context, part, form, part)
    return partNodes(context, part, index < parts.length - 1 ? bare[form] : form, meeting)
  })
  return ofMeeting(context, id, listNodes(context, names))
}

/** @param place  whose place and year are printed */
function partNodes(context: Context, meeting: Meeting, form: Form, place: Meeting): InlineNode[] {
  const ordinal = ordinalNodes(context, meeting)
  const {city} = placeWords(context, place)
  const where = {city, year: yearOf(place.starts)}
  if (form === 'short') return phrase(context, 'meeting-ordinal', {ordinal})
  if (form === 'short-place') return phrase(context, 'meeting-ordinal-place', {ordinal, ...where})
  const body = actorNodes(context, meeting.body, 'of-the', 'meeting')
  const key = form === 'place' ? 'meeting-reference-place' : 'meeting-reference'
  return phrase(context, key, {ordinal, body, ...where})
}

/** The number of a meeting in a sentence, as its period writes it: 58th, 57ª, 11a. */
export function ordinalNodes(context: Context, {ordinal}: Meeting): InlineNode[] {
  return labelNodes(context, context.ordinalDigits(ordinal))
}

/** The name of a meeting on a cover; a line for each that a joint one joins. */
export function coverNames(context: Context, meeting: Meeting): InlineNode[] {
  const names = meetingsOf(meeting).map((part) =>
    phrase(context, 'meeting-name', {
      ordinal: ordinalWord(context.labels, part.ordinal) ?? '',
      body: actorNodes(context, part.body, 'of-the', 'meeting'),
    }),
  )
  return lines(names)
}

/** Its place and days on a cover; a line for each meeting where a joint one has no days of its own. */
export function coverPlaces(context: Context, meeting: Meeting): InlineNode[] {
  const places = (meeting.hasPlace ? [meeting] : meetingsOf(meeting)).map((part) => {
    const {city, country} = placeWords(context, part)
    return phrase(context, 'meeting-place', {city, country, dates: meetingDates(context, part)})
  })
  return lines(places)
}

function lines(all: readonly InlineNode[][]): InlineNode[] {
  return all.flatMap((nodes, index): InlineNode[] => (index === 0 ? nodes : [{type: 'break'}, ...nodes]))
}

/** The days of a meeting, which lead back to its record: 20-22 and 24-26 April 2009. */
export function meetingDates(context: Context, {id, spells}: Meeting): InlineNode[] {
  return ofMeeting(context, id, spellNodes(context, spells))
}

/** Where a meeting is; nothing where the language has no words of it. */
function placeWords(context: Context, {id}: Meeting): {city: PhraseValue; country: PhraseValue} {
  const words = context.dossier.meetingWords.get(context.language.code)
  const place = words?.value.meetings[id]
  const nodesOf = (key: 'city' | 'country'): PhraseValue =>
    words && place ? wordsAt(context, words, ['meetings', id, key], place[key]) : ''
  return {city: nodesOf('city'), country: nodesOf('country')}
}

/** What is printed of a meeting, which leads back to its record. */
export function ofMeeting(context: Context, id: string, nodes: InlineNode[]): InlineNode[] {
  context.named.meetings.add(id)
  const yaml = context.dossier.meetingsYaml
  return yaml ? factValue(context, {nodes, yaml, record: id, isExample: false}) : nodes
}
