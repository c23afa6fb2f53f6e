import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runCheck} from '../../src/commands/check.ts'
import {error, warning} from '../../src/message/index.ts'
import {causesLast} from '../../src/report/index.ts'
import {ran} from '../support/commands.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// One mistyped key, wherever it stands: what is wrong is read on one screen, without scrolling.

const screen = {columns: 80, lines: 12}

let root: string
beforeAll(async () => {
  root = await fixtureRoot()
})
afterAll(() => rm(root, {recursive: true}))

/** Lines as a screen breaks them. */
const wrapped = (text: string): string[] =>
  text
    .trimEnd()
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${screen.columns}}`, 'gu')) ?? [''])

const breaks: [string, string, string, string][] = [
  ['the decisions', 'documents/decisions/bear-trade/decisions.yaml', 'addressee', 'addresse'],
  ['a meeting', 'documents/meetings.yaml', 'code', 'coed'],
  ['a template', 'templates/labels.en.yaml', 'months', 'monhts'],
  ['a body', 'documents/sc58/bear-trade/body.en.md', 'title', 'titel'],
]

describe.each(breaks)('a broken key in %s', (_where, path, key, slip) => {
  beforeAll(async () => {
    const file = join(root, path)
    const isOurs = path.startsWith('templates/')
    await mkdir(dirname(file), {recursive: true})
    const text = isOurs ? `${key}: [January]\n` : await readFile(file, 'utf8')
    expect(text).toContain(`${key}:`)
    await writeFile(file, text.replace(`${key}:`, `${slip}:`))
    return () => (isOurs ? rm(join(root, 'templates'), {recursive: true}) : writeFile(file, text))
  })

  test.each([
    ['check', runCheck],
    ['build', runBuild],
  ] as const)(`takes at most ${screen.lines} lines of a screen, the cause last (%s)`, async (_name, run) => {
    const {status, out, err} = await ran(run, ['--root', root])
    expect(status).toBe(1)
    expect(wrapped(err + out).length).toBeLessThanOrEqual(screen.lines)
    const messages = err.split('\n').filter((line) => / (?:error|warning) /.test(line))
    expect(messages.at(-1)).toMatch(new RegExp(`^${path}:\\d+:\\d+: error .*“${slip}”`))
  })
})

test('warnings come before errors, and errors in a file that much is made from last', () => {
  const at = (path: string): {path: string; ruleId: string} => ({path, ruleId: 'a'})
  const messages = [
    error('Wrong.', at('documents/meetings.yaml')),
    error('Wrong.', at('documents/decisions/bears/tasks.yaml')),
    error('Wrong.', at('documents/sc58/bears/body.en.md')),
    warning('Odd.', at('documents/sc58/cats/body.en.md')),
    error('Wrong.', at('templates/labels.en.yaml')),
    error('Wrong.', at('documents/sc58/cats/body.en.md')),
  ]
  expect(causesLast(messages).map(({file}) => file)).toEqual([
    'documents/sc58/cats/body.en.md',
    'documents/sc58/bears/body.en.md',
    'documents/sc58/cats/body.en.md',
    'documents/decisions/bears/tasks.yaml',
    'documents/meetings.yaml',
    'templates/labels.en.yaml',
  ])
})
