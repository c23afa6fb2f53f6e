import type {VFileMessage} from 'vfile-message'
import {quote} from '../../message/index.ts'
import {collector, idsOnce, type Say} from '../findings.ts'
import type {Located} from '../located.ts'
import type {Contribution, Funding} from '../record-types.ts'
import type {Subject} from '../types.ts'

/** Findings about funds: what does not add up, what is in the wrong order, ids that occur twice. */
export function fundingFindings({funding}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (!funding) return messages
  const {appeal, contributions = []} = funding.value
  if (appeal) {
    idsOnce(funding, ['appeal', 'lines'], appeal.lines, 'line', say)
    const sum = appeal.lines.reduce((total, line) => total + line.amount, 0)
    if (sum !== appeal.amount)
      say(
        funding,
        ['appeal', 'amount'],
        'funding-sum',
        `The lines of the appeal add up to ${sum}, and not to ${appeal.amount}. Correct the amount or a line.`,
      )
  }
  idsOnce(funding, ['contributions'], contributions, 'contribution', say)
  for (const [index, contribution] of contributions.entries())
    contributionFindings(funding, contribution, index, say)
  return messages
}

/** A donor gives no more than was pledged, and the entries stand in the order of their dates. */
function contributionFindings(
  funding: Located<Funding>,
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
        funding,
        [...at, 'date'],
        'entry-order',
        `This entry is dated ${entry.date}, before the one above it (${before}). Write the oldest first.`,
      )
    before = entry.date
    if (entry.status !== 'received') continue
    received += entry.amount ?? amount
    if (received > amount)
      say(
        funding,
        [...at, 'amount'],
        'funding-sum',
        `With this entry ${received} have been received of ${quote(id)}, more than its amount (${amount}). Correct one of the two. (An entry without “amount” counts as the whole.)`,
      )
  }
}
