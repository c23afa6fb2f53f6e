import {test} from 'vitest'
import {hasProgram} from './word/office.ts'

/**
 * `test` where all programs are installed; elsewhere a test that is skipped and says why in its name.
 * With CITES_DOCS_ALL_TESTS set, as in CI, nothing is skipped: a missing program fails the test.
 */
export function testWith(...programs: string[]): typeof test | typeof test.skip {
  const missing = programs.filter((program) => !hasProgram(program))
  if (missing.length === 0 || process.env.CITES_DOCS_ALL_TESTS) return test
  console.warn(`Skipped: ${missing.join(' and ')} not installed (CI runs these tests).`)
  return test.skip
}
