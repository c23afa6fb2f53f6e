import type {Dossier} from '../../resolve/index.ts'

/**
 * Meetings for which there are documents, or would be under another outcome: so a page that leads to one does not change
 * with what is decided later.
 */
export function meetingsWithDocuments({documents, dormant}: Dossier): ReadonlySet<string> {
  return new Set([documents, dormant].flatMap((plans) => plans.map(({meeting}) => meeting.id)))
}
