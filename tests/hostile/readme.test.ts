import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

// The table says where each thing is tested; what it names is there.
const tests = join(repository, 'tests')
const rows = readFileSync(join(tests, 'hostile/README.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (?:-|What )/.test(line))
  .map((line) => line.split('|')[2]?.trim() ?? '')

test('every row names a test or says why there is none', () => {
  expect(rows.length).toBeGreaterThan(80)
  expect(rows.filter((row) => row.length < 10)).toEqual([])
})

test('every fixture that it names is there', () => {
  const folders = readdirSync(join(tests, 'fixtures/messages'))
  const named = rows.flatMap((row) => /\bM ([^;]+)/.exec(row)?.[1]?.split(/,\s*/) ?? [])
  const isThere = (name: string): boolean =>
    name.endsWith('*')
      ? folders.some((folder) => folder.startsWith(name.slice(0, -1)))
      : folders.includes(name)
  expect(named.length).toBeGreaterThan(40)
  expect(named.filter((name) => !isThere(name))).toEqual([])
})

test('every file that it names is there', () => {
  const named = rows.flatMap(
    (row) =>
      row.match(/\b(?:hostile|report|write|word|built|site|browser|commands|properties)\/[a-z-]+/g) ?? [],
  )
  expect(named.length).toBeGreaterThan(60)
  expect(
    named.filter(
      (name) => !existsSync(join(tests, `${name}.test.ts`)) && !existsSync(join(tests, `${name}.ts`)),
    ),
  ).toEqual([])
})
