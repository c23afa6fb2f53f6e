import {execFileSync} from 'node:child_process'
import {expect, test} from 'vitest'
import {projectRoot} from '../support/built.ts'

test('builds that are killed, that find the disk full or may not write, and eight at once leave whole files: a few of each', {
  timeout: 300_000,
}, () => {
  execFileSync(process.execPath, ['tests/hostile/rolldown.js', 'faults'], {cwd: projectRoot})
  const report = execFileSync(
    process.execPath,
    ['tests/.actual/faults.js', '--kills=2', '--disks=2', '--races=1', '--states=4', '--seed=7'],
    {cwd: projectRoot, encoding: 'utf8'},
  )
  expect(report).toMatch(/^0 faults$/m)
  expect(report).toMatch(/^[1-2] of 2 builds found the disk full, and one that it may not be written/m)
})
