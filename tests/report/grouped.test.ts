import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/check.ts'
import {run as runTranslate} from '../../src/commands/translate.ts'
import {error, warning} from '../../src/message/index.ts'
import {grouped} from '../../src/report/index.ts'
import {ran} from '../support/commands.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// What stands at the same unit in several languages is told once, with its places.

const body = (words: string): string => `---
title: ${words}
---

${words} XX. ^first

:::example
${words} again. ^second
:::
`
const texts = new Map([
  ['documents/a/b/body.en.md', body('Words')],
  ['documents/a/b/body.es.md', body('Palabras')],
  ['documents/a/b/body.fr.md', `\n${body('Mots')}`.trimStart().replace('XX. ^first', 'XX.\nXX ^first')],
  ['documents/x.en.yaml', 'bears:\n  brown: {name: XX}\n  white:\n    name: XX\n'],
  ['documents/x.fr.yaml', 'bears:\n  # A remark.\n  brown: {name: XX}\n  white:\n    name: XX\n'],
])
const at = (file: string, line: number, reason = 'A mark.', rule = 'mark') =>
  error(reason, {path: file, ruleId: rule, place: {start: {line, column: 1}, end: {line, column: 2}}})

const told = (messages: Parameters<typeof grouped>[0]): string[] =>
  grouped(messages, texts).map((message) =>
    [
      `${message.file}:${message.line}`,
      ...(message.also ?? []).map(({file, line}) => `${file}:${line}`),
    ].join(' = '),
  )
const [en, es, fr] = ['en', 'es', 'fr'].map((code) => `documents/a/b/body.${code}.md`) as [
  string,
  string,
  string,
]

describe('findings are one', () => {
  test('at the same unit of Markdown, wherever its line is', () => {
    expect(told([at(en, 5), at(es, 5), at(fr, 6)])).toEqual([`${en}:5 = ${es}:5 = ${fr}:6`])
    expect(told([at(en, 7), at(fr, 8)])).toEqual([`${en}:7 = ${fr}:8`])
  })
  test('at the same key of a front matter and of YAML', () => {
    expect(told([at(en, 2), at(es, 2), at(fr, 2)])).toEqual([`${en}:2 = ${es}:2 = ${fr}:2`])
    expect(told([at('documents/x.en.yaml', 4), at('documents/x.fr.yaml', 5)])).toEqual([
      'documents/x.en.yaml:4 = documents/x.fr.yaml:5',
    ])
  })
  test('where they quote the words of their language', () => {
    expect(told([at(en, 5, '“Words” is wrong.'), at(fr, 5, '“Mots” is wrong.')])).toEqual([
      `${en}:5 = ${fr}:5`,
    ])
  })
  test('and then each keeps its own words, which its translator needs', () => {
    const [one] = grouped([at(en, 5, '“Words” is wrong.'), at(fr, 5, '“Mots” is wrong.')], texts)
    expect(one?.also).toEqual([{file: fr, line: 5, column: 1, message: '“Mots” is wrong.'}])
    const [same] = grouped([at(en, 5), at(fr, 5)], texts)
    expect(same?.also).toEqual([{file: fr, line: 5, column: 1}])
  })
  test('each with its own where a unit has several', () => {
    expect(told([at(en, 5), at(en, 5), at(fr, 5), at(fr, 6)])).toEqual([
      `${en}:5 = ${fr}:5`,
      `${en}:5 = ${fr}:6`,
    ])
  })
})

describe('findings are told apart', () => {
  test.each([
    ['at other units', [at(en, 5), at(fr, 8)]],
    ['of other rules', [at(en, 5), at(fr, 5, 'A mark.', 'other')]],
    ['in other words', [at(en, 5), at(fr, 5, 'Another.')]],
    ['of one file', [at(en, 5), at(en, 5)]],
    ['of another kind of file', [at('documents/x.en.yaml', 2), at('documents/y.fr.yaml', 3)]],
    [
      'in a file of no language',
      [at('documents/a/b/document.yaml', 5), at('documents/a/b/document.yaml', 5)],
    ],
    [
      'one of which refuses its document and the other does not',
      [
        at(en, 5),
        warning('A mark.', {
          path: fr,
          ruleId: 'mark',
          place: {start: {line: 5, column: 1}, end: {line: 5, column: 1}},
        }),
      ],
    ],
  ])('%s', (_what, messages) => {
    expect(grouped(messages, texts)).toEqual(messages)
  })
})

describe('the command', () => {
  let root: string
  beforeAll(async () => {
    root = await fixtureRoot()
    for (const code of ['en', 'fr']) {
      const file = join(root, `documents/sc58/bear-trade/body.${code}.md`)
      const text = await readFile(file, 'utf8')
      // An error in both languages; in English two spaces, which can be mended.
      await writeFile(
        file,
        text
          .replace('1. the size; and', '1. XX  the size; and')
          .replace("1. l'ampleur; et", "1. XX l'ampleur; et"),
      )
    }
    await ran(runTranslate, ['confirm', '--all', '--root', root])
  })
  afterAll(() => rm(root, {recursive: true}))

  test('tells an error of two languages once, counts what can be mended, and lists it when asked', async () => {
    const first = await ran(run, ['--root', root])
    expect(first.status).toBe(1)
    expect(first.err.match(/error placeholder/g)).toHaveLength(1)
    expect(first.err).toMatch(
      /body\.en\.md:13:\d+: error .*\n.*\n.*\n {2}the same: documents\/sc58\/bear-trade\/body\.fr\.md:13:4\n/,
    )
    expect(first.err).not.toContain('space-double')
    expect(first.err).toContain(
      '1 warning is mended by “cites-docs check --fix” (“cites-docs check --all” lists them).',
    )
    expect(first.out).toContain(': 1 error, 1 warning.')
    const all = await ran(run, ['--root', root, '--all'])
    expect(all.err).toContain('space-double')
    expect(all.err).not.toContain('mended by')
  })

  test('names the other places in every form for programs', async () => {
    for (const [form, place] of [
      ['json', /"also": \[\s+\{\s+"file": "documents\/sc58\/bear-trade\/body\.fr\.md",\s+"line": 13,/],
      ['sarif', /"relatedLocations": \[[^\]]+body\.fr\.md/],
      ['github', /::error file=[^\n]+%0AThe same: documents\/sc58\/bear-trade\/body\.fr\.md:13:4/],
      ['junit', /the same: documents\/sc58\/bear-trade\/body\.fr\.md:13:4/],
    ] as const) {
      const {out} = await ran(run, ['--root', root, '--format', form])
      expect(out, form).toMatch(place)
    }
  })
})
