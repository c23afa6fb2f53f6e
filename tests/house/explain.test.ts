import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {pairRules, rules, switchableIds, wordsRules} from '../../src/check/index.ts'
import {readRulePages} from '../../src/package-files.ts'
import {rulePages} from '../../src/report/index.ts'
import {repository} from '../support/content-root.ts'

// `cites-docs explain` answers for every message that can appear: what it is, an example, what to write.
const pages = await readRulePages()
const explained = rulePages(pages)

const name = '([a-z]+(?:-[a-z0-9]+)+)'
/** How an id is written where a message is made: as a key, before or behind the words of the message, or as a choice. */
const forms = [
  `\\b(?:ruleId|rule):\\s*'${name}'`,
  `'${name}',\\s*(?:\`|'[^'\\n]* [^'\\n]*'|"|unknown\\(|is[A-Z]\\w*\\s*\\?|\\w*[rR]eason\\b)`,
  `(?:\`|\\)|[rR]eason),\\s*'${name}',?\\s*\\)`,
  `\\?\\s*'${name}'\\s*:\\s*'[a-z-]+',`,
  `\\?\\s*'[a-z-]+'\\s*:\\s*'${name}',`,
].map((form) => new RegExp(form, 'g'))
/** What is written in the same form and is the name of something else. */
const others = new Set([
  'annex-title',
  'as-of',
  'chair-within',
  'clause-list',
  'decision-reference',
  'draft-decision',
  'draft-decision-reference',
  'draft-label',
  'draft-resolution',
  'footnote-reference',
  'paragraph-reference',
  'phrase-name',
  'quotation-list',
  'table-heading',
  'table-text',
  'title-circle',
])

/** Ids in the code of a file. */
const idsIn = (text: string): string[] =>
  forms.flatMap((form) => [...text.matchAll(form)].map(([, id = '']) => id)).filter((id) => !others.has(id))

/** Ids that are put together while it runs, from what stands in these files. */
function composedIds(): string[] {
  const schema =
    /const ruleNames = new Map\(\[([\s\S]*?)\]\)/.exec(read('src/validate/validate.ts'))?.[1] ?? ''
  return [...schema.matchAll(/, '([a-z-]+)'\]/g)].map(([, rule]) => `schema-${rule}`)
}

const read = (path: string): string => readFileSync(join(repository, path), 'utf8')

/** Ids of messages that a fixture has seen. */
function seenIds(): string[] {
  const folder = join(repository, 'tests/fixtures/messages')
  const cases = readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory())
  return cases.flatMap((entry) => {
    const text = readFileSync(join(folder, entry.name, 'messages.txt'), 'utf8')
    return [...text.matchAll(/^\S+:\d+:\d+: (?:error|warning) (\S+):/gm)].map(([, id = '']) => id)
  })
}

const inCode = readdirSync(join(repository, 'src'), {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) => idsIn(read(`src/${path}`)))
const ofRules = [...rules.flatMap(({reports}) => reports), ...[...wordsRules, ...pairRules].map(({id}) => id)]
const all = [...new Set([...inCode, ...ofRules, ...composedIds(), ...seenIds()])].sort()

test('explain answers for every id in the code, and for every one that a test has seen', () => {
  expect(all.length).toBeGreaterThan(220)
  expect(all.filter((id) => !explained.has(id))).toEqual([])
})

test('no answer is generic: what is wrong, an example, what to write', () => {
  const bare = all.filter((id) => {
    const text = explained.get(id)?.text ?? ''
    const own = /^# .+\n\n(.+)\n\nFor example: (.+)\n\n(.+)\n$/.exec(text)
    // A rule has a page, with examples that are run.
    const isPage = text.includes('\n## Wrong\n') && text.includes('\n## Right\n')
    return !isPage && !own?.slice(1).every((part) => part.length >= 8 && /[.:)`”]$/.test(part))
  })
  expect(bare).toEqual([])
})

test('no two messages about files share their answer', () => {
  const rows = [...explained].filter(([, {name: page}]) => page === 'sources').map(([, {text}]) => text)
  const answers = rows.map((text) => text.split('\n').slice(2).join('\n'))
  expect(answers.filter((answer, at) => answers.indexOf(answer) !== at)).toEqual([])
})

test('an id is found in each form, and one without an answer is told', () => {
  const code = `say(a, 'one-id', \`Words.\`)
    error(reason, {ruleId: 'two-id', place})
    report(path, place, isHere ? 'three-id' : 'four-id', 'Words here.')
    noticed(x, reason, 'five-id')
    say(yaml, p, 'six-id', unknown('kind', id, ids))`
  const ids = ['five-id', 'four-id', 'one-id', 'six-id', 'three-id', 'two-id']
  expect([...new Set(idsIn(code))].sort()).toEqual(ids)
  expect(ids.filter((id) => !explained.has(id))).toEqual(ids)
})

test('the index marks which rules can be switched off', () => {
  const index = pages.get('README') ?? ''
  const rows = [...index.matchAll(/^\| \[([a-z-]+)\]\([a-z-]+\.md\) \|.*\| (yes|never) \|$/gm)]
  const ofDocuments = rules.map(({id}) => id)
  const marked = rows.filter(([, id = '']) => ofDocuments.includes(id))
  expect(marked.map(([, id]) => id)).toEqual(ofDocuments)
  for (const [, id = '', mark] of marked) {
    const {reports} = rules.find((rule) => rule.id === id) ?? {reports: []}
    expect(
      reports.every((own) => switchableIds.includes(own) === (mark === 'yes')),
      id,
    ).toBe(true)
    expect(
      /^Never\b/m.test(pages.get(id)?.split('## When it may be left alone')[1] ?? '') && mark === 'yes',
      id,
    ).toBe(false)
  }
  expect(index).toContain('All of them can be switched off.')
  expect(wordsRules.every(({id}) => switchableIds.includes(id))).toBe(true)
})
