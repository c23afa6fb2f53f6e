import {readSchemas} from './package-files.ts'
import {compileSchemas, type Schema} from './validate/index.ts'

let compiled: Schema[] | undefined

/**
 * The schemas of the package. They do not change while it runs: compiled once for all builds, and for the command
 * already when the package is made (rolldown.config.js puts another module in the place of this one).
 */
export async function schemasOfPackage(): Promise<Schema[]> {
  compiled ??= compileSchemas(await readSchemas())
  return compiled
}
