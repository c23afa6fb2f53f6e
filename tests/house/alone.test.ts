import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import config from '../../vitest.config.ts'
import {repository} from '../support/content-root.ts'

// Many test files share a process, and with it the modules of src/. A test that puts something in the place of one of
// them would change what the others look at, or find that one of them has taken it in before.
const folder = join(repository, 'tests')
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
  (path) => path.endsWith('.test.ts') && !path.startsWith('.actual'),
)
const [first] = config.test?.projects ?? []
const alone = typeof first === 'object' && 'test' in first ? (first.test?.include ?? []) : []

test('what takes the place of a module has a process of its own, and so has nothing else', () => {
  const replacing = files.filter((path) =>
    /\bvi\.(?:mock|doMock|stubGlobal|stubEnv|useFakeTimers)\(/.test(readFileSync(join(folder, path), 'utf8')),
  )
  expect([...alone].sort()).toEqual(replacing.map((path) => `tests/${path}`).sort())
})
