import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {factsRules, pairRules, rules, wordsRules} from '../../src/check/index.ts'
import {repository} from '../support/content-root.ts'
import {messagesOf} from '../support/rule-examples.ts'

// The examples of every page in docs/rules/ are run: a wrong one gives what the page shows under it, a right one gives
// nothing. The messages are written by `npx vitest run tests/rules --update`.
const folder = join(repository, 'docs/rules')
const idsOf = new Map([
  ...rules.map(({id, reports}) => [id, reports] as const),
  ...[...wordsRules, ...factsRules, ...pairRules].map(({id}) => [id, [id]] as const),
])
const pages = readdirSync(folder).filter((name) => name !== 'README.md' && name !== 'sources.md')

const fence = /```((?:md|diff|resolution|pair)[^\n]*)\n([\s\S]*?)\n```(?:\n\n```text\n([\s\S]*?)```)?/g

describe.each(pages)('%s', (name) => {
  const path = join(folder, name)
  const text = readFileSync(path, 'utf8')
  const [wrong = '', right = ''] = text.split('\n## Right\n')
  const ids = idsOf.get(name.replace('.md', '')) ?? []
  const isOwn = (line: string): boolean => ids.some((id) => line.includes(` ${id}: `))

  test('each wrong example gives what stands under it, and nothing else', async () => {
    const shown = wrong.replace(fence, (_, kind: string, example: string) => {
      const found = messagesOf(kind, example)
      expect(found.length, example).toBeGreaterThan(0)
      expect(
        found.filter((line) => !isOwn(line)),
        example,
      ).toEqual([])
      return `\`\`\`${kind}\n${example}\n\`\`\`\n\n\`\`\`text\n${found.join('\n')}\n\`\`\``
    })
    await expect(`${shown}\n## Right\n${right}`).toMatchFileSnapshot(path)
  })

  test('each right example gives nothing', () => {
    const examples = [...right.matchAll(fence)]
    expect(examples.length).toBeGreaterThan(0)
    for (const [, kind = '', example = ''] of examples) expect(messagesOf(kind, example), example).toEqual([])
  })
})
