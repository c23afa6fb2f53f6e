import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {run} from '../src/commands/new.ts'
import {build} from '../src/index.ts'
import {besideLedgers} from './support/beside-ledgers.ts'
import {ran} from './support/commands.ts'
import {repository} from './support/content-root.ts'
import {followed, followedInProject, houseTests} from './support/recipes.ts'

// Each recipe of CONTRIBUTING.md, followed from that page alone: a folder of tests/fixtures/recipes/ (see followed). What it led to
// is accepted by the check, and works.

type Built = Awaited<ReturnType<typeof build>>

const textOf = ({outputs}: Built, path: string): string =>
  new TextDecoder().decode(outputs.get(path)?.bytes).replaceAll('\u00a0', ' ')

const linesOf = ({messages}: Built): string[] =>
  besideLedgers(messages).map(({file, line, ruleId, reason}) => `${file}:${line} ${ruleId}: ${reason}`)

test('a document of a kind is built in its languages, and begun in all of them', async () => {
  const root = followed('kind', ['kind'])
  const words = ['--title', 'Bears', '--language', 'en', '--language', 'fr']
  const made = await ran(run, [
    'sc58/new',
    '--kind',
    'concept-note',
    '--subject',
    'bear-trade',
    ...words,
    '--root',
    root,
  ])
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
  const copy = followedInProject('project', [
    'rule-as-data',
    'rule-as-code',
    'format',
    'facts-in-the-package',
  ])
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

  /** What is found in each case of a rule, and what its case says. */
  async function casesOf(rule: string): Promise<[name: string, found: string, messages: string][]> {
    const {messagesOf} = await support<typeof import('./support/rule-examples.ts')>('rule-examples')
    const folder = join(copy, 'tests/fixtures/rules', rule)
    return readdirSync(folder).map((name) => {
      const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8').trimEnd()
      return [name, messagesOf('md en', read('input.en.md')).join('\n'), read('messages.txt')]
    })
  }

  test('a rule as data finds what its case says', async () => {
    const cases = await casesOf('spelling')
    expect(cases.map(([name]) => name)).toContain('online-has-no-hyphen')
    for (const [name, found, messages] of cases) expect(found, name).toBe(messages)
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
    const cases = await casesOf('word-slash')
    expect(cases).toHaveLength(2)
    for (const [name, found, messages] of cases) expect(found, name).toBe(messages)
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
    const file = 'documents/decisions/bear-trade/courses'
    const changed = (path: string, from: string, to: string): [string, string] => [
      path,
      readFileSync(join(copy, path), 'utf8').replace(from, to),
    ]
    const changes = new Map([
      changed(`${file}.yaml`, '2008-05-19', '2009-04-19'),
      changed(`${file}.en.yaml`, 'third-course', 'last-course'),
    ])
    expect(linesOf(await project.build({root: copy, formats: [], changes}))).toEqual([
      `${file}.en.yaml:4 unknown-course: There is no course “last-course”. Write one of: first-course, second-course, third-course.`,
      `${file}.yaml:3 entry-order: This course began on 2009-03-02, before the one above it (2009-04-19). Write the earliest first.`,
    ])
    const {readRulePages} = (await import(
      join(copy, 'src/package-files.ts')
    )) as typeof import('../src/package-files.ts')
    const {rulePages} = (await import(
      join(copy, 'src/report/index.ts')
    )) as typeof import('../src/report/index.ts')
    expect(rulePages(await readRulePages()).has('unknown-course')).toBe(true)
  })
})
