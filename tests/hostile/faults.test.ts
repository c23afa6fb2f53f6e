import {execFileSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {projectRoot} from '../support/built.ts'

test('builds that are killed, that find the disk full, and eight at once leave whole files: a few of each', {
  timeout: 300_000,
}, () => {
  execFileSync(process.execPath, ['tests/hostile/rolldown.js'], {cwd: projectRoot})
  const report = execFileSync(
    process.execPath,
    ['tests/.actual/faults.js', '--kills=4', '--disks=4', '--races=2', '--seed=7'],
    {cwd: projectRoot, encoding: 'utf8'},
  )
  expect(report).toMatch(/^0 faults$/m)
  // Where a small file system cannot be mounted, only that is left out.
  expect(report).toMatch(/builds found the disk full|skipped: a small file system cannot be mounted/)
})
