import {quote} from '../../message/index.ts'
import {addresseeFindings} from '../addressees.ts'
import {unknown} from '../findings.ts'
import {provisionPaths} from '../provisions.ts'
import type {ProvisionRecord} from '../record-types.ts'
import {defineFacts} from './define-facts.ts'

/** The decisions of a subject: whom they are directed to, to which meeting is reported, ids of provisions. */
export const decisions = defineFacts('decisions', {
  words: ({value}) => [
    {pointer: ['decisions'], what: 'decision', ids: value.decisions.map(({id}) => id)},
    ...value.decisions.map(({id, provisions}) => ({
      pointer: ['decisions', id, 'provisions'],
      what: 'provision',
      ids: provisionPaths(provisions).keys(),
    })),
  ],
  lists: (value) => [{pointer: ['decisions'], what: 'decision', records: value.decisions}],
  documents: (value) =>
    value.decisions.flatMap(({source}, index) =>
      source ? {pointer: ['decisions', index, 'source', 'document'], path: source.document} : [],
    ),
  look({yaml, value, names, meetings}, say) {
    for (const [index, decision] of value.decisions.entries()) {
      const at = (...rest: (string | number)[]): (string | number)[] => ['decisions', index, ...rest]
      const {'report-to': reportTo} = decision
      // What was adopted begins as it was adopted.
      const role = decision.labels.adopted === null ? 'addressee' : 'recommended-to'
      addresseeFindings(yaml, at('addressee'), names.actors, role, say)
      if (reportTo && meetings.size > 0 && !meetings.has(reportTo))
        say(yaml, at('report-to'), 'unknown-meeting', () => unknown('meeting', reportTo, meetings.keys()))
      const seen = new Set<string>()
      walkProvisions(decision.provisions, at('provisions'), ({id, 'deleted-at': deletedAt}, pointer) => {
        if (deletedAt && meetings.size > 0 && !meetings.has(deletedAt))
          say(yaml, [...pointer, 'deleted-at'], 'unknown-meeting', () =>
            unknown('meeting', deletedAt, meetings.keys()),
          )
        if (seen.has(id))
          say(
            yaml,
            [...pointer, 'id'],
            'id-twice',
            `The provision ${quote(id)} occurs twice in this decision. Give one of them another id.`,
          )
        seen.add(id)
      })
    }
  },
})

function walkProvisions(
  provisions: readonly ProvisionRecord[] = [],
  pointer: (string | number)[],
  look: (provision: ProvisionRecord, pointer: (string | number)[]) => void,
): void {
  for (const [index, provision] of provisions.entries()) {
    const at = [...pointer, index]
    look(provision, at)
    walkProvisions(provision.provisions, [...at, 'provisions'], look)
  }
}
