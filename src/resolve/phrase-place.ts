import type {Place} from '../message/index.ts'
import type {Located} from './located.ts'

/** Where a phrase stands in its file: among the build's own, or among those that kinds name. */
export function placeOfPhrase({data}: Located<Record<string, string>>, key: string): Place {
  const isOwn = typeof data.value === 'object' && data.value !== null && Object.hasOwn(data.value, key)
  return data.locate(isOwn ? [key] : ['of-kinds', key])
}
