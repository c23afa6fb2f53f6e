import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runCheck} from '../../src/commands/check.ts'
import {ran} from '../support/commands.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// An error that keeps a named document from being built is shown, and the status says so, wherever it stands.

let root: string
beforeAll(async () => {
  root = await fixtureRoot()
})
afterAll(() => rm(root, {recursive: true}))

const commands: [string, typeof runBuild, string[]][] = [
  ['check', runCheck, []],
  ['check --final', runCheck, ['--final']],
  ['check --language', runCheck, ['--language', 'en']],
  ['check --format json', runCheck, ['--format', 'json']],
  ['check --format sarif', runCheck, ['--format', 'sarif']],
  ['check --format github', runCheck, ['--format', 'github']],
  ['check --format junit', runCheck, ['--format', 'junit']],
  ['build', runBuild, []],
  ['build --final', runBuild, ['--final']],
  ['build --format', runBuild, ['--format', 'txt']],
  ['build --verify', runBuild, ['--verify']],
]

const places: [string, string, string, string][] = [
  ['its decisions', 'documents/decisions/bear-trade/decisions.yaml', 'addressee:', 'addresse:'],
  [
    'the words of its decisions',
    'documents/decisions/bear-trade/decisions.en.yaml',
    'decisions:',
    'decision:',
  ],
  ['the meetings', 'documents/meetings.yaml', 'meetings:', 'meeting:'],
  ['the words of the meetings', 'documents/meetings.en.yaml', 'sc58:', 'sc85:'],
]

describe.each(places)('an error in %s', (_, path, before, after) => {
  beforeAll(async () => {
    const text = await readFile(join(root, path), 'utf8')
    expect(text).toContain(before)
    await writeFile(join(root, path), text.replace(before, after))
    return () => writeFile(join(root, path), text)
  })

  test.each(commands)('is shown by %s', async (_name, run, args) => {
    const {status, out, err} = await ran(run, ['sc58/bear-trade', ...args, '--root', root])
    expect(`${out}${err}`).toContain(path)
    expect(status).toBe(1)
  })

  // The other document has decisions of its own, and the same meetings.
  const due = path.includes('meetings') ? 1 : 0
  test(`gives a document of other decisions status ${due}`, async () => {
    const {status} = await ran(runCheck, ['sc58/otter-trade', '--root', root])
    expect(status).toBe(due)
  })
})

describe('an error in the templates', () => {
  const path = 'templates/labels.en.yaml'
  beforeAll(async () => {
    await mkdir(join(root, 'templates'))
    await writeFile(join(root, path), 'page: [\n')
    return () => rm(join(root, 'templates'), {recursive: true})
  })
  test.each(commands)('is shown by %s', async (_name, run, args) => {
    const {status, out, err} = await ran(run, ['sc58/bear-trade', ...args, '--root', root])
    expect(`${out}${err}`).toContain(path)
    expect(status).toBe(1)
  })
})

test('a document that is not in the language which is asked for is none', async () => {
  const path = join(root, 'documents/sc58/bear-trade/document.yaml')
  const text = await readFile(path, 'utf8')
  await writeFile(path, text.replace(', fr: complete', ''))
  await rm(join(root, 'documents/sc58/bear-trade/body.fr.md'))
  const {status, err} = await ran(runCheck, ['sc58/bear-trade', '--language', 'fr', '--root', root])
  expect(status).toBe(2)
  expect(err).toBe('The document “sc58/bear-trade” is not in fr: its document.yaml names its languages.')
})

test('of a name that is mistyped the nearest is said, and not all', async () => {
  const {status, err} = await ran(runCheck, ['sc58/baer-trade', '--root', root])
  expect(status).toBe(2)
  expect(err).toBe('There is no document “sc58/baer-trade”. Is “sc58/bear-trade” meant?')
})

test('of a document that is not made as the facts stand, what is wrong in English is not said to who asks for French', async () => {
  const project = await copyRoot('documents')
  await writeFile(join(project, 'documents/cop15/conf-11-3/body.en.md'), '# No front matter\n')
  const french = await ran(runCheck, ['--language', 'fr', '--root', project])
  const english = await ran(runCheck, ['--language', 'en', '--root', project])
  await removeRoot(project)
  expect({status: french.status, err: french.err}).toEqual({status: 0, err: ''})
  expect(english.err).toContain('documents/cop15/conf-11-3/body.en.md:1:1: error')
})
