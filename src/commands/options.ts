import {resolve} from 'node:path'
import {type ParseArgsConfig, parseArgs} from 'node:util'
import {UsageError} from '../failure/index.ts'
import {quote} from '../message/index.ts'

/** Options that build and check share. */
export const contentOptions = {
  root: {type: 'string'},
  language: {type: 'string', multiple: true},
  final: {type: 'boolean'},
  help: {type: 'boolean', short: 'h'},
} as const satisfies ParseArgsConfig['options']

/** The part of the help that explains them. */
export const contentHelp = `  --root DIR        folder that holds documents/ (default: here)
  --language L      only this language, such as fr; may be repeated
  --final           refuse XX, hints, examples and languages that are still drafting
  -h, --help        this text
`

/**
 * Arguments by option, unknown ones refused in plain words.
 *
 * @throws UsageError
 */
export function parse<T extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: T,
): ReturnType<typeof parseArgs<{options: T; allowPositionals: true; args: string[]}>> {
  try {
    return parseArgs({args, options, allowPositionals: true})
  } catch (cause) {
    throw new UsageError(
      `${inOurWords((cause as Error).message)}. Write --help after the command to see its options.`,
    )
  }
}

/** What Node says of arguments, on one line; of an option without its value in words that an author knows. */
function inOurWords(message: string): string {
  const option = /^Option '([^' ]+)[^']*' argument (?:is ambiguous|missing)/.exec(message)?.[1]
  if (option) return `Nothing stands behind ${quote(option)}, which needs a value`
  return message.split(/\.\s/)[0] ?? message
}

/** The content root as an absolute path. */
export function rootOf(given: string | undefined): string {
  return resolve(given ?? '.')
}

/**
 * A day that was typed behind an option: 2009-02-30 is none.
 *
 * @param option  as it is typed, such as `--date`
 * @throws UsageError
 */
export function dayOf(option: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  const time = Date.parse(`${given}T00:00:00Z`)
  const isDay =
    /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(given) &&
    !Number.isNaN(time) &&
    new Date(time).toISOString().startsWith(given)
  if (!isDay)
    throw new UsageError(
      `${quote(`${option} ${given}`)} is no day. Write year-month-day, such as 2009-05-22.`,
    )
  return given
}
