import type {Site} from './types.ts'

const counts = new WeakMap<Site['entries'], ReadonlyMap<string, number>>()

/** Whether a document has a page with its languages side by side: it is made in more than one. */
export function hasBitext({entries}: Pick<Site, 'entries'>, path: string): boolean {
  let own = counts.get(entries)
  if (!own) {
    const found = new Map<string, number>()
    for (const entry of entries) found.set(entry.path, (found.get(entry.path) ?? 0) + 1)
    counts.set(entries, found)
    own = found
  }
  return (own.get(path) ?? 0) > 1
}
