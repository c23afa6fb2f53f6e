import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {repository} from '../support/content-root.ts'

// What docs/people-and-covers.md says that documents print stands in what cases of tests/fixtures/messages print, and its
// records are those of a case or of the package.

const page = readFileSync(join(repository, 'docs/people-and-covers.md'), 'utf8')
const cases = join(repository, 'tests/fixtures/messages')
const blocks = (kind: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block)
const textsOf = (ends: string): string[] =>
  readdirSync(cases, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith(ends))
    .map((path) => readFileSync(join(cases, path), 'utf8'))

test('each line that the page shows is printed by a case', () => {
  const printed = new Set(textsOf('.txt').flatMap((text) => text.replaceAll('\u00a0', ' ').split('\n')))
  const lines = blocks('text').flatMap((block) => block.trim().split('\n'))
  expect(lines.length).toBeGreaterThan(12)
  expect(lines.filter((line) => !printed.has(line))).toEqual([])
})

test('the record of an author is that of a case', () => {
  const [record = ''] = blocks('yaml').filter((block) => block.startsWith('# templates/actors.yaml'))
  const records = textsOf('templates/actors.yaml').map((text) => parse(text))
  expect(records).toContainEqual(parse(record))
})

test('the blocks of the cover are those of a case', () => {
  const [kind = ''] = blocks('yaml').filter((block) => block.startsWith('# templates/kinds/'))
  const kinds = textsOf('templates/kinds/session-record.yaml').map((text) => parse(text).cover)
  expect(kinds).toContainEqual(parse(kind).cover)
})
