import type {Pointer, Source} from '../load/index.ts'

/** Whether the words at a place of a file stand as they were adopted. */
export type IsAdopted = (path: string, pointer: Pointer) => boolean

/**
 * What was adopted: texts of elsewhere, and the decisions that have their number in the file beside the words.
 *
 * @param sources  by path, not proven yet
 */
export function adoptedWords(sources: ReadonlyMap<string, Source>): IsAdopted {
  return (path, [list, id]) => {
    if (path.startsWith('documents/texts/')) return true
    const folder = /^(documents\/decisions\/[^/]+\/)decisions\.[a-z]{2}\.yaml$/.exec(path)?.[1]
    if (folder === undefined || list !== 'decisions') return false
    const decisions: unknown = Object(sources.get(`${folder}decisions.yaml`)?.data.value).decisions
    return Array.isArray(decisions) && decisions.some((decision) => hasNumber(decision, id))
  }
}

function hasNumber(decision: unknown, id: unknown): boolean {
  const own = Object(decision)
  return own.id === id && typeof Object(own.labels).adopted === 'string'
}
