import type {ProvisionRecord} from './record-types.ts'
import type {Meeting, Subject} from './types.ts'

/** Every provision of a decision with its place in the list: `[1, 3]` is `a) iii)`. */
export function provisionPaths(
  provisions: readonly ProvisionRecord[] = [],
  before: number[] = [],
): Map<string, number[]> {
  const paths = new Map<string, number[]>()
  for (const [index, provision] of provisions.entries()) {
    const path = [...before, index + 1]
    paths.set(provision.id, path)
    for (const [id, below] of provisionPaths(provision.provisions, path)) paths.set(id, below)
  }
  return paths
}

/** Every decision and provision of a subject as references name them: `secretariat`, `secretariat.ask-parties`. */
export function provisionReferences({facts: {decisions}}: Subject): Set<string> {
  return new Set(
    decisions.value.decisions.flatMap((decision) => [
      decision.id,
      ...[...provisionPaths(decision.provisions).keys()].map((id) => `${decision.id}.${id}`),
    ]),
  )
}

/**
 * What of a subject's decisions was deleted by a day, with all that stands under it.
 *
 * @returns references, such as `secretariat.publish`
 */
export function deletedBy(
  {facts: {decisions}}: Subject,
  meetings: ReadonlyMap<string, Meeting>,
  day: string,
): Set<string> {
  const below = (id: string, provisions: readonly ProvisionRecord[] = [], isGone = false): string[] =>
    provisions.flatMap((provision) => {
      const ends = meetings.get(provision['deleted-at'] ?? '')?.ends
      const gone = isGone || (ends !== undefined && ends <= day)
      return [...(gone ? [`${id}.${provision.id}`] : []), ...below(id, provision.provisions, gone)]
    })
  return new Set(decisions.value.decisions.flatMap(({id, provisions}) => below(id, provisions)))
}

/**
 * What somebody has to do: each lettered provision, and each decision that has none. Items below a letter are part of it;
 * what was deleted need not have been done.
 *
 * @returns references, with their places in decisions.yaml
 */
export function obligations({
  facts: {decisions},
}: Subject): {reference: string; pointer: (string | number)[]}[] {
  return decisions.value.decisions.flatMap(({id, provisions = []}, index) =>
    provisions.length === 0
      ? [{reference: id, pointer: ['decisions', index, 'id']}]
      : provisions.flatMap((provision, place) =>
          provision['deleted-at'] === undefined
            ? {
                reference: `${id}.${provision.id}`,
                pointer: ['decisions', index, 'provisions', place, 'id'],
              }
            : [],
        ),
  )
}
