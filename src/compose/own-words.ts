import {quote} from '../message/index.ts'
import type {Located, Subject} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import {type Context, reportMissing} from './context.ts'
import {missing} from './decisions.ts'
import {wordsAt} from './phrases.ts'

/**
 * Words that a file of the language holds for a record of facts; a visible mark and a finding where they are missing.
 *
 * @param words  the file, if the language has it
 * @param pointer  keys that lead to the words; the last is the id of the record
 * @param file  its path without the language, such as `documents/decisions/internet-trade/outcome`
 */
export function ownWords(
  context: Context,
  words: Located<unknown> | undefined,
  pointer: readonly string[],
  file: string,
): InlineNode[] {
  const {code, english} = context.language
  const path = words?.path ?? context.home.path
  const depth = depthOf(words?.value, pointer)
  const found = pointer.slice(0, depth).reduce<unknown>((value, key) => Object(value)[key], words?.value)
  if (words && depth === pointer.length && typeof found === 'string')
    return wordsAt(context, words, [...pointer], found)
  const id = pointer.at(-1) ?? ''
  const above = pointer.slice(0, depth)
  const under = above.length > 0 ? ` under ${quote(above.at(-1) ?? '')}` : ''
  reportMissing(
    context,
    path,
    words?.data.locate(above, 'key') ?? context.home.data.locate(['languages', code]),
    'words-missing',
    `The words of ${quote(id)} are missing in ${english}. Add “${nested(pointer.slice(depth))}”${under} in ${file}.${code}.yaml.`,
  )
  return missing(context, id)
}

/** The path of a file of a subject without its language, for ownWords. */
export function factsPath({id}: Subject, sort: string): string {
  return `documents/decisions/${id}/${sort}`
}

/** How many of the keys are there. */
function depthOf(value: unknown, pointer: readonly string[]): number {
  let below = value
  for (const [depth, key] of pointer.entries()) {
    if (typeof below !== 'object' || below === null || !Object.hasOwn(below, key)) return depth
    below = Object(below)[key]
  }
  return pointer.length
}

/** Keys inside one another, as YAML writes them on a line: `evidence: {report-filed: …}`. */
function nested([key, ...rest]: readonly string[]): string {
  return rest.length === 0 ? `${key}: …` : `${key}: {${nested(rest)}}`
}
