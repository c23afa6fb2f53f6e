import type {resolveTemplates as resolveOf} from '../../../src/resolve/templates.ts'

type Resolve = typeof resolveOf
type Source = Parameters<Resolve>[0] extends ReadonlyMap<string, infer One> ? One : never

/** Of how many sets of templates it is remembered what they are: that of the package, and those of a few roots. */
const most = 4

/**
 * Remembers what templates without a finding are, by the sources that they were read from: most tests change documents
 * only.
 *
 * @param resolveTemplates  the real one
 */
export function rememberingTemplates(resolveTemplates: Resolve): Resolve {
  const memory: {key: readonly (Source | string)[]; resolved: ReturnType<Resolve>}[] = []
  return (sources, paths) => {
    const own = [...sources].filter(([path]) => path.startsWith('templates/'))
    const names = [...paths].filter((path) => path.startsWith('templates/'))
    const key = [...own.flat(), ...names.sort()]
    const known = memory.find(
      (other) => other.key.length === key.length && other.key.every((one, index) => one === key[index]),
    )
    // The list of findings is the caller's, who adds to it.
    if (known) return {...known.resolved, messages: []}
    const resolved = resolveTemplates(sources, paths)
    if (resolved.messages.length > 0) return resolved
    memory.unshift({key, resolved: {...resolved}})
    memory.length = Math.min(memory.length, most)
    return resolved
  }
}
