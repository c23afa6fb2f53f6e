import {quote} from '../../message/index.ts'
import {actorFault} from '../actors.ts'
import {provisionPaths} from '../provisions.ts'
import type {ProvisionRecord} from '../record-types.ts'
import {defineFacts} from './define-facts.ts'

/** What the workshop recommended: a day before it, ids that occur twice, addressees that are not known or stand in two places. */
export const recommendations = defineFacts('recommendations', {
  dates: ({date}) => [date],
  words: ({value}) => [
    {
      pointer: ['recommendations'],
      what: 'recommendation',
      ids: value.recommendations.flatMap(({id, provisions}) => [id, ...provisionPaths(provisions).keys()]),
    },
  ],
  look({yaml, value: {date, recommendations: list}, facts: {workshop}, names}, say) {
    if (workshop && date < workshop.value.starts)
      say(
        yaml,
        ['date'],
        'date-order',
        `The workshop begins on ${workshop.value.starts} and cannot have recommended this on ${date}. Correct one of the two dates.`,
      )
    const seen = new Set<string>()
    const walk = (records: readonly ProvisionRecord[], pointer: (string | number)[]): void => {
      for (const [index, {id, provisions = []}] of records.entries()) {
        const at = [...pointer, index]
        if (seen.has(id))
          say(
            yaml,
            [...at, 'id'],
            'id-twice',
            `The recommendation ${quote(id)} occurs twice. Give one of them another id.`,
          )
        seen.add(id)
        walk(provisions, [...at, 'provisions'])
      }
    }
    walk(list, ['recommendations'])
    const addressees = new Set<string>()
    for (const [index, {addressee}] of list.entries()) {
      const at = ['recommendations', index, 'addressee']
      const fault = actorFault(names.actors, addressee, 'recommended-to')
      if (fault) say(yaml, at, fault.ruleId, fault.reason)
      else if (addressees.has(addressee) && list[index - 1]?.addressee !== addressee)
        say(
          yaml,
          at,
          'addressee-order',
          `Recommendations to ${quote(addressee)} stand further up as well. Put all of one addressee together.`,
        )
      addressees.add(addressee)
    }
  },
})
