import type {VFileMessage} from 'vfile-message'
import {quote} from '../message/index.ts'
import {budgetFindings} from './facts/budget-findings.ts'
import {commentsFindings} from './facts/comments-findings.ts'
import {consultancyFindings} from './facts/consultancy-findings.ts'
import {fundingFindings} from './facts/funding-findings.ts'
import {notificationFindings} from './facts/notification-findings.ts'
import {outcomeFindings} from './facts/outcome-findings.ts'
import {participantsFindings} from './facts/participants-findings.ts'
import {programmeFindings} from './facts/programme-findings.ts'
import {recommendationsFindings} from './facts/recommendations-findings.ts'
import {replyFindings} from './facts/reply-findings.ts'
import {taskFindings} from './facts/task-findings.ts'
import {workshopFindings} from './facts/workshop-findings.ts'
import {collector, unknown} from './findings.ts'
import type {Labels} from './template-types.ts'
import type {Meeting, ProvisionRecord, Subject} from './types.ts'
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
    ...(subject.tasks ? taskFindings(subject, labels, meetings) : []),
    ...notificationFindings(subject),
    ...replyFindings(subject, labels),
    ...fundingFindings(subject),
    ...workshopFindings(subject),
    ...programmeFindings(subject),
    ...participantsFindings(subject),
    ...recommendationsFindings(subject, labels),
    ...consultancyFindings(subject),
    ...commentsFindings(subject),
    ...outcomeFindings(subject, labels, meetings),
    ...budgetFindings(subject),
  ]
}

function decisionFindings(
  subject: Subject,
  labels: Labels,
  meetings: ReadonlyMap<string, Meeting>,
): VFileMessage[] {
  const {messages, say} = collector()
  const yaml = subject.decisions
  const ids = new Set<string>()
  for (const [index, decision] of yaml.value.decisions.entries()) {
    const at = (...rest: (string | number)[]): (string | number)[] => ['decisions', index, ...rest]
    if (ids.has(decision.id))
      say(
        yaml,
        at('id'),
        'id-twice',
        `The decision ${quote(decision.id)} occurs twice. Give one of them another id.`,
      )
    ids.add(decision.id)
    if (!Object.hasOwn(labels.addressees, decision.addressee))
      say(
        yaml,
        at('addressee'),
        'unknown-addressee',
        unknown('addressee', decision.addressee, Object.keys(labels.addressees)),
      )
    const reportTo = decision['report-to']
    if (reportTo && meetings.size > 0 && !meetings.has(reportTo))
      say(yaml, at('report-to'), 'unknown-meeting', unknown('meeting', reportTo, meetings.keys()))
    const seen = new Set<string>()
    walkProvisions(decision.provisions, at('provisions'), (provision, pointer) => {
      if (seen.has(provision.id))
        say(
          yaml,
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
  provisions: readonly ProvisionRecord[] | undefined,
  pointer: (string | number)[],
  look: (provision: ProvisionRecord, pointer: (string | number)[]) => void,
): void {
  for (const [index, provision] of (provisions ?? []).entries()) {
    const at = [...pointer, index]
    look(provision, at)
    walkProvisions(provision.provisions, [...at, 'provisions'], look)
  }
}
