import type {Source} from '../load/index.ts'
import type {Located} from './located.ts'
import type {ProvisionRecord, Subject} from './types.ts'

/**
 * The subjects under documents/decisions/, each with its facts and words.
 *
 * @param sources  valid sources by path
 * @param paths  every path that was seen
 * @returns subjects by id; one without a valid decisions.yaml is left out
 */
export function resolveSubjects(
  sources: ReadonlyMap<string, Source>,
  paths: ReadonlySet<string>,
): Map<string, Subject> {
  const subjects = new Map<string, Subject>()
  for (const path of sources.keys()) {
    const id = /^documents\/decisions\/([^/]+)\/decisions\.yaml$/.exec(path)?.[1]
    if (!id) continue
    const folder = `documents/decisions/${id}`
    const yaml = <T>(name: string): Located<T> | undefined => {
      const source = sources.get(`${folder}/${name}`)
      return source ? {path: source.path, data: source.data, value: source.data.value as T} : undefined
    }
    const words = <T>(name: string): Map<string, Located<T>> => {
      const found = new Map<string, Located<T>>()
      for (const [wordsPath, source] of sources) {
        const match = /^(.+)\.([a-z]{2})\.yaml$/.exec(wordsPath)
        if (match?.[1] === `${folder}/${name}` && match[2])
          found.set(match[2], {path: wordsPath, data: source.data, value: source.data.value as T})
      }
      return found
    }
    const decisions = yaml<Subject['decisions']['value']>('decisions.yaml')
    if (!decisions) continue
    subjects.set(
      id,
      dropUndefined({
        id,
        refused: new Set(
          [...paths]
            .filter((path) => path.startsWith(`${folder}/`) && !sources.has(path))
            .map((path) => path.slice(folder.length + 1)),
        ),
        decisions,
        words: words('decisions'),
        tasks: yaml('tasks.yaml'),
        taskWords: words('tasks'),
        notification: yaml('notification.yaml'),
        replies: yaml('replies.yaml'),
        funding: yaml('funding.yaml'),
        fundingWords: words('funding'),
        workshop: yaml('workshop.yaml'),
        workshopWords: words('workshop'),
        comments: yaml('comments.yaml'),
        commentsWords: words('comments'),
        outcome: yaml('outcome.yaml'),
        outcomeWords: words('outcome'),
        budget: yaml('budget.yaml'),
        budgetWords: words('budget'),
        programme: yaml('programme.yaml'),
        programmeWords: words('programme'),
        participants: yaml('participants.yaml'),
        participantsWords: words('participants'),
        recommendations: yaml('recommendations.yaml'),
        recommendationsWords: words('recommendations'),
        consultancy: yaml('consultancy.yaml'),
        consultancyWords: words('consultancy'),
      }) as Subject,
    )
  }
  return subjects
}

function dropUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, below]) => below !== undefined)) as T
}

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
export function provisionReferences({decisions}: Subject): Set<string> {
  return new Set(
    decisions.value.decisions.flatMap((decision) => [
      decision.id,
      ...[...provisionPaths(decision.provisions).keys()].map((id) => `${decision.id}.${id}`),
    ]),
  )
}

/**
 * What somebody has to do: each lettered provision, and each decision that has none. Items below a letter are part of it.
 *
 * @returns references, with their places in decisions.yaml
 */
export function obligations({decisions}: Subject): {reference: string; pointer: (string | number)[]}[] {
  return decisions.value.decisions.flatMap(({id, provisions = []}, index) =>
    provisions.length === 0
      ? [{reference: id, pointer: ['decisions', index, 'id']}]
      : provisions.map((provision, place) => ({
          reference: `${id}.${provision.id}`,
          pointer: ['decisions', index, 'provisions', place, 'id'],
        })),
  )
}
