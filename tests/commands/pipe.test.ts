import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {projectRoot} from '../support/built.ts'

test('a reader that closes the pipe early is no fault of the command, which ends with its own status', async () => {
  const command = 'set -o pipefail; node dist/cites-docs.js status --json 2>&1 >&3 | cat; echo $?'
  const run = await promisify(execFile)('bash', ['-c', `exec 3> >(true); sleep 1; ${command}`], {
    cwd: projectRoot,
  })
  expect(run.stdout).toBe('0\n')
})
