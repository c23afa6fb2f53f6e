import {resolve} from 'node:path'
import {type ParseArgsConfig, parseArgs} from 'node:util'
import {UsageError} from '../failure/index.ts'

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
      `${(cause as Error).message.split('. ')[0]}. Write --help after the command to see its options.`,
    )
  }
}

/** The content root as an absolute path. */
export function rootOf(given: string | undefined): string {
  return resolve(given ?? '.')
}
