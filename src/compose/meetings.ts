import type {InlineNode} from '../tree/index.ts'
import {actorWords} from './actor-words.ts'
import type {Context} from './context.ts'
import {yearOf} from './dates.ts'
import {factValue} from './fact-value.ts'
import {labelNodes, phrase} from './phrases.ts'

/**
 * “14th meeting of the Conference of the Parties”, with or without its place and year.
 *
 * @param id  of the meeting; it must be known
 * @param form  `name`, `place`, or `short` for “14th meeting” alone
 */
export function meetingNodes(context: Context, id: string, form: 'name' | 'place' | 'short'): InlineNode[] {
  const meeting = context.dossier.meetings.get(id)
  if (!meeting) return []
  const ordinal = context.labels.ordinals[String(meeting.ordinal)]
  const words = context.dossier.meetingWords.get(context.language.code)?.value.meetings[id]
  const values = {
    ordinal: labelNodes(context, ordinal?.number ?? ''),
    body: actorWords(context, meeting.body, 'of-the'),
    city: words?.city ?? '',
    year: yearOf(meeting.starts),
  }
  if (form === 'short')
    return ofMeeting(context, id, phrase(context, 'meeting-ordinal', {ordinal: values.ordinal}))
  const key = form === 'place' ? 'meeting-reference-place' : 'meeting-reference'
  return ofMeeting(context, id, phrase(context, key, values))
}

/** What is printed of a meeting, which leads back to its record. */
export function ofMeeting(context: Context, id: string, nodes: InlineNode[]): InlineNode[] {
  const yaml = context.dossier.meetingsYaml
  return yaml ? factValue(context, {nodes, yaml, record: id, isExample: false}) : nodes
}
