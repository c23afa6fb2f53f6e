import type {Contribution, Subject} from '../../../resolve/index.ts'
import type {ReportFacts} from '../../define-rule.ts'

/** A gift that nobody knew of before the event that it paid for; a task that waits for funds which have been pledged. */
export function fundsUnlikely({facts}: Subject, report: ReportFacts): void {
  const {funding, workshop, tasks} = facts
  if (!funding) return
  const {appeal, contributions = []} = funding.value
  const ends = workshop?.value.ends
  if (appeal && ends !== undefined && appeal.date <= ends)
    for (const [index, {entries}] of contributions.entries()) {
      const first = entries[0]?.date ?? ''
      if (first <= ends) continue
      report(
        funding,
        ['contributions', index, 'entries', 0, 'date'],
        `This contribution is first known of on ${first}, after the workshop for which funds were sought (it ended on ${ends}). Correct one of the two dates, or enter the day on which it was pledged.`,
      )
    }
  if (!tasks || !appeal) return
  for (const [index, {entries}] of tasks.value.tasks.entries())
    for (const [place, {date, status}] of entries.entries()) {
      if (status !== 'pending-funds' || date < appeal.date) continue
      const pledged = pledgedBy(contributions, date)
      if (pledged < appeal.amount) continue
      report(
        tasks,
        ['tasks', index, 'entries', place, 'status'],
        `This task waits for funds on ${date}, when all that was sought had been pledged (${pledged} of ${appeal.amount} in funding.yaml). Write another status, or correct a date.`,
      )
    }
}

/** What had been pledged by a day and not been withdrawn, in whole units of the currency. */
function pledgedBy(contributions: readonly Contribution[], date: string): number {
  return contributions
    .filter(
      ({entries}) =>
        (entries.filter((entry) => entry.date <= date).at(-1)?.status ?? 'withdrawn') !== 'withdrawn',
    )
    .reduce((sum, {amount}) => sum + amount, 0)
}
