import {quote} from '../../message/index.ts'
import type {Say} from '../findings.ts'
import type {Located} from '../located.ts'
import type {Contribution, Funding} from '../record-types.ts'
import {defineFacts} from './define-facts.ts'

/** The funds of a subject: the lines of the appeal add up, and no donor gives more than was pledged. */
export const funding = defineFacts('funding', {
  named: [
    'funds-sought',
    'funds-pledged',
    'funds-received',
    'funds-lacking',
    'funds-raised',
    'funds-balance',
  ],
  dates: ({appeal, contributions = []}) => [
    appeal?.date,
    ...contributions.flatMap(({entries}) => entries.map(({date}) => date)),
  ],
  words: ({value: {appeal, contributions = []}}) => [
    {pointer: ['donors'], what: 'donor', ids: contributions.map(({donor}) => donor)},
    {pointer: ['lines'], what: 'line', ids: (appeal?.lines ?? []).map(({id}) => id)},
  ],
  lists: ({appeal, contributions = []}) => [
    {pointer: ['appeal', 'lines'], what: 'line', records: appeal?.lines ?? []},
    {pointer: ['contributions'], what: 'contribution', records: contributions},
  ],
  look({yaml, value: {appeal, contributions = []}}, say) {
    const sum = (appeal?.lines ?? []).reduce((total, line) => total + line.amount, 0)
    if (appeal && sum !== appeal.amount)
      say(
        yaml,
        ['appeal', 'amount'],
        'funding-sum',
        `The lines of the appeal add up to ${sum}, and not to ${appeal.amount}. Correct the amount or a line.`,
      )
    for (const [index, contribution] of contributions.entries())
      contributionFindings(yaml, contribution, index, say)
  },
})

/** Why an entry cannot follow what stands above it; undefined where it can. */
function statusFault(
  status: Contribution['entries'][number]['status'],
  before: string | undefined,
  received: number,
  amount: number,
): string | undefined {
  if (status === 'received')
    return before === 'withdrawn'
      ? 'This was received after it had been withdrawn. Add an entry “pledged” between the two, or correct one of them.'
      : undefined
  return received >= amount
    ? `The whole amount had been received before, and cannot be ${status} after that. Delete this entry, or correct its date.`
    : undefined
}

/** A donor gives no more than was pledged, and the entries stand in the order of their dates. */
function contributionFindings(
  yaml: Located<Funding>,
  {id, amount, entries}: Contribution,
  index: number,
  say: Say,
): void {
  let received = 0
  let before = ''
  for (const [place, entry] of entries.entries()) {
    const at = ['contributions', index, 'entries', place]
    if (entry.date < before)
      say(
        yaml,
        [...at, 'date'],
        'entry-order',
        `This entry is dated ${entry.date}, before the one above it (${before}). Write the oldest first.`,
      )
    before = entry.date
    const fault = statusFault(entry.status, entries[place - 1]?.status, received, amount)
    if (fault) say(yaml, [...at, 'status'], 'funding-status', fault)
    if (entry.status !== 'received') continue
    received += entry.amount ?? amount
    if (received > amount)
      say(
        yaml,
        [...at, 'amount'],
        'funding-sum',
        `With this entry ${received} have been received of ${quote(id)}, more than its amount (${amount}). Correct one of the two. (An entry without “amount” counts as the whole.)`,
      )
  }
}
