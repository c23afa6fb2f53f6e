import {compare} from '../../message/index.ts'

/**
 * JSON whose bytes depend on the value alone: keys sorted, two spaces, a line feed at the end.
 *
 * @param value  objects, lists and scalars; a key whose value is undefined is left out
 */
export function sortedJson(value: unknown): string {
  return `${JSON.stringify(value, sorted, 2)}\n`
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compare(a, b)))
}
