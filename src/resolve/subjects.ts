import type {Source} from '../load/index.ts'
import type {FactsDefinition} from './facts/define-facts.ts'
import type {Located} from './located.ts'
import {notingReads} from './read-facts.ts'
import type {Subject, SubjectFacts, SubjectWords} from './types.ts'

const factsPath = /^documents\/decisions\/([^/]+)\/([a-z0-9-]+)(?:\.([a-z]{2}))?\.yaml$/

/** Facts and words of a subject while they are gathered, by their sort. */
interface Found {
  facts: Partial<SubjectFacts>
  words: Record<string, Map<string, Located<unknown>>>
}

/**
 * The subjects under documents/decisions/, each with its facts and words by their sort.
 *
 * @param sources  valid sources by path
 * @param paths  every path that was seen
 * @param sorts  of facts, ours and the root's own
 * @returns subjects by id; one without a valid decisions.yaml is left out
 */
export function resolveSubjects(
  sources: ReadonlyMap<string, Source>,
  paths: ReadonlySet<string>,
  sorts: readonly FactsDefinition[],
): Map<string, Subject> {
  const found = new Map<string, Found>()
  for (const [path, {data}] of sources) {
    const [, id, sort = '', language] = factsPath.exec(path) ?? []
    if (id === undefined) continue
    const own = found.get(id) ?? {facts: {}, words: noWords(sorts)}
    found.set(id, own)
    const yaml = {path, data, value: data.value}
    if (language === undefined) Object.assign(own.facts, {[sort]: yaml})
    else own.words[sort]?.set(language, yaml)
  }
  const subjects = new Map<string, Subject>()
  for (const [id, {facts, words}] of found) {
    const {decisions} = facts
    if (decisions)
      subjects.set(
        id,
        notingReads({
          id,
          refused: refusedFiles(id, sources, paths),
          facts: {...facts, decisions},
          words: words as Record<string, unknown> as SubjectWords,
        }),
      )
  }
  return subjects
}

function noWords(sorts: readonly FactsDefinition[]): Found['words'] {
  return Object.fromEntries(sorts.map(({name}) => [name, new Map()]))
}

/** Names of a subject's files that are there and have errors. */
function refusedFiles(
  id: string,
  sources: ReadonlyMap<string, Source>,
  paths: ReadonlySet<string>,
): Set<string> {
  const folder = `documents/decisions/${id}/`
  return new Set(
    [...paths]
      .filter((path) => path.startsWith(folder) && !sources.has(path))
      .map((path) => path.slice(folder.length)),
  )
}
