import type {VFileMessage} from 'vfile-message'
import {error, nearest} from '../message/index.ts'
import {unknown} from './findings.ts'
import type {Located} from './located.ts'
import {provisionPaths} from './subjects.ts'
import type {Subject} from './types.ts'

/**
 * Words of a language that belong to nothing: no such decision, provision, task, evidence, donor and so on.
 * Where the facts themselves have an error nothing is said about their words.
 */
export function wordsFindings(subject: Subject): VFileMessage[] {
  const messages: VFileMessage[] = []
  const say = (yaml: Located<unknown>, what: string, pointer: string[], known: Iterable<string>): void => {
    messages.push(
      error(unknown(what, pointer.at(-1) ?? '', known), {
        path: yaml.path,
        ruleId: `unknown-${what.replaceAll(' ', '-')}`,
        place: yaml.data.locate(pointer, 'key'),
      }),
    )
  }
  for (const [name, words] of wordsByFile(subject)) {
    const key = name as 'tasks'
    if (subject[key] || subject.refused.has(`${name}.yaml`)) continue
    for (const {path} of words.values())
      messages.push(
        error(
          `There is no ${name}.yaml beside this file, to which its words belong. Add one, or delete this file.`,
          {
            path,
            ruleId: 'file-missing',
          },
        ),
      )
  }
  const decisions = new Map(subject.decisions.value.decisions.map((decision) => [decision.id, decision]))
  for (const yaml of subject.words.values()) {
    for (const [id, words] of Object.entries(yaml.value.decisions)) {
      const decision = decisions.get(id)
      if (!decision) {
        say(yaml, 'decision', ['decisions', id], decisions.keys())
        continue
      }
      const known = provisionPaths(decision.provisions)
      for (const provision of Object.keys(words.provisions ?? {}))
        if (!known.has(provision))
          say(yaml, 'provision', ['decisions', id, 'provisions', provision], known.keys())
    }
  }
  const tasks = new Map((subject.tasks?.value.tasks ?? []).map((task) => [task.id, task]))
  for (const yaml of subject.tasks ? subject.taskWords.values() : []) {
    for (const [id, words] of Object.entries(yaml.value.tasks)) {
      const task = tasks.get(id)
      if (!task) {
        say(yaml, 'task', ['tasks', id], tasks.keys())
        continue
      }
      for (const key of ['evidence', 'next'] as const) {
        const known = new Set(
          task.entries.flatMap((entry) =>
            key === 'evidence' ? (entry.evidence ?? []).map((item) => item.id) : (entry.next ?? []),
          ),
        )
        for (const item of Object.keys(words[key] ?? {}))
          if (!known.has(item)) say(yaml, key === 'next' ? 'next step' : key, ['tasks', id, key, item], known)
      }
    }
  }
  const look = (
    words: Iterable<Located<object>>,
    key: string,
    what: string,
    known: readonly string[] | undefined,
  ): void => {
    for (const yaml of known ? words : [])
      for (const id of Object.keys((yaml.value as Record<string, object | undefined>)[key] ?? {}))
        if (!known?.includes(id)) say(yaml, what, [key, id], known ?? [])
  }
  const {funding, comments, outcome, budget} = subject
  const {fundingWords, commentsWords, outcomeWords, budgetWords} = subject
  const donors = funding && (funding.value.contributions ?? []).map(({donor}) => donor)
  look(fundingWords.values(), 'donors', 'donor', donors)
  const lines = funding && (funding.value.appeal?.lines ?? []).map(({id}) => id)
  look(fundingWords.values(), 'lines', 'line', lines)
  const senders = comments?.value.comments.map(({sender}) => sender)
  look(commentsWords.values(), 'senders', 'sender', senders)
  // Words of speakers may wait for another outcome; those that are mistyped leave a speaker of this one without.
  const speakers = [...new Set(outcome?.value.entries.flatMap((entry) => entry.speakers ?? []))]
  for (const yaml of outcomeWords.values()) {
    const words = Object.keys(yaml.value.speakers ?? {})
    const without = speakers.filter((id) => !words.includes(id))
    for (const id of words)
      if (!speakers.includes(id) && nearest(id, without)) say(yaml, 'speaker', ['speakers', id], without)
  }
  look(outcomeWords.values(), 'measures', 'measure', outcome && (outcome.value.measures ?? []))
  const {workshop, programme, participants, recommendations, consultancy} = subject
  const categories = workshop && (workshop.value.invitees ?? []).map(({category}) => category)
  look(subject.workshopWords.values(), 'invitees', 'category of invitees', categories)
  look(
    subject.programmeWords.values(),
    'sessions',
    'session',
    programme?.value.sessions.map(({id}) => id),
  )
  look(
    subject.participantsWords.values(),
    'participants',
    'participant',
    participants?.value.participants.map(({id}) => id),
  )
  const recommended = recommendations?.value.recommendations.flatMap(({id, provisions}) => [
    id,
    ...provisionPaths(provisions).keys(),
  ])
  look(subject.recommendationsWords.values(), 'recommendations', 'recommendation', recommended)
  const deliverables = consultancy?.value.deliverables.map(({id}) => id)
  look(subject.consultancyWords.values(), 'deliverables', 'deliverable', deliverables)
  const activities = budget?.value.activities.map(({id}) => id)
  look(budgetWords.values(), 'activities', 'activity', activities)
  return messages
}

/** Words by the file of facts that they belong to; those of decisions.yaml belong to the subject itself. */
function wordsByFile(subject: Subject): [string, ReadonlyMap<string, Located<unknown>>][] {
  return [
    ['tasks', subject.taskWords],
    ['funding', subject.fundingWords],
    ['workshop', subject.workshopWords],
    ['comments', subject.commentsWords],
    ['outcome', subject.outcomeWords],
    ['budget', subject.budgetWords],
    ['programme', subject.programmeWords],
    ['participants', subject.participantsWords],
    ['recommendations', subject.recommendationsWords],
    ['consultancy', subject.consultancyWords],
  ]
}
