import type {DecisionRecord} from './record-types.ts'
import type {DocumentPlan, Dossier, Meeting} from './types.ts'

const conference = 'conference-of-the-parties'
/** The meeting that first adopted a decision is the first part of its number: 14.90, 14.29 (Rev. CoP16). */
const ordinalOfNumber = /^(\d+)\./

/**
 * Whether a decision was adopted by a later meeting of the Conference than the one to which a document belongs: a
 * register after the 15th meeting holds none of the 16th, whenever it is made. Of another meeting's document: after the
 * day that it tells.
 *
 * @returns false where it has no number, or nothing is known of the meeting
 */
export function isAdoptedLater(
  {labels}: DecisionRecord,
  {meetings}: Pick<Dossier, 'meetings'>,
  {meeting, asOf}: Pick<DocumentPlan, 'meeting' | 'asOf'>,
): boolean {
  const ordinal = Number(ordinalOfNumber.exec(labels.adopted ?? '')?.[1])
  if (Number.isNaN(ordinal)) return false
  if (meeting.body === conference) return ordinal > meeting.ordinal
  const adoptedAt = [...meetings.values()].find(
    (known: Meeting) => known.body === conference && known.ordinal === ordinal,
  )
  return adoptedAt !== undefined && adoptedAt.ends > asOf
}
