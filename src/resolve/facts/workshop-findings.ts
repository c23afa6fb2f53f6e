import type {VFileMessage} from 'vfile-message'
import {nearest, quote} from '../../message/index.ts'
import {collector, type Say, unknown} from '../findings.ts'
import type {ProvisionRecord, Subject} from '../types.ts'

/** Findings about the workshop: an end before its beginning, persons to be invited who are left out. */
export function workshopFindings(subject: Subject): VFileMessage[] {
  const {messages, say} = collector()
  const {workshop} = subject
  if (!workshop) return messages
  if (workshop.value.ends < workshop.value.starts)
    say(
      workshop,
      ['ends'],
      'date-order',
      `The workshop ends (${workshop.value.ends}) before it starts (${workshop.value.starts}). Correct one of the two dates.`,
    )
  inviteeFindings(subject, say)
  return messages
}

/** Those who are invited are those whom the decision names. */
function inviteeFindings({workshop, decisions}: Subject, say: Say): void {
  const invitees = workshop?.value.invitees
  if (!workshop || !invitees) return
  const named = decisions.value.decisions.flatMap(({provisions}) => categoriesOf(provisions))
  const seen = new Set<string>()
  for (const [index, {category}] of invitees.entries()) {
    const at = ['invitees', index, 'category']
    if (seen.has(category))
      say(workshop, at, 'id-twice', `The category ${quote(category)} occurs twice. Delete one of the two.`)
    else if (named.length > 0 && !named.includes(category))
      say(workshop, at, 'unknown-category', unknown('category of invitees', category, named))
    seen.add(category)
  }
  // One that is only mistyped is not missing as well.
  const meant = new Set([...seen].filter((id) => !named.includes(id)).map((id) => nearest(id, named)))
  const missing = named.filter((category) => !seen.has(category) && !meant.has(category))
  if (missing.length > 0)
    say(
      workshop,
      ['invitees'],
      'invitee-missing',
      `The decision says that ${missing.map((category) => quote(category)).join(', ')} should be invited as well. Add “- {category: ${missing[0]}, places: …}”.`,
    )
}

function categoriesOf(provisions: readonly ProvisionRecord[] = []): string[] {
  return provisions.flatMap((provision) => [
    ...(provision.invitees ?? []),
    ...categoriesOf(provision.provisions),
  ])
}
