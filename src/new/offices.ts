import {authorWay, type Dossier, isBefore} from '../resolve/index.ts'
import type {Wish} from './types.ts'

/**
 * The offices of a Party one of which must be said to submit the document, the usual one last.
 *
 * @returns none where its author is no Party, or the kind asks for no office at that meeting
 */
export function officesFor({kind, meeting, author}: Wish, {templates, meetings}: Dossier): string[] {
  const submitters = templates.kinds.get(kind ?? '')?.value.submitters
  const held = meetings.get(meeting ?? '')
  if (!submitters || !held || author === undefined || submitters.except.includes(author)) return []
  if (authorWay(templates.authors, author) !== 'party' || isBefore(held.starts, submitters)) return []
  if (submitters.until !== undefined && held.starts > submitters.until) return []
  return submitters.offices
}
