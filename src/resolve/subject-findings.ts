import type {VFileMessage} from 'vfile-message'
import {quote} from '../message/index.ts'
import {collector, unknown} from './findings.ts'
import {provisionPaths} from './subjects.ts'
import {taskFindings} from './task-findings.ts'
import type {Labels} from './template-types.ts'
import type {Meeting, ProvisionFact, Subject} from './types.ts'
import {wordsFindings} from './words-findings.ts'

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
    ...dateFindings(subject),
  ]
}

/** Dates that cannot both be right. */
function dateFindings({notification, workshop}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (notification && notification.value['reply-by'] < notification.value.date)
    say(
      notification,
      ['reply-by'],
      'date-order',
      `Replies are due (${notification.value['reply-by']}) before the Notification is dated (${notification.value.date}). Correct one of the two dates.`,
    )
  if (workshop && workshop.value.ends < workshop.value.starts)
    say(
      workshop,
      ['ends'],
      'date-order',
      `The workshop ends (${workshop.value.ends}) before it starts (${workshop.value.starts}). Correct one of the two dates.`,
    )
  return messages
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
    if (reportTo && meetings.size > 0 && !meetings.has(reportTo))
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
