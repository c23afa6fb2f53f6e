import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parse} from 'yaml'
import {blockDirectives} from '../../src/compose/blocks/directives.ts'
import {codedFacts} from '../../src/compose/facts/index.ts'
import {inlineDirectives} from '../../src/compose/inlines/directives.ts'
import {codedTables} from '../../src/compose/tables/index.ts'
import {sorts} from '../../src/resolve/facts/index.ts'
import {conditionalNames, groupDirectives} from '../../src/tree/index.ts'
import {formsWith} from '../../src/validate/index.ts'
import {repository} from '../support/content-root.ts'

// A directive is known in three places that cannot see one another: how it is written (validate), what it prints
// (compose or templates/facts/), and what an author is told of it (docs). A name that one of them lacks would end a
// build as a bug of ours, or never be found by anybody.

interface Description {
  tables?: Record<string, unknown>
  facts?: Record<string, unknown>
}

const described = readdirSync(join(repository, 'templates/facts')).map(
  (name) => parse(readFileSync(join(repository, 'templates/facts', name), 'utf8')) as Description,
)
const tables = described.flatMap((description) => Object.keys(description.tables ?? {}))
const facts = described.flatMap((description) => Object.keys(description.facts ?? {}))
const read = (path: string): string => readFileSync(join(repository, path), 'utf8')

/** A page of docs and those that it links to. */
function pages(path: string): string {
  const text = read(path)
  const linked = [...text.matchAll(/\]\(([a-z-]+\.md)(?:#[^)]*)?\)/g)].map(([, name]) => `docs/${name}`)
  return [text, ...new Set(linked.filter((other) => other !== path))]
    .map((part, index) => (index === 0 ? part : read(part)))
    .join('\n')
}

/** Directives that the pages do not show as they are written. */
function untold(docs: string, inText: Iterable<string>, onLine: Iterable<string>): string[] {
  return [
    ...[...inText].filter((name) => !new RegExp(`(?<!:):${name}\\[`).test(docs)).map((name) => `:${name}`),
    ...[...onLine].filter((name) => !new RegExp(`::${name}(?![a-z-])`).test(docs)).map((name) => `::${name}`),
  ]
}

test('each directive that may be written has what prints it, and the other way round', () => {
  const forms = formsWith(tables)
  expect([...inlineDirectives.keys()].sort()).toEqual([...forms.inText.keys()].sort())
  // The last ones print what they hold, or nothing.
  const printed = [
    ...blockDirectives.keys(),
    ...codedTables.keys(),
    ...tables,
    ...groupDirectives,
    ...conditionalNames,
  ]
  expect(printed.sort()).toEqual([...forms.onLine.keys()].sort())
})

test('each directive has its line in docs/writing.md or in a page that it links to', () => {
  const {inText, onLine} = formsWith(tables)
  expect(untold(pages('docs/writing.md'), inText.keys(), onLine.keys())).toEqual([])
})

test('a directive of which the pages say nothing is found', () => {
  const docs = pages('docs/writing.md')
  expect(untold(docs, ['seal'], ['whales'])).toEqual([':seal', '::whales'])
  expect(untold(docs.replaceAll('::funds', ''), [], ['funds'])).toEqual(['::funds'])
})

test('each fact that a sentence can name has its line in docs/facts.md', () => {
  const table = read('docs/facts.md').split('## Facts in sentences')[1]?.split('\n## ')[0] ?? ''
  const told = new Set([...table.matchAll(/[a-z][a-z-]*[a-z]/g)].map(([name]) => name))
  expect([...codedFacts, ...facts].filter((name) => !told.has(name))).toEqual([])
  expect(told.has('whales')).toBe(false)
})

test('the facts that code prints are those that the definitions of their sorts name', () => {
  expect(sorts.flatMap(({named}) => named).sort()).toEqual([...codedFacts].sort())
})
