import {unknown} from '../findings.ts'
import {provisionReferences} from '../provisions.ts'
import {defineFacts} from './define-facts.ts'

/** What draft decisions would cost: every activity is for a provision of the subject. */
export const budget = defineFacts('budget', {
  dates: ({date}) => [date],
  words: ({value}) => [{pointer: ['activities'], what: 'activity', ids: value.activities.map(({id}) => id)}],
  lists: ({activities}) => [{pointer: ['activities'], what: 'activity', records: activities}],
  look({yaml, value, subject}, say) {
    const provisions = provisionReferences(subject)
    for (const [index, {provision}] of value.activities.entries()) {
      const at = ['activities', index, 'provision']
      if (!provisions.has(provision))
        say(yaml, at, 'unknown-provision', () => unknown('provision', provision, provisions))
    }
  },
})
