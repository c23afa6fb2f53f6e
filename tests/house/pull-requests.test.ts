import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {help as build} from '../../src/commands/build.ts'
import {help as check} from '../../src/commands/check.ts'
import {messageFormats} from '../../src/report/index.ts'
import {repository} from '../support/content-root.ts'

const read = (path: string): string => readFileSync(join(repository, path), 'utf8')
const helps = new Map([
  ['build', build],
  ['check', check],
])

test.each([
  '.github/workflows/documents.yml',
  'docs/pull-requests/gitlab-ci.yml',
  'docs/pull-requests/check.sh',
])('%s checks the sources and compares out/, with options that there are', (path) => {
  const scripts = JSON.parse(read('package.json')).scripts as Record<string, string>
  const runs = [...read(path).matchAll(/npm run --silent ([a-z]+)(?: -- (--[a-z-]+)(?: ([a-z]+))?)?/g)]
  expect(runs.map(([, script]) => script)).toEqual(expect.arrayContaining(['build', 'check']))
  for (const [, script = '', option, value = ''] of runs) {
    expect(Object.keys(scripts)).toContain(script)
    if (option) expect(helps.get(script)).toContain(`  ${option}`)
    if (option === '--format') expect([...messageFormats.keys()]).toContain(value)
  }
  expect(runs.some(([, script, option]) => script === 'build' && option === '--verify')).toBe(true)
})
