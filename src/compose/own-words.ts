import type {Fact} from '../resolve/index.ts'
import type {InlineNode} from '../tree/index.ts'
import {type Context, reportMissing} from './context.ts'
import {missing} from './decisions.ts'
import {inlines} from './inlines/index.ts'
import {parseWords} from './phrases.ts'

/**
 * Words that a file of the language holds for a record of facts; a visible mark and a finding where they are missing.
 *
 * @param words  the file, if the language has it
 * @param pointer  keys that lead to the words; the last is the id of the record
 * @param file  name of the file without its language, such as `outcome`
 */
export function ownWords(
  context: Context,
  words: Fact<unknown> | undefined,
  pointer: readonly string[],
  file: string,
): InlineNode[] {
  const {code, name} = context.language
  const found = pointer.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Object(value)[key] : undefined),
    words?.value,
  )
  const id = pointer.at(-1) ?? ''
  const path = words?.path ?? context.plan.fact.path
  if (typeof found === 'string')
    return inlines(parseWords(found), context, {path, place: words?.data.locate([...pointer])})
  reportMissing(
    context,
    path,
    words?.data.locate(pointer.slice(0, -1), 'key') ?? context.plan.fact.data.locate(['languages', code]),
    'words-missing',
    `The words of “${id}” are missing in ${name}. Add them to ${file}.${code}.yaml.`,
  )
  return missing(context, id)
}
