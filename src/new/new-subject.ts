import {resolveContent} from '../content.ts'
import {UsageError} from '../failure/index.ts'
import {asTyped, compare, isError} from '../message/index.ts'
import type {Dossier, Meeting} from '../resolve/index.ts'
import {withLock} from '../write/index.ts'
import {noSubjectId, originalOf} from './fields.ts'
import {subjectFault} from './folder-fault.ts'
import {subjectFiles} from './subject-files.ts'
import type {SubjectMade, SubjectWish} from './types.ts'
import {unknownChoice} from './unknown-choice.ts'
import {withLedgers} from './with-ledgers.ts'
import {writeFolder} from './write-folder.ts'

/** Key of templates/actors.yaml: the body that adopts decisions. */
const conference = 'conference-of-the-parties'

/**
 * Makes a subject: a folder of documents/decisions/ with a decision, its tasks and their words, valid as it is. Nothing
 * is written when it would have an error.
 *
 * @param root  the content root
 * @returns the files that were made, or why none was
 * @throws UsageError  when something said cannot be used
 * @throws EnvironmentError  when the disk will not have the files
 */
export async function newSubject(root: string, wish: SubjectWish): Promise<SubjectMade> {
  const {dossier, messages} = await resolveContent({root})
  const meeting = await settledMeeting(root, wish, dossier)
  const original = originalOf(dossier)
  const codes = dossier.languages.map(({code}) => code)
  const languages = wish.languages?.length
    ? [...new Set(wish.languages)]
    : [original, ...codes.filter((code) => code !== original)]
  const files = subjectFiles(wish.subject, wish.title?.trim(), languages, meeting, dossier)
  const folder = `documents/decisions/${wish.subject}`
  const attempt = await resolveContent({root, changes: files})
  const own = attempt.messages.find((message) => isError(message) && message.file?.startsWith(`${folder}/`))
  if (own) return {refused: `There would be an error in ${own.file}: ${own.reason}`}
  const all = withLedgers(files, languages[0] ?? original)
  const inFolder = [...all].map(([path, text]) => [path.slice(folder.length + 1), text] as const)
  await withLock(root, () => writeFolder(root, folder, new Map(inFolder)))
  return {
    files: [...all.keys()],
    meeting: {id: meeting.id, code: meeting.code},
    original: languages[0] ?? original,
    hasErrorsElsewhere: messages.some(isError),
  }
}

/** The meeting whose decisions they are, once everything that was said can be used. */
async function settledMeeting(
  root: string,
  {subject, meeting, languages}: SubjectWish,
  dossier: Dossier,
): Promise<Meeting> {
  const own = meeting === undefined ? usualMeeting(dossier) : dossier.meetings.get(meeting)
  const codes = dossier.languages.map(({code}) => code)
  const faults = [
    dossier.meetings.size === 0
      ? `There is no dossier in ${root}: documents/meetings.yaml is needed. Name its folder with --root, or make one: ${asTyped('new', '--dossier my-dossier')}`
      : undefined,
    subject === noSubjectId
      ? `A subject cannot be called “${noSubjectId}”, which stands for no subject. Write another name.`
      : await subjectFault(root, subject),
    meeting === undefined ? undefined : unknownChoice('meeting', meeting, [...dossier.meetings.keys()]),
    ...(languages ?? []).map((code) => unknownChoice('language', code, codes)),
  ]
  const fault = faults.find((found) => found !== undefined)
  if (fault !== undefined || !own) throw new UsageError(fault ?? 'There is no meeting. Add one.')
  return own
}

/** The last meeting of the Conference that others followed, so that there is a meeting to report to; else the last. */
function usualMeeting({meetings}: Dossier): Meeting | undefined {
  const all = [...meetings.values()].sort((a, b) => compare(a.starts, b.starts))
  const own = all.filter(({body}) => body === conference)
  const last = all.at(-1)
  return own.findLast((meeting) => meeting !== last) ?? own.at(-1) ?? last
}
