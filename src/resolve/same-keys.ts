import type {VFileMessage} from 'vfile-message'
import type {Pointer} from '../load/index.ts'
import {error, quote} from '../message/index.ts'
import type {Located} from './located.ts'

/** Files of words with the same keys, by language. */
type Files = ReadonlyMap<string, Located<unknown>>

/** Whether a key of a file is one that the root adds to a file of the package. */
export type IsAddition = (path: string, pointer: Pointer) => boolean

/** A key, the languages that have it and those that lack it. */
interface Gap {
  pointer: Pointer
  having: [string, Located<unknown>][]
  lacking: [string, Located<unknown>][]
}

/**
 * Keys that some languages have and others lack, each where the root can mend it. Where all of them stand in files of the
 * root, the fewer are in the wrong; otherwise it is the key that the root added, or the language that it brings. The
 * languages that lack a key are refused.
 *
 * @param files  by language
 * @param isAddition  whether a key is one that the root adds to a file of the package: in a language that lacks it it is
 *   asked for where a document prints it
 * @param ownInEach  keys that are not compared, nor what is under them
 */
export function sameKeys(
  files: Files,
  isAddition: IsAddition,
  ownInEach: ReadonlySet<string> = new Set(),
): VFileMessage[] {
  return gapsIn(files, ownInEach).flatMap((gap) => {
    const {pointer, having, lacking} = gap
    if (having.every(([, {path}]) => isAddition(path, pointer))) return []
    const added = having.filter(([, {data}]) => data.isOwn(pointer))
    const open = lacking.filter(([, {data}]) => data.isOwn(pointer.slice(0, -1)))
    if (added.length === having.length && open.length === lacking.length)
      return having.length < lacking.length ? extra(gap, having) : missing(gap, lacking)
    return added.length > 0 ? extra(gap, added.slice(0, 1)) : missing(gap, open)
  })
}

function gapsIn(files: Files, ownInEach: ReadonlySet<string>): Gap[] {
  const keysOf = new Map([...files].map(([code, {value}]) => [code, new Set(keyPaths(value))]))
  const gaps: Gap[] = []
  for (const key of new Set([...keysOf.values()].flatMap((keys) => [...keys]))) {
    const lacks = (code: string, path: string): boolean => !keysOf.get(code)?.has(path)
    const lacking = [...files].filter(([code]) => lacks(code, key))
    if (lacking.length === 0) continue
    const pointer = key.split('/')
    if (ownInEach.has(pointer[0] ?? '')) continue
    const above = pointer.slice(0, -1).join('/')
    if (above !== '' && [...files.keys()].some((code) => lacks(code, above))) continue // Said of the key above.
    gaps.push({pointer, lacking, having: [...files].filter(([code]) => !lacks(code, key))})
  }
  return gaps
}

function keyPaths(value: unknown, before = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, below]) => {
    const path = before === '' ? key : `${before}/${key}`
    return [path, ...keyPaths(below, path)]
  })
}

/** At a key that others lack. */
function extra({pointer, lacking}: Gap, at: Gap['having']): VFileMessage[] {
  const paths = lacking.map(([, {path}]) => path).join(' and ')
  const reason = `The key ${quote(String(pointer.at(-1)))} is not in ${paths}. Add it there, or delete it here.`
  return at.map(([, {path, data}]) =>
    error(reason, {
      path,
      ruleId: 'template-keys',
      place: data.locate(pointer, 'key'),
      refuses: lacking.map(([code]) => code),
    }),
  )
}

/** Where a key is missing that others have. */
function missing({pointer, having}: Gap, at: Gap['lacking']): VFileMessage[] {
  const [, first] = having[0] ?? []
  const reason = `The key ${quote(String(pointer.at(-1)))} is missing; ${first?.path} has it. Add it.`
  return at.map(([, {path, data}]) =>
    error(reason, {
      path,
      ruleId: 'template-keys',
      place: data.locate(pointer.slice(0, -1), 'key'),
      other: first?.data.isOwn(pointer)
        ? {path: first.path, place: first.data.locate(pointer, 'key')}
        : undefined,
    }),
  )
}
