import type {Content} from '../load/index.ts'
import {compare} from '../message/index.ts'
import type {FileChange} from './types.ts'

/** The sources that came, went or have other bytes; ends of lines as a checkout writes them are the same. */
export function fileChanges(before: Content, after: Content): FileChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort(compare)
  return paths.flatMap((path): FileChange[] => {
    const [one, other] = [before.get(path), after.get(path)]
    if (!one) return [{path, kind: 'added'}]
    if (!other) return [{path, kind: 'removed'}]
    return isSame(one, other) ? [] : [{path, kind: 'changed'}]
  })
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.compare(one, other) === 0) return true
  const lines = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n')
  return one.length !== other.length && lines(one) === lines(other)
}
