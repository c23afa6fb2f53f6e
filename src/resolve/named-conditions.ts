import {fundsOn, type Sums} from './funds-on.ts'
import type {Subject} from './types.ts'

/** A condition that has a name of its own. */
interface NamedCondition {
  /** The file of facts that it asks. */
  file: 'funding' | 'notification' | 'replies' | 'comments' | 'workshop'
  /** Whether it holds on a day (ISO date): later facts are not seen. */
  holds(subject: Subject, date: string): boolean
}

function ofFunds(look: (sums: Sums & {sought: number}) => boolean): NamedCondition {
  return {
    file: 'funding',
    holds({facts: {funding}}, date) {
      const sums = funding && fundsOn(funding.value, date)
      return sums?.sought !== undefined && look({...sums, sought: sums.sought})
    },
  }
}

/**
 * What else than an outcome or the status of a task words may depend on. Before the appeal nothing is sought, so that
 * no condition of funds holds. docs/facts.md tells each of them.
 */
export const namedConditions: ReadonlyMap<string, NamedCondition> = new Map<string, NamedCondition>([
  ['funds.lacking', ofFunds(({sought, pledged}) => pledged < sought)],
  ['funds.enough', ofFunds(({sought, pledged}) => pledged >= sought)],
  ['funds.exceeding', ofFunds(({sought, pledged}) => pledged > sought)],
  ['funds.awaited', ofFunds(({pledged, received}) => received < pledged)],
  [
    'replies.received',
    {
      file: 'replies',
      holds: ({facts}, day) => facts.replies?.value.replies.some(({date}) => date <= day) ?? false,
    },
  ],
  [
    'replies.closed',
    {
      file: 'notification',
      holds: ({facts: {notification}}, day) =>
        notification !== undefined && notification.value['reply-by'] < day,
    },
  ],
  [
    'comments.received',
    {
      file: 'comments',
      holds: ({facts}, day) => facts.comments?.value.comments.some(({date}) => date <= day) ?? false,
    },
  ],
  [
    'comments.closed',
    {
      file: 'comments',
      holds: ({facts: {comments}}, day) => comments !== undefined && comments.value.closes < day,
    },
  ],
  [
    'workshop.held',
    {
      file: 'workshop',
      holds: ({facts: {workshop}}, day) => workshop !== undefined && workshop.value.ends < day,
    },
  ],
])
