import {defineFacts} from './define-facts.ts'

/** The work of the consultant: nothing is due before it was agreed, or before what stands above it. */
export const consultancy = defineFacts('consultancy', {
  dates: ({date}) => [date],
  words: ({value}) => [
    {pointer: ['deliverables'], what: 'deliverable', ids: value.deliverables.map(({id}) => id)},
  ],
  lists: ({deliverables}) => [{pointer: ['deliverables'], what: 'deliverable', records: deliverables}],
  look({yaml, value: {date, deliverables}}, say) {
    for (const [index, {due}] of deliverables.entries()) {
      const at = ['deliverables', index, 'due']
      const before = deliverables[index - 1]?.due ?? ''
      if (due < date)
        say(
          yaml,
          at,
          'date-order',
          `This is due on ${due}, before the work was agreed (${date}). Correct one of the two dates.`,
        )
      else if (due < before)
        say(
          yaml,
          at,
          'entry-order',
          `This is due on ${due}, before what stands above it (${before}). Write the earliest first.`,
        )
    }
  },
})
