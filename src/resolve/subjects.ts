import type {VFileMessage} from 'vfile-message'
import type {Source} from '../load/index.ts'
import {error, nearest, quote} from '../message/index.ts'
import type {Fact, Labels, Meeting, ProvisionFact, Subject, TaskFact} from './types.ts'

/**
 * The subjects under documents/decisions/, each with its facts and words.
 *
 * @param sources  valid sources by path
 * @returns subjects by id; one without a valid decisions.yaml is left out
 */
export function resolveSubjects(sources: ReadonlyMap<string, Source>): Map<string, Subject> {
  const subjects = new Map<string, Subject>()
  for (const path of sources.keys()) {
    const id = /^documents\/decisions\/([^/]+)\/decisions\.yaml$/.exec(path)?.[1]
    if (!id) continue
    const folder = `documents/decisions/${id}`
    const fact = <T>(name: string): Fact<T> | undefined => {
      const source = sources.get(`${folder}/${name}`)
      return source ? {path: source.path, data: source.data, value: source.data.value as T} : undefined
    }
    const words = <T>(name: string): Map<string, Fact<T>> => {
      const found = new Map<string, Fact<T>>()
      for (const [wordsPath, source] of sources) {
        const match = /^(.+)\.([a-z]{2})\.yaml$/.exec(wordsPath)
        if (match?.[1] === `${folder}/${name}` && match[2])
          found.set(match[2], {path: wordsPath, data: source.data, value: source.data.value as T})
      }
      return found
    }
    const decisions = fact<Subject['decisions']['value']>('decisions.yaml')
    if (!decisions) continue
    subjects.set(
      id,
      dropUndefined({
        id,
        decisions,
        words: words('decisions'),
        tasks: fact('tasks.yaml'),
        taskWords: words('tasks'),
        notification: fact('notification.yaml'),
        replies: fact('replies.yaml'),
        funding: fact('funding.yaml'),
        workshop: fact('workshop.yaml'),
        workshopWords: words('workshop'),
      }) as Subject,
    )
  }
  return subjects
}

function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, below]) => below !== undefined)) as T
}

/** Every provision of a decision with its place in the list: `[1, 3]` is `a) iii)`. */
export function provisionPaths(
  provisions: readonly ProvisionFact[] = [],
  before: number[] = [],
): Map<string, number[]> {
  const paths = new Map<string, number[]>()
  for (const [index, provision] of provisions.entries()) {
    const path = [...before, index + 1]
    paths.set(provision.id, path)
    for (const [id, below] of provisionPaths(provision.provisions, path)) paths.set(id, below)
  }
  return paths
}

/**
 * Findings about references inside a subject: provisions of tasks, dependencies, addressees, meetings, regions.
 *
 * @param subject  one subject
 * @param labels  labels of the first language: its keys are the known addressees, actors and regions
 * @param meetings  known meetings
 */
export function subjectFindings(
  subject: Subject,
  labels: Labels,
  meetings: ReadonlyMap<string, Meeting>,
): VFileMessage[] {
  return [
    ...decisionFindings(subject, labels, meetings),
    ...wordsFindings(subject),
    ...(subject.tasks ? taskFindings(subject, labels) : []),
    ...replyFindings(subject, labels),
    ...fundingFindings(subject),
  ]
}

type Say = (fact: Fact<unknown>, pointer: (string | number)[], ruleId: string, reason: string) => void

function collector(): {messages: VFileMessage[]; say: Say} {
  const messages: VFileMessage[] = []
  return {
    messages,
    say: (fact, pointer, ruleId, reason) =>
      messages.push(error(reason, {path: fact.path, ruleId, place: fact.data.locate(pointer)})),
  }
}

/** “There is no X …”: the same words wherever a reference leads nowhere. */
export function unknown(what: string, id: string, known: Iterable<string>): string {
  const names = [...known]
  const near = nearest(id, names)
  return `There is no ${what} ${quote(id)}. Write ${near ? quote(near) : names.length > 0 ? `one of: ${names.join(', ')}` : 'another'}.`
}

function decisionFindings(
  subject: Subject,
  labels: Labels,
  meetings: ReadonlyMap<string, Meeting>,
): VFileMessage[] {
  const {messages, say} = collector()
  const fact = subject.decisions
  const ids = new Set<string>()
  for (const [index, decision] of fact.value.decisions.entries()) {
    const at = (...rest: (string | number)[]): (string | number)[] => ['decisions', index, ...rest]
    if (ids.has(decision.id))
      say(
        fact,
        at('id'),
        'id-twice',
        `The decision ${quote(decision.id)} occurs twice. Give one of them another id.`,
      )
    ids.add(decision.id)
    if (!Object.hasOwn(labels.addressees, decision.addressee))
      say(
        fact,
        at('addressee'),
        'unknown-addressee',
        unknown('addressee', decision.addressee, Object.keys(labels.addressees)),
      )
    const reportTo = decision['report-to']
    if (reportTo && !meetings.has(reportTo))
      say(fact, at('report-to'), 'unknown-meeting', unknown('meeting', reportTo, meetings.keys()))
    const seen = new Set<string>()
    walkProvisions(decision.provisions, at('provisions'), (provision, pointer) => {
      if (seen.has(provision.id))
        say(
          fact,
          [...pointer, 'id'],
          'id-twice',
          `The provision ${quote(provision.id)} occurs twice in this decision. Give one of them another id.`,
        )
      seen.add(provision.id)
    })
  }
  return messages
}

function walkProvisions(
  provisions: readonly ProvisionFact[] | undefined,
  pointer: (string | number)[],
  look: (provision: ProvisionFact, pointer: (string | number)[]) => void,
): void {
  for (const [index, provision] of (provisions ?? []).entries()) {
    const at = [...pointer, index]
    look(provision, at)
    walkProvisions(provision.provisions, [...at, 'provisions'], look)
  }
}

function wordsFindings(subject: Subject): VFileMessage[] {
  const {messages, say} = collector()
  const decisions = new Map(subject.decisions.value.decisions.map((decision) => [decision.id, decision]))
  for (const fact of subject.words.values()) {
    for (const [id, words] of Object.entries(fact.value.decisions)) {
      const decision = decisions.get(id)
      if (!decision) {
        messages.push(
          error(unknown('decision', id, decisions.keys()), {
            path: fact.path,
            ruleId: 'unknown-decision',
            place: fact.data.locate(['decisions', id], 'key'),
          }),
        )
        continue
      }
      const known = provisionPaths(decision.provisions)
      for (const provision of Object.keys(words.provisions ?? {})) {
        if (!known.has(provision))
          messages.push(
            error(unknown('provision', provision, known.keys()), {
              path: fact.path,
              ruleId: 'unknown-provision',
              place: fact.data.locate(['decisions', id, 'provisions', provision], 'key'),
            }),
          )
      }
    }
  }
  const tasks = new Map((subject.tasks?.value.tasks ?? []).map((task) => [task.id, task]))
  for (const fact of subject.taskWords.values()) {
    for (const [id, words] of Object.entries(fact.value.tasks)) {
      const task = tasks.get(id)
      if (!task) {
        messages.push(
          error(unknown('task', id, tasks.keys()), {
            path: fact.path,
            ruleId: 'unknown-task',
            place: fact.data.locate(['tasks', id], 'key'),
          }),
        )
        continue
      }
      const evidence = new Set(task.entries.flatMap((entry) => (entry.evidence ?? []).map((item) => item.id)))
      for (const item of Object.keys(words.evidence ?? {})) {
        if (!evidence.has(item))
          messages.push(
            error(unknown('evidence', item, evidence), {
              path: fact.path,
              ruleId: 'unknown-evidence',
              place: fact.data.locate(['tasks', id, 'evidence', item], 'key'),
            }),
          )
      }
    }
  }
  void say
  return messages
}

function taskFindings(subject: Subject, labels: Labels): VFileMessage[] {
  const {messages, say} = collector()
  const fact = subject.tasks as NonNullable<Subject['tasks']>
  const provisions = new Set(
    subject.decisions.value.decisions.flatMap((decision) => [
      decision.id,
      ...[...provisionPaths(decision.provisions).keys()].map((id) => `${decision.id}.${id}`),
    ]),
  )
  const ids = new Set(fact.value.tasks.map((task) => task.id))
  const seen = new Set<string>()
  const taskOf = new Map<string, string>()
  for (const [index, task] of fact.value.tasks.entries()) {
    const at = (...rest: (string | number)[]): (string | number)[] => ['tasks', index, ...rest]
    if (seen.has(task.id))
      say(fact, at('id'), 'id-twice', `The task ${quote(task.id)} occurs twice. Give one of them another id.`)
    seen.add(task.id)
    if (!provisions.has(task.provision))
      say(fact, at('provision'), 'unknown-provision', unknown('provision', task.provision, provisions))
    const other = taskOf.get(task.provision)
    if (other)
      say(
        fact,
        at('provision'),
        'provision-two-tasks',
        `The provision ${quote(task.provision)} already has the task ${quote(other)}. Keep one task for it.`,
      )
    taskOf.set(task.provision, task.id)
    if (!Object.hasOwn(labels.actors, task.owner))
      say(fact, at('owner'), 'unknown-actor', unknown('owner', task.owner, Object.keys(labels.actors)))
    for (const [place, id] of (task['depends-on'] ?? []).entries()) {
      if (!ids.has(id)) say(fact, at('depends-on', place), 'unknown-task', unknown('task', id, ids))
    }
    entryFindings(task, (pointer, ruleId, reason) => say(fact, at(...pointer), ruleId, reason))
  }
  return messages
}

/** Entries oldest first; evidence no later than the entry it supports. Source: task life-cycle, docs/formats.md. */
function entryFindings(
  task: TaskFact,
  say: (pointer: (string | number)[], ruleId: string, reason: string) => void,
): void {
  let before = ''
  const evidenceIds = new Set<string>()
  for (const [index, entry] of task.entries.entries()) {
    if (entry.date < before)
      say(
        ['entries', index, 'date'],
        'entry-order',
        `This entry is dated ${entry.date}, before the one above it (${before}). Write the oldest first.`,
      )
    before = entry.date
    for (const [place, item] of (entry.evidence ?? []).entries()) {
      if (item.date > entry.date)
        say(
          ['entries', index, 'evidence', place, 'date'],
          'evidence-late',
          `The evidence is dated ${item.date}, after the entry that it supports (${entry.date}). Correct one of the two dates.`,
        )
      if (evidenceIds.has(item.id))
        say(
          ['entries', index, 'evidence', place, 'id'],
          'id-twice',
          `The evidence ${quote(item.id)} occurs twice in this task. Give one of them another id.`,
        )
      evidenceIds.add(item.id)
    }
  }
}

function replyFindings(subject: Subject, labels: Labels): VFileMessage[] {
  const {messages, say} = collector()
  const fact = subject.replies
  if (!fact) return messages
  const provisions = new Set(
    subject.decisions.value.decisions.flatMap((decision) => [...provisionPaths(decision.provisions).keys()]),
  )
  const parties = new Set<string>()
  for (const [index, reply] of fact.value.replies.entries()) {
    if (parties.has(reply.party))
      say(
        fact,
        ['replies', index, 'party'],
        'party-twice',
        `The Party ${quote(reply.party)} occurs twice. Keep one reply for each Party.`,
      )
    parties.add(reply.party)
    if (!Object.hasOwn(labels.regions, reply.region))
      say(
        fact,
        ['replies', index, 'region'],
        'unknown-region',
        unknown('region', reply.region, Object.keys(labels.regions)),
      )
    for (const [place, id] of reply.answered.entries()) {
      if (!provisions.has(id))
        say(
          fact,
          ['replies', index, 'answered', place],
          'unknown-provision',
          unknown('provision', id, provisions),
        )
    }
  }
  return messages
}

function fundingFindings(subject: Subject): VFileMessage[] {
  const {messages, say} = collector()
  const fact = subject.funding
  if (!fact) return messages
  const ids = new Set<string>()
  for (const [index, entry] of fact.value.entries.entries()) {
    if (ids.has(entry.id))
      say(
        fact,
        ['entries', index, 'id'],
        'id-twice',
        `The entry ${quote(entry.id)} occurs twice. Give one of them another id.`,
      )
    ids.add(entry.id)
  }
  return messages
}
