import {type Place, quote} from '../message/index.ts'
import {type DecisionRecord, hasNotBegun, type Subject} from '../resolve/index.ts'
import {type Context, reportError} from './context.ts'
import {exampleSign, noteExample} from './examples.ts'

const withRevision = /^(?<bare>(?<ordinal>\d+)\.\d+)(?:\s\(Rev\.\s(?<revision>\w+)\))?/

/**
 * The label of a decision as this kind of document prints it: the draft's `14.XX`, or the adopted number.
 * Where no number is confirmed the draft label stands in; an example carries its sign.
 *
 * @param which  the label that is wanted; the kind's where left out
 */
export function decisionLabel(
  context: Context,
  subject: Subject,
  decision: DecisionRecord,
  which = context.decisionLabel,
): string {
  context.named.decisions.add(`${subject.id}/${decision.id}`)
  const index = subject.facts.decisions.value.decisions.indexOf(decision)
  const where = {
    path: subject.facts.decisions.path,
    place: subject.facts.decisions.data.locate(['decisions', index, 'labels', 'adopted']),
  }
  const {draft, adopted, example} = decision.labels
  if (which === 'draft') {
    context.unconfirmed.push({
      kind: 'draft-label',
      ...where,
      what: 'The decision has only its draft label. Write its number at “adopted”.',
    })
    return draft
  }
  if (adopted === null) {
    context.unconfirmed.push({
      kind: 'unassigned',
      ...where,
      what: 'The decision has no number yet. Write it at “adopted”.',
    })
    return draft
  }
  if (!example) return labelOfDay(context, adopted, where)
  noteExample(context, {...where, what: 'The number of the decision is an example.'})
  return adopted + exampleSign
}

/** A document that is older than the revision of a decision knows it by its number; it cannot name what was adopted later. */
function labelOfDay(context: Context, adopted: string, where: {path: string; place: Place}): string {
  const {bare = adopted, ordinal, revision} = withRevision.exec(adopted)?.groups ?? {}
  if (isLater(context, `CoP${ordinal}`))
    reportOnce(
      context,
      where,
      `The decision ${quote(adopted)} is of CoP${ordinal}, which had not begun on the day of ${context.home.path} (${context.asOf}). Correct the number or the day, or do not name it there.`,
    )
  return revision !== undefined && isLater(context, revision) ? bare : adopted
}

/** The words of a decision are those that the last meeting gave it: an older document cannot quote them. */
export function reportLaterWords(context: Context, {facts}: Subject, decision: DecisionRecord): void {
  const {adopted, example} = decision.labels
  const {bare, revision} = withRevision.exec(adopted ?? '')?.groups ?? {}
  if (example || revision === undefined || !isLater(context, revision)) return
  const index = facts.decisions.value.decisions.indexOf(decision)
  const place = facts.decisions.data.locate(['decisions', index, 'labels', 'adopted'])
  reportOnce(
    context,
    {path: facts.decisions.path, place},
    `The words of decision ${bare} here are those of ${revision}, which had not begun on the day of ${context.home.path} (${context.asOf}). Put the words of that day into a file of documents/texts/ and quote them with “::text”.`,
  )
}

/** Pages about everything tell of the day of the latest fact, so that nothing is later than they are. */
function isLater(context: Context, meeting: string): boolean {
  return 'plan' in context && hasNotBegun(context.dossier.meetings.values(), meeting, context.asOf)
}

function reportOnce(context: Context, {path, place}: {path: string; place: Place}, reason: string): void {
  if (context.messages.some((message) => message.reason === reason)) return
  reportError(context, path, place, 'revision-later', reason)
}
