import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {checkContent} from '../../src/content.ts'
import {load} from '../../src/load/index.ts'
import {addAll, choices, few, largest, nearest} from '../../src/message/index.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// Much of what is wrong: it ends soon, in few messages, which name a few names.

const glossary = 'documents/glossary.yaml'
const found = (text: string, path = glossary): {rules: string[]; count: number} => {
  const {messages} = load(new Map([[path, new TextEncoder().encode(text)]]))
  for (const {reason} of messages) expect(reason).not.toMatch(/call stack|undefined|\bnull\b/i)
  return {rules: [...new Set(messages.map(({ruleId}) => String(ruleId)))], count: messages.length}
}

describe('a file of faults', () => {
  test.each([
    ['numbers that are none', `a: [\n${'  .nan,\n'.repeat(12_000)}]\n`, 'yaml-number'],
    ['tags', `a: [\n${'  !!str a,\n'.repeat(5_000)}]\n`, 'yaml-tag'],
    ['keys of another form', `a:\n${'  - {A: b}\n'.repeat(5_000)}`, 'yaml-key'],
    ['keys twice', `a:\n${'  - {b: c, b: c}\n'.repeat(3_000)}`, 'yaml-syntax'],
  ])('%s: at most a hundred and some are said', (_what, text, rule) => {
    const {rules, count} = found(text)
    expect(rules).toEqual([rule])
    expect(count).toBeLessThan(1_100)
  })
})

describe('YAML that is deeper than the stack', () => {
  test.each([
    ['lists on one line', `${'- '.repeat(3_000)}a\n`, 'yaml-depth'],
    ['lists of nothing', '- '.repeat(3_000), 'yaml-depth'],
    ['lists under a key', `a:\n  ${'- '.repeat(3_000)}a\n`, 'yaml-depth'],
    ['brackets', `a: ${'['.repeat(3_000)}${']'.repeat(3_000)}\n`, 'yaml-depth'],
    ['braces', `a: ${'{b: '.repeat(3_000)}c${'}'.repeat(3_000)}\n`, 'yaml-depth'],
    ['lines', Array.from({length: 900}, (_, at) => `${' '.repeat(at)}a:\n`).join(''), 'yaml-depth'],
    ['brackets that are never closed', `a: ${'['.repeat(3_000)}\n`, 'yaml-syntax'],
  ])('%s', (_what, text, rule) => {
    expect(found(text)).toEqual({rules: [rule], count: 1})
    // In a front matter the limits of Markdown come before; whatever is said, nobody runs out of anything.
    const front = `---\ntitle: b\nc:\n  ${text.trimEnd().replaceAll('\n', '\n  ')}\n---\n\nWords.\n`
    expect(found(front, 'documents/a/b/body.en.md').count).toBe(1)
  })

  test('brackets in words are words', () => {
    expect(found(`a:\n${'  - "[[[[ {{{{"\n'.repeat(100)}`).rules).toEqual([])
  })
})

describe('names', () => {
  const ids = Array.from({length: 1_000}, (_, at) => `${'x'.repeat(56)}${String(at).padStart(4, '0')}`)

  test('of many names a message offers three, and the nearest where one is near', () => {
    expect(choices('z', ids)).toBe(`one of the 1000 that there are, such as ${ids.slice(0, 3).join(', ')}`)
    expect(choices(`${ids[7]}y`, ids)).toBe(`“${ids[7]}”`)
    expect(choices('zzz', ['a', 'bb', 'cc'])).toBe('one of: a, bb, cc')
    expect(choices('z', [])).toBe('another')
    expect(choices('bear-paper', ['agenda', 'bear-document', 'cat-document', 'draft', 'bear'])).toBe(
      'one of the 5 that there are, such as bear-document, bear, agenda',
    )
    expect(few(ids)).toBe(`${ids.slice(0, 3).join(', ')}, …`)
    expect(few(ids.slice(0, 4))).toBe(ids.slice(0, 4).join(', '))
  })

  test('thousands of slips make no more messages than can be shown', async () => {
    const root = await fixtureRoot()
    const path = 'documents/sc58/bear-trade/body.en.md'
    const text = await readFile(join(root, path), 'utf8')
    const slips = Array.from({length: 12}, () => ':decision[z] '.repeat(200)).join('\n\n')
    const {messages} = await checkContent({
      root,
      documents: ['sc58/bear-trade'],
      languages: ['en'],
      changes: new Map([[path, `${text}\n${slips}\n`]]),
    })
    await rm(root, {recursive: true})
    const own = messages.filter(({ruleId}) => ruleId === 'unknown-decision')
    expect(own.length).toBeGreaterThan(100)
    expect(own.length).toBeLessThanOrEqual(500)
    for (const {reason} of own) expect(reason.length).toBeLessThan(200)
  })

  test('the nearest is found among a thousand names that differ in their last letters', () => {
    for (let at = 0; at < 100; at++) expect(nearest(`${ids[at]}q`, ids)).toBe(ids[at])
  })
})

test('a list of any length is added to another, and has a largest number', () => {
  const long = Array.from({length: 300_000}, (_, at) => at)
  const list: number[] = []
  addAll(list, long)
  expect(list).toHaveLength(300_000)
  expect(largest(long)).toBe(299_999)
  expect(largest([], 1)).toBe(1)
})
