import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {wordsRules} from '../../src/check/index.ts'
import {checkedProject} from '../support/built.ts'
import {repository} from '../support/content-root.ts'
import {messagesOf} from '../support/rule-examples.ts'

// Where rules have nothing to say. Right examples themselves are run by pages.test.ts, real documents before a slip by
// slips.test.ts.
const page = (id: string): string => readFileSync(join(repository, 'docs/rules', `${id}.md`), 'utf8')
const languages = ['en', 'fr', 'es']

/** Languages of the right examples of a page. */
function rightIn(id: string, form: string): string[] {
  const [, right = ''] = page(id).split('\n## Right\n')
  const found = [...right.matchAll(/^```(md|resolution|diff)(?: ([a-z]{2}))?/gm)]
  return [...new Set(found.flatMap(([, kind, language]) => (kind === form && language ? [language] : [])))]
}

describe('right examples', () => {
  const index = readFileSync(join(repository, 'docs/rules/README.md'), 'utf8')

  test.each(wordsRules.map(({id}) => id))('%s has one in each language that the index gives it', (id) => {
    const cells =
      new RegExp(`^\\| \\[${id}\\]\\(${id}\\.md\\) \\|(.+)\\|$`, 'm').exec(index)?.[1]?.split('|') ?? []
    const expected = languages.filter((_, at) => cells[at]?.trim() === 'yes')
    expect(expected.length).toBeGreaterThan(0)
    expect(rightIn(id, 'md').sort()).toEqual([...expected].sort())
  })

  test.each(['clause-verb', 'draft-budget', 'repeal-last', 'resolution-task'])(
    '%s has one in each language',
    (id) => {
      expect(rightIn(id, 'resolution').sort()).toEqual([...languages].sort())
    },
  )
})

test('the documents of the project are silent, and none of their sources switches a rule off', async () => {
  const {messages, documents, texts} = await checkedProject()
  expect(messages).toEqual([])
  expect(new Set(documents.map(({language}) => language))).toEqual(new Set(languages))
  const off = [...texts].filter(([, text]) => /::disable|^\s*#\s*disable\b/m.test(text))
  expect(off.map(([path]) => path)).toEqual([])
})

/** The seed as Markdown of ours: its lists numbered, raised letters as directives, the numbers left to the build. */
function seedBody(): string {
  const lines = readFileSync(
    join(repository, 'tests/fixtures/seed/cop14-internet-trade.fr.md'),
    'utf8',
  ).split('\n')
  return lines
    .map((line) =>
      line
        .replace(/<sup>(.*?)<\/sup>/g, ':sup[$1]')
        .replace(/^- 14\.XX |^14\.XX /, '')
        .replace(/^( *)- [a-z]+\) /, (_, space: string) => `${space.length > 0 ? '   ' : ''}1. `)
        // The file is plain text, which has no such spaces.
        .replace(/(Doc\.) (?=\d)|(\d) (?=juin)/g, '$1$2\u00a0'),
    )
    .join('\n')
}

test('the French of the seed, which was not written for any rule, is as the rules ask', () => {
  const body = seedBody()
  expect(body).toContain('1. en faisant appel à un consultant qualifié')
  expect(messagesOf('md fr', body)).toEqual([])
})
