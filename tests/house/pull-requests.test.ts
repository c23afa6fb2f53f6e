import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {help as build} from '../../src/commands/build.ts'
import {help as check} from '../../src/commands/check.ts'
import {messageFormats} from '../../src/report/index.ts'
import {repository} from '../support/content-root.ts'

const read = (path: string): string => readFileSync(join(repository, path), 'utf8')
const helps = new Map([['build', build], ['check', check], ...(await helpOf('diff'))])

/** The help of a command that comes with another change. */
async function helpOf(name: string): Promise<[string, string][]> {
  const path = join(repository, `src/commands/${name}.ts`)
  return existsSync(path) ? [[name, ((await import(path)) as {help: string}).help]] : []
}

test.each([
  '.github/workflows/documents.yml',
  'docs/pull-requests/gitlab-ci.yml',
  'docs/pull-requests/check.sh',
])('%s checks the sources and compares out/, with options that there are', (path) => {
  const scripts = JSON.parse(read('package.json')).scripts as Record<string, string>
  const runs = [...read(path).matchAll(/npm run --silent ([a-z]+)(?: -- (.*))?/g)]
  expect(new Set(runs.map(([, script]) => script))).toEqual(new Set(['build', 'check', 'diff']))
  for (const [, script = '', rest = ''] of runs) {
    const help = helps.get(script)
    if (help === undefined) continue
    expect(Object.keys(scripts)).toContain(script)
    for (const [, option = '', value = ''] of rest.matchAll(/(--[a-z-]+)(?: ([a-z]+))?/g)) {
      expect(help).toContain(`  ${option}`)
      if (option === '--format' && script === 'check') expect([...messageFormats.keys()]).toContain(value)
    }
  }
  expect(runs.some(([, script, rest]) => script === 'build' && rest?.startsWith('--verify'))).toBe(true)
})
