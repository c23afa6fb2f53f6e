import {type Located, lastBy, type Outcome, type OutcomeEntry} from '../../resolve/index.ts'
import {type InlineNode, text} from '../../tree/index.ts'
import {actorName, actorWords} from '../actor-words.ts'
import type {Context} from '../context.ts'
import {dateNodes} from '../dates.ts'
import {listNodes} from '../lists.ts'
import {meetingNodes} from '../meetings.ts'
import {factsPath, ownWords} from '../own-words.ts'
import {phrase, plainPhrase} from '../phrases.ts'
import {resolutionNodes} from '../resolutions.ts'
import type {Print} from './print.ts'

interface Known {
  yaml: Located<Outcome>
  entry: OutcomeEntry
}

function fromOutcome(print: (context: Context, known: Known) => InlineNode[]): Print {
  return (context) => {
    const yaml = context.subject.facts.outcome
    const entry = lastBy(yaml?.value.entries ?? [], context.asOf)
    if (!yaml || !entry) return undefined
    return {
      nodes: print(context, {yaml, entry}),
      yaml,
      pointer: ['entries', yaml.value.entries.indexOf(entry)],
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
  const words = context.subject.words.outcome.get(context.language.code)
  return ids.map((id) => ownWords(context, words, [key, id], factsPath(context.subject, 'outcome')))
}

/** When an outcome is told: in the record of the meeting itself, or later on, by another document. */
type Told = 'record' | 'later'

/** What the meeting decided, in whole sentences: the phrase `outcome-<decision>`; that it is to come, before it. */
function decided(context: Context, {yaml, entry}: Known, told: Told = 'record'): InlineNode[] {
  if (isAwaited(context, {yaml, entry})) return phrase(context, 'outcome-awaited')
  const {'next-meeting': next, resolution} = yaml.value
  return phrase(context, `outcome-${entry.decision}`, {
    actor: entry.instructed === undefined ? '' : actorName(context, entry.instructed, 'the'),
    gender: actorWords(context, entry.instructed ?? '', 'gender'),
    meeting: meetingNodes(context, next, 'name'),
    deadline: deadlineOf(context, entry, next),
    resolution: resolution ? resolutionNodes(context, resolution) : '',
    told,
    count: entry.measures?.length ?? 0,
    measures: listNodes(context, wordsOf(context, 'measures', entry.measures), 'clause'),
  })
}

/** The same as another document reports it: in the past, where the language's records are in the present. House style, 1g. */
function recorded(context: Context, known: Known): InlineNode[] {
  const outcome = decided(context, known, 'later')
  return isAwaited(context, known) ? outcome : phrase(context, 'outcome-recorded', {outcome})
}

/** Whether nothing could be decided yet, nor left open: the meeting had not ended, and no entry is of its days. */
function isAwaited({dossier, asOf}: Context, {yaml, entry}: Known): boolean {
  const meeting = dossier.meetings.get(yaml.value.meeting)
  return meeting !== undefined && asOf < meeting.ends && entry.date < meeting.starts
}

/** The day by which the document must be submitted that is made under this outcome. */
function deadlineOf(context: Context, {decision}: OutcomeEntry, meeting: string): InlineNode[] {
  const {documents, dormant} = context.dossier
  const plan = [...documents, ...dormant].find(
    ({yaml}) => yaml.value.meeting === meeting && [yaml.value.when].flat().includes(`outcome.${decision}`),
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
  const yaml = context.subject.facts.outcome
  if (!yaml?.value.resolution) return undefined
  const nodes = resolutionNodes(context, yaml.value.resolution)
  return {nodes, yaml, record: 'resolution', isExample: false}
}

/** Facts of outcome.yaml by name. */
export const outcomeFacts: ReadonlyMap<string, Print> = new Map([
  ['resolution', resolution],
  ['outcome', fromOutcome((context, known) => decided(context, known))],
  ['outcome-recorded', fromOutcome(recorded)],
  ['speakers', fromOutcome(speakers)],
])
