import type {VFileMessage} from 'vfile-message'
import {collector, idsOnce} from '../findings.ts'
import type {Subject} from '../types.ts'

/** Findings about the consultant's work: what is due before it was agreed, or before what stands above it. */
export function consultancyFindings({consultancy}: Subject): VFileMessage[] {
  const {messages, say} = collector()
  if (!consultancy) return messages
  const {date, deliverables} = consultancy.value
  idsOnce(consultancy, ['deliverables'], deliverables, 'deliverable', say)
  for (const [index, {due}] of deliverables.entries()) {
    const at = ['deliverables', index, 'due']
    const before = deliverables[index - 1]?.due ?? ''
    if (due < date)
      say(
        consultancy,
        at,
        'date-order',
        `This is due on ${due}, before the work was agreed (${date}). Correct one of the two dates.`,
      )
    else if (due < before)
      say(
        consultancy,
        at,
        'entry-order',
        `This is due on ${due}, before what stands above it (${before}). Write the earliest first.`,
      )
  }
  return messages
}
