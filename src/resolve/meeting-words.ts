import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import type {Dossier, MeetingWords} from './types.ts'

/**
 * Puts the places of the meetings into the dossier, language by language.
 *
 * @param dossier  with its meetings
 * @returns words of no meeting, and meetings without words: the documents of that language are refused
 */
export function meetingWordFindings(sources: ReadonlyMap<string, Source>, dossier: Dossier): VFileMessage[] {
  return [...sources].flatMap(([path, words]) => {
    const language = /^documents\/meetings\.([a-z]{2})\.yaml$/.exec(path)?.[1]
    if (!language) return []
    const value = words.data.value as {meetings: Record<string, MeetingWords>}
    const yaml = {path, data: words.data, value}
    dossier.meetingWords.set(language, yaml)
    return [...strayWords(yaml, dossier), ...missingWords(yaml, dossier)]
  })
}

function strayWords(
  {path, data, value}: Located<{meetings: Record<string, MeetingWords>}>,
  {meetings}: Dossier,
): VFileMessage[] {
  return Object.keys(value.meetings)
    .filter((id) => !meetings.get(id)?.hasPlace)
    .map((id) => {
      const reason = meetings.has(id)
        ? `The joint meeting ${quote(id)} has no days of its own, so that the places of its meetings are printed. Delete this line, or give it “starts” and “ends” in documents/meetings.yaml.`
        : unknown('meeting', id, meetings.keys())
      return error(reason, {path, ruleId: 'unknown-meeting', place: data.locate(['meetings', id], 'key')})
    })
}

function missingWords(
  {path, data, value}: Located<{meetings: Record<string, MeetingWords>}>,
  {meetings}: Dossier,
): VFileMessage[] {
  return [...meetings.values()]
    .filter(({id, hasPlace}) => hasPlace && !Object.hasOwn(value.meetings, id))
    .map(({id}) => {
      const reason = `The words of the meeting ${quote(id)} are missing. Add “${id}: {city: …, country: …}”.`
      return error(reason, {path, ruleId: 'words-missing', place: data.locate(['meetings'], 'key')})
    })
}
