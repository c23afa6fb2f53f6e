import type {Known} from './load/index.ts'
import {readSchemas} from './package-files.ts'
import {compileSchemas, type Schema} from './validate/index.ts'

let compiled: Schema[] | undefined

/**
 * The schemas of the package. They do not change while it runs: compiled once for all builds, and for the command
 * already when the package is made (bundle.js puts another module in the place of this one).
 *
 * @param _wanted  what has to be validated beside the words of documents; what is known to be valid has not
 */
export async function schemasOfPackage(_wanted: {templates: boolean; facts: boolean}): Promise<Schema[]> {
  compiled ??= compileSchemas(await readSchemas())
  return compiled
}

/**
 * The templates of the package as they were when it was made. The command need not parse those that are unchanged;
 * here, where they are being worked on, none is known.
 */
export function knownTemplates(): Known {
  return new Map()
}
