import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {optionOf} from '../../src/commands/late-optimizing.ts'
import {projectRoot} from '../support/built.ts'

test('the option that V8 is given is one that it has, so that it says nothing of it', () => {
  const option = optionOf(process.versions.v8)
  if (option) {
    const [name = ''] = option.split('=')
    const {stdout} = spawnSync(process.execPath, ['--v8-options'], {encoding: 'utf8'})
    expect(stdout).toMatch(new RegExp(`^  ${name} \\(`, 'm'))
  }
  const {stderr} = spawnSync(process.execPath, [join(projectRoot, 'dist/cites-docs.js'), '--version'], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
})

test('a version of V8 that is not known is told nothing', () => {
  expect(optionOf('11.3.244.8-node.33')).toBe('--interrupt-budget=1000000')
  expect(optionOf('10.2.154.26')).toBeUndefined()
  expect(optionOf('toString')).toBeUndefined()
})
