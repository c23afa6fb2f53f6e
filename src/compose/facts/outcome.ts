import {type Fact, lastBy, type OutcomeEntry, type OutcomeFact} from '../../resolve/index.ts'
import type {InlineNode} from '../../tree/index.ts'
import type {Context} from '../context.ts'
import {dateNodes} from '../dates.ts'
import {listNodes} from '../lists.ts'
import {meetingNodes} from '../meetings.ts'
import {ownWords} from '../own-words.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {resolutionNodes} from '../resolutions.ts'
import {type Print, text} from './print.ts'

interface Known {
  fact: Fact<OutcomeFact>
  entry: OutcomeEntry
}

function fromOutcome(print: (context: Context, known: Known) => InlineNode[]): Print {
  return (context) => {
    const fact = context.plan.subject.outcome
    const entry = lastBy(fact?.value.entries ?? [], context.plan.asOf)
    if (!fact || !entry) return undefined
    return {
      nodes: print(context, {fact, entry}),
      fact,
      pointer: ['entries', fact.value.entries.indexOf(entry)],
      isExample: entry.example === true,
    }
  }
}

/** Words of measures or speakers, each on its own. */
function wordsOf(
  context: Context,
  key: 'measures' | 'speakers',
  ids: readonly string[] = [],
): InlineNode[][] {
  const words = context.plan.subject.outcomeWords.get(context.language.code)
  return ids.map((id) => ownWords(context, words, [key, id], 'outcome'))
}

/** What the meeting decided, in whole sentences: the phrase `outcome-<decision>`; that it is to come, before it. */
function decided(context: Context, {fact, entry}: Known): InlineNode[] {
  if (isAwaited(context, fact)) return phrase(context, 'outcome-awaited')
  const actor = context.labels.actors[entry.instructed ?? '']
  const {'next-meeting': next, resolution} = fact.value
  return phrase(context, `outcome-${entry.decision}`, {
    actor: actor?.the ?? '',
    gender: actor?.gender ?? '',
    meeting: meetingNodes(context, next, 'name'),
    deadline: deadlineOf(context, entry, next),
    resolution: resolution ? resolutionNodes(context, resolution) : '',
    count: entry.measures?.length ?? 0,
    measures: listNodes(context, wordsOf(context, 'measures', entry.measures), 'clause'),
  })
}

/** The same as another document gives it, as a quotation where the language uses another tense there. */
function recorded(context: Context, known: Known): InlineNode[] {
  const outcome = decided(context, known)
  return isAwaited(context, known.fact) ? outcome : phrase(context, 'outcome-recorded', {outcome})
}

/** Whether the meeting had not begun on the document's date: nothing is decided then, and nothing left open. */
function isAwaited({dossier, plan}: Context, {value}: Fact<OutcomeFact>): boolean {
  return (dossier.meetings.get(value.meeting)?.starts ?? '') > plan.asOf
}

/** The day by which the document must be submitted that is made under this outcome. */
function deadlineOf(context: Context, {decision}: OutcomeEntry, meeting: string): InlineNode[] {
  const {documents, dormant} = context.dossier
  const plan = [...documents, ...dormant].find(
    ({fact}) => fact.value.meeting === meeting && [fact.value.when].flat().includes(`outcome.${decision}`),
  )
  return plan?.deadline ? dateNodes(context, plan.deadline) : text(plainPhrase(context, 'unassigned'))
}

/** Who spoke, or that nobody did. */
function speakers(context: Context, {entry}: Known): InlineNode[] {
  const items = wordsOf(context, 'speakers', entry.speakers)
  return phrase(context, 'speakers', {count: items.length, speakers: listNodes(context, items)})
}

/** The resolution in force that an outcome may have amended; it is known whatever was decided. */
const resolution: Print = (context) => {
  const fact = context.plan.subject.outcome
  if (!fact?.value.resolution) return undefined
  return {nodes: resolutionNodes(context, fact.value.resolution), fact, isExample: false}
}

/** Facts of outcome.yaml by name. */
export const outcomeFacts: ReadonlyMap<string, Print> = new Map([
  ['resolution', resolution],
  ['outcome', fromOutcome(decided)],
  ['outcome-recorded', fromOutcome(recorded)],
  ['speakers', fromOutcome(speakers)],
])
