import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {factsRules, pairRules, rules, wordsRules} from '../../src/check/index.ts'
import {readRulePages} from '../../src/package-files.ts'
import {repository} from '../support/content-root.ts'

const pages = await readRulePages()
const ofWords = wordsRules.map(({id}) => id)
const ofFacts = factsRules.map(({id}) => id)
const ofPairs = pairRules.map(({id}) => id)
const all = [...rules.map(({id}) => id), ...ofWords, ...ofFacts, ...ofPairs].sort()
const helpers = [
  'index.ts',
  'matches.ts',
  'list-places.ts',
  'plural-of.ts',
  'words-of.ts',
  'accepted-text.ts',
  'decisions-of.ts',
  'cover-parity.ts',
  'picture-parity.ts',
  'quotation-sources.ts',
  'quoted-words.ts',
  'calendar.ts',
  'dates-in.ts',
  'surroundings.ts',
]

const filesIn = (folder: string): string[] =>
  readdirSync(join(repository, 'src/check/rules', folder))
    .filter((name) => name.endsWith('.ts') && !helpers.includes(name))
    .map((name) => name.replace('.ts', ''))
    .sort()

test('a rule is a file, a line in the table, a page and a folder of fixtures of one name', () => {
  expect([...filesIn('.'), ...filesIn('words'), ...filesIn('pairs'), ...ofFacts].sort()).toEqual(all)
  for (const id of ofFacts) expect(filesIn('facts')).toContain(id)
  expect(filesIn('words')).toEqual([...ofWords].sort())
  expect(filesIn('pairs')).toEqual([...ofPairs].sort())
  expect([...pages.keys()].filter((name) => !['README', 'sources'].includes(name)).sort()).toEqual(all)
  expect(readdirSync(join(repository, 'tests/fixtures/rules')).sort()).toEqual(all)
})

const headings = ['Why', 'Wrong', 'Right', 'Source', 'When it may be left alone']

test.each(all)('the page of %s has its parts in order', (id) => {
  const page = pages.get(id) ?? ''
  const [title, empty, summary = '', second, about = ''] = page.split('\n')
  expect([title, empty, second]).toEqual([`# ${id}`, '', ''])
  expect(summary).toMatch(/^[A-Z][^\n]+\.$/)
  expect(about).not.toBe('')
  expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings)
})

test.each(all)('the page of %s says for which period its rule has a ground', (id) => {
  const source = pages.get(id)?.split('## Source')[1]?.split('## When')[0] ?? ''
  const [period = ''] = source.split('\n').filter((line) => line.startsWith('Period: '))
  expect(period).toMatch(/^Period: (?:all|that of the (?:profile|glossary)|from .+ on)\b.*\.$/)
})

test('a rule whose period the kinds name has that period on its page', () => {
  const kinds = readdirSync(join(repository, 'templates/kinds')).map((name) =>
    readFileSync(join(repository, 'templates/kinds', name), 'utf8'),
  )
  // Which rule reads which key of a kind: none of them may be without the first meeting for which it holds.
  const keys = {'deadline-missed': 'deadline', submitter: 'submitters', 'draft-budget': 'costs-since'}
  for (const [id, key] of Object.entries(keys)) {
    const lines = kinds.flatMap((text) => text.split('\n').filter((line) => line.startsWith(`${key}:`)))
    expect(lines.length, key).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/since: "\d{4}-\d{2}-\d{2}"/)
    expect(pages.get(id)).toMatch(/^Period: from .+ on\b/m)
  }
})

test.each(rules)('the page of $id names every message of its family', ({id, reports}) => {
  const about = pages.get(id)?.split('\n')[4] ?? ''
  const named = [...about.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, name]) => name)
  if (reports.length > 1) expect(named.sort()).toEqual([...reports].sort())
  else expect(reports).toEqual([id])
})

test('a rule whose source is not confirmed only warns', () => {
  const unconfirmed = ofWords.filter((id) =>
    /not confirmed/.test(pages.get(id)?.split('## Source')[1]?.split('## When')[0] ?? ''),
  )
  expect(unconfirmed.length).toBeGreaterThan(3)
  for (const id of unconfirmed) expect(pages.get(id)?.split('\n')[4], id).toMatch(/^Warning/)
})

test('the severity on a page is that of its rule', () => {
  for (const id of ofWords) {
    const file = readFileSync(join(repository, 'src/check/rules/words', `${id}.ts`), 'utf8')
    const severity = new RegExp(`defineWordsRule\\(\\s*'${id}',\\s*'(error|warning)'`).exec(file)?.[1]
    expect(pages.get(id)?.split('\n')[4]?.toLowerCase(), id).toMatch(new RegExp(`^${severity}`))
  }
})

test('a rule about pairs says on its page whether it can be switched off', () => {
  const index = pages.get('README') ?? ''
  for (const {id, about} of pairRules) {
    const severity = about === 'structure' ? 'Error where the language is complete' : 'Warning ·'
    expect(pages.get(id)?.split('\n')[4], id).toMatch(new RegExp(`^${severity}`))
    expect(index, id).toContain(`| [${id}](${id}.md) | ${about === 'structure' ? 'never' : 'yes'} |`)
  }
})

test('the index names every rule and every rule of the house style', () => {
  const index = pages.get('README') ?? ''
  for (const id of all) expect(index, id).toContain(`[${id}](${id}.md)`)
  const ids = Array.from({length: 23}, (_, at) => `R${at + 1}`)
  expect([...index.matchAll(/^\| (R\d+) \|/gm)].map(([, id]) => id)).toEqual(ids)
  for (const [, path = ''] of index.matchAll(/\]\(([a-z-]+\.md)\)/g))
    expect(existsSync(join(repository, 'docs/rules', path)), path).toBe(true)
})
