import {choices, error, type MessageDetails, quote, warning} from '../../message/index.ts'
import {authorsOf, authorWay, type DocumentRecord, isBefore, type Kind} from '../../resolve/index.ts'
import {ruleFamily} from '../define-rule.ts'

/**
 * A document of a Party is submitted by its foreign ministry or Management Authority, and the signed original comes by
 * post; until then it is provisional. The offices, the authors that are no Party and the first and last meeting for which
 * it is asked are the kind's. House style, R3 (K15).
 */
export const submitter = ruleFamily('submitter', ['submitter'], ({plan, templates}) => {
  const {submitters} = plan.kind
  const {'submitted-by': by} = plan.yaml.value
  const parties = authorsOf(plan.yaml.value).filter(
    (id) => authorWay(templates.authors, id) === 'party' && !submitters?.except.includes(id),
  )
  const isOfNone = parties.length === 0 && by !== undefined && !isExcepted(plan.yaml.value, submitters)
  if (!submitters || (parties.length === 0 && !isOfNone)) return []
  if (isBefore(plan.meeting.starts, submitters)) return []
  const isAfter = submitters.until !== undefined && plan.meeting.starts > submitters.until
  if (isAfter && !isOfNone) return []
  const [office = ''] = submitters.offices.slice(-1)
  const pointer = by ? ['submitted-by', 'office'] : ['author']
  return plan.languages.flatMap(({language}) => {
    const details: MessageDetails = {
      path: plan.yaml.path,
      ruleId: 'submitter',
      place: plan.yaml.data.locate(pointer),
      language: language.code,
    }
    if (isOfNone)
      return [
        warning(
          'An office of a Party is named, and no author is one by its record. Add “as-author: party” to the record of the author in templates/actors.yaml, or delete “submitted-by”.',
          details,
        ),
      ]
    if (!by)
      return [
        error(
          `Which office of ${parties.map((id) => quote(id)).join(' and ')} submits this document is not said (${submitters.source}). Add “submitted-by: {office: ${office}}”.`,
          details,
        ),
      ]
    if (!submitters.offices.includes(by.office))
      return [
        error(
          `An office ${quote(by.office)} may not submit a document of this kind (${submitters.source}). Write ${choices(by.office, submitters.offices)}.`,
          details,
        ),
      ]
    if (by['signed-original'] === undefined)
      return [
        warning(
          'The signed original has not come, so that the document is only provisional. When it has come by post, add “signed-original” with the day.',
          details,
        ),
      ]
    return []
  })
})

/** Whether all authors are those that the kind excepts. */
function isExcepted(record: DocumentRecord, submitters: Kind['submitters']): boolean {
  return authorsOf(record).every((id) => submitters?.except.includes(id))
}
