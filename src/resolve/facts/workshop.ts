import {few, nearest, quote} from '../../message/index.ts'
import {type Say, unknown} from '../findings.ts'
import type {ProvisionRecord} from '../record-types.ts'
import type {SubjectFacts} from '../types.ts'
import {defineFacts} from './define-facts.ts'

/** The workshop: an end before its beginning, persons to be invited who are left out. */
export const workshop = defineFacts('workshop', {
  dates: ({'known-from': knownFrom, attendance}) => [knownFrom, attendance?.['known-from']],
  words: ({value}) => [
    {
      pointer: ['invitees'],
      what: 'category of invitees',
      ids: (value.invitees ?? []).map(({category}) => category),
    },
  ],
  look({yaml, value: {starts, ends}, facts}, say) {
    if (ends < starts)
      say(
        yaml,
        ['ends'],
        'date-order',
        `The workshop ends (${ends}) before it starts (${starts}). Correct one of the two dates.`,
      )
    inviteeFindings(facts, say)
  },
})

/** Those who are invited are those whom the decision names. */
function inviteeFindings({workshop: yaml, decisions}: SubjectFacts, say: Say): void {
  const invitees = yaml?.value.invitees
  if (!yaml || !invitees) return
  const named = decisions.value.decisions.flatMap(({provisions}) => categoriesOf(provisions))
  const seen = new Set<string>()
  for (const [index, {category}] of invitees.entries()) {
    const at = ['invitees', index, 'category']
    if (seen.has(category))
      say(yaml, at, 'id-twice', `The category ${quote(category)} occurs twice. Delete one of the two.`)
    else if (named.length > 0 && !named.includes(category))
      say(yaml, at, 'unknown-category', () => unknown('category of invitees', category, named))
    seen.add(category)
  }
  // One that is only mistyped is not missing as well.
  const meant = new Set([...seen].filter((id) => !named.includes(id)).map((id) => nearest(id, named)))
  const missing = named.filter((category) => !seen.has(category) && !meant.has(category))
  if (missing.length > 0)
    say(
      yaml,
      ['invitees'],
      'invitee-missing',
      `The decision says that ${few(missing.map((category) => quote(category)))} should be invited as well. Add “- {category: ${missing[0]}, places: …}”.`,
    )
}

function categoriesOf(provisions: readonly ProvisionRecord[] = []): string[] {
  return provisions.flatMap((provision) => [
    ...(provision.invitees ?? []),
    ...categoriesOf(provision.provisions),
  ])
}
