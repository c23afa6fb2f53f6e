import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

const limit = 300

const lineCount = (text: string): number => text.replace(/\n$/, '').split('\n').length

test(`no file of src is longer than ${limit} lines`, () => {
  const long = readdirSync(join(repository, 'src'), {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [name, lineCount(readFileSync(join(repository, 'src', name), 'utf8'))] as const)
    .filter(([, lines]) => lines > limit)
    .map(([name, lines]) => `src/${name} has ${lines} lines: split it where two things are told.`)
  expect(long).toEqual([])
})

test('lines are counted as an editor counts them', () => {
  expect(lineCount('a\nb\n')).toBe(2)
  expect(lineCount('a\nb')).toBe(2)
})
