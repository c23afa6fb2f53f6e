import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../src/commands/new.ts'
import {build} from '../src/index.ts'
import {ran} from './support/commands.ts'
import {repository} from './support/content-root.ts'
import {followed, followedInProject, houseTests} from './support/recipes.ts'

// Each recipe of CONTRIBUTING.md, followed from that page alone: a folder of tests/fixtures/recipes/ (see followed). What it led to
// is accepted by the check, and works.

type Built = Awaited<ReturnType<typeof build>>

const textOf = ({outputs}: Built, path: string): string =>
  new TextDecoder().decode(outputs.get(path)?.bytes).replaceAll('\u00a0', ' ')

const linesOf = ({messages}: Built): string[] =>
  messages.map(({file, line, ruleId, reason}) => `${file}:${line} ${ruleId}: ${reason}`)

test('a rule as data is kept by all documents', async () => {
  const built = await build({root: followed('rule-as-data', ['rule-as-data']), formats: ['txt']})
  expect(linesOf(built)).toEqual([
    'documents/sc58/bear-trade/body.en.md:11 spelling: “on-line” is not how documents write it. Write “online”.',
  ])
})

test('a document of a kind is built in its languages, and begun in all of them', async () => {
  const root = followed('kind', ['kind'])
  const words = ['--title', 'Bears', '--language', 'en', '--language', 'fr']
  const made = await ran(run, ['sc58/new', '--kind', 'concept-note', ...words, '--root', root])
  expect(made).toMatchObject({status: 0, err: ''})
  const built = await build({root, formats: ['txt']})
  expect(linesOf(built)).toEqual([])
  expect(textOf(built, 'sc58/new.en.txt')).toContain('1. The project implements Decision 14.90°. [Say what')
  expect(textOf(built, 'notes/bear-trade.en.txt')).toContain('CONCEPT NOTE\n\nA SURVEY OF TOY BEARS\n')
  expect(textOf(built, 'notes/bear-trade.fr.txt')).toContain(
    "Objectifs\n\n1. Conformément à la décision 14.90°, l'étude doit:\n   a) trouver qui fabrique les ours; et\n",
  )
})

test('a document is built in a language', async () => {
  const built = await build({root: followed('language', ['language']), formats: ['txt']})
  expect(linesOf(built)).toEqual([])
  const text = textOf(built, 'sc58/bear-trade.pt.txt')
  expect(text).toContain(
    'Quinquagésima oitava reunião do Comité Permanente\n\nGenebra (Suíça), 6-10 de julho de 2009\n',
  )
  expect(text).toContain(
    '4. Convida-se o Comité Permanente a tomar nota do parágrafo 3 b) ii) e da Decisão 14.90° a) ii).',
  )
})

test('facts of a root are printed as a table, a count and a sum, as they were known on the day', async () => {
  const built = await build({root: followed('facts-in-a-root', ['facts-in-a-root']), formats: ['txt']})
  expect(linesOf(built)).toEqual([])
  const text = textOf(built, 'sc58/bear-trade.fr.txt')
  expect(text).toContain('4. Lors de 2 saisies°, 1 230° ours ont été trouvés.\n')
  expect(text).toContain(
    'Date | Etat | Observations | Pièces\n8 novembre 2008 | Etat A | Trouvés dans un conteneur | 1 200\n20 février 2009° | Etat B° | Envoyés par la poste° | 30°\nTotal |  |  | 1 230°\n',
  )
})

// The recipes of code are followed in one copy of the project, one after the other.
describe('in a copy of the project', async () => {
  const copy = followedInProject('project', ['rule-as-code', 'format', 'facts-in-the-package'])
  const project = (await import(join(copy, 'src/index.ts'))) as {build: typeof build}
  const support = async <Module>(name: string): Promise<Module> =>
    (await import(join(copy, `tests/support/${name}.ts`))) as Module

  describe('the tests of the house hold:', async () => {
    for (const name of houseTests) await import(join(copy, `tests/house/${name}.ts`))
  })

  test('what was written compiles', () => {
    const options = ['--noEmit', '--composite', 'false', '--declaration', 'false', '--incremental', 'false']
    const compiler = join(repository, 'node_modules/.bin/tsc')
    execFileSync(compiler, ['-p', copy, ...options, '--tsBuildInfoFile', 'null', '--singleThreaded'])
  })

  let built: Promise<Built> | undefined
  const everything = (): Promise<Built> => {
    built ??= project.build({root: copy, formats: ['outline', 'txt']})
    return built
  }

  test('the check accepts all of it', async () => {
    expect(linesOf(await everything())).toEqual([])
  })

  test('a rule as code reports its slip, and what its cases and its page show', async () => {
    const {makers} = await support<typeof import('./support/slip-makers.ts')>('slip-makers')
    const {slipsIn} = await support<typeof import('./support/slips.ts')>('slips')
    const {messagesOf} = await support<typeof import('./support/rule-examples.ts')>('rule-examples')
    const body = (code: string): string => `documents/sc58/bear-trade/body.${code}.md`
    const texts = new Map(
      ['en', 'fr'].map((code) => [body(code), readFileSync(join(copy, body(code)), 'utf8')]),
    )
    const [maker] = makers.filter(({rule}) => rule === 'word-slash')
    for (const code of ['en', 'fr']) {
      const [slip] = maker ? slipsIn(maker, maker.change[code] ?? [/^/, ''], code, texts) : []
      // The first four lines are its front matter.
      const found = messagesOf(`md ${code}`, (slip?.text ?? '').split('\n').slice(4).join('\n'))
      expect(found).toEqual([
        expect.stringMatching(`^${(slip?.at.line ?? 0) - 4}:\\d+: warning word-slash: `),
      ])
    }
    const cases = join(copy, 'tests/fixtures/rules/word-slash')
    for (const name of readdirSync(cases)) {
      const [input = '', messages] = ['input.en.md', 'messages.txt'].map((file) =>
        readFileSync(join(cases, name, file), 'utf8').trimEnd(),
      )
      expect(messagesOf('md en', input).join('\n'), name).toBe(messages)
    }
    const page = readFileSync(join(copy, 'docs/rules/word-slash.md'), 'utf8')
    const examples = /```(md [^\n]*)\n([\s\S]*?)\n```(?:\n\n```text\n([\s\S]*?)\n```)?/g
    for (const [, kind = '', example = '', shown = ''] of page.matchAll(examples))
      expect(messagesOf(kind, example).join('\n'), example).toBe(shown)
  })

  test('a format gives its bytes', async () => {
    const outline = textOf(await everything(), 'sc58/bear-trade.fr.outline')
    expect(outline).toBe('SC58 Doc. 12\nIntroduction\nRecommandations\n')
  })

  test('a sort of facts prints its table and its facts, and finds what cannot be right', async () => {
    const text = textOf(await everything(), 'sc58/bear-trade.en.txt')
    expect(text).toContain('In 2 courses°, 1,224° officers were trained.\n')
    expect(text).toContain(
      'Courses held by 7 May 2009\nDate | Course | Officers\n19 May 2008 | Identification of bears | 24\n2 March 2009° | Sales on the Internet° | 1,200°\nTotal |  | 1,224°\n',
    )
    const path = 'documents/decisions/bear-trade/courses.yaml'
    const records = readFileSync(join(copy, path), 'utf8').replace('2008-05-19', '2009-04-19')
    const wrong = await project.build({root: copy, formats: [], changes: new Map([[path, records]])})
    expect(linesOf(wrong)).toEqual([
      `${path}:3 entry-order: This course began on 2009-03-02, before the one above it (2009-04-19). Write the earliest first.`,
    ])
  })
})
