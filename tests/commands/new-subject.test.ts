import {readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/new.ts'
import {build, check} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {ran} from '../support/commands.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'

// `cites-docs new --subject`: what it makes is valid as it is, and a document can begin with it.

let root: string
beforeEach(async () => {
  root = await copyRoot('documents')
})
afterEach(() => removeRoot(root))

const folder = (): string => join(root, 'documents/decisions/toy-bears')
const start = (...args: string[]) => ran(run, [...args, '--root', root])

test('a subject has a decision, its tasks and their words in every language, and nothing is wrong in it', async () => {
  const {status, out, err} = await start('--subject', 'toy-bears', '--title', 'Trade in toy bears')
  expect({status, err}).toEqual({status: 0, err: ''})
  expect((await readdir(folder())).sort()).toEqual(
    ['decisions', 'tasks']
      .flatMap((name) => ['en.yaml', 'es.yaml', 'fr.yaml', 'yaml'].map((end) => `${name}.${end}`))
      .concat(['translation.es.jsonl', 'translation.fr.jsonl']),
  )
  expect(out).toContain('Its decisions are those of CoP14; --meeting names another.')
  expect(await readFile(join(folder(), 'decisions.en.yaml'), 'utf8')).toMatch(
    /^subject: "Trade in toy bears"$/m,
  )
  expect(await readFile(join(folder(), 'decisions.fr.yaml'), 'utf8')).toMatch(/^subject: "Toy bears"$/m)
  const {messages} = await check({root})
  expect(messages.map(String)).toEqual([])
})

test('a document of it is built with its decision and its tasks, and every hint is to be replaced', async () => {
  await start('--subject', 'toy-bears')
  const kind = ['--kind', 'standing-committee-document', '--title', 'Toy bears']
  expect((await start('sc58/toy-bears', ...kind)).out).toContain('Its subject is toy-bears')
  const {outputs, messages} = await build({root, documents: ['sc58/toy-bears'], formats: ['txt']})
  expect(messages.map(String)).toEqual([])
  const text = new TextDecoder().decode(outputs.get('sc58/toy-bears.en.txt')?.bytes)
  expect(text).toContain('The Secretariat shall:')
  expect(text).toContain('[What is done to carry out the first provision]')
  const final = await check({root, documents: ['sc58/toy-bears'], final: true})
  expect(final.messages.filter(({ruleId}) => ruleId === 'final-hint').length).toBeGreaterThan(5)
})

describe('every kind begins, without what only other facts would print', () => {
  const meetings: [string, string, string][] = [
    ['conference-document', 'cop15', 'budget.yaml'],
    ['notification', 'sc58', 'notification.yaml'],
    ['funding-appeal', 'sc58', 'funding.yaml'],
    ['workshop-report', 'sc58', 'programme.yaml'],
    ['review-of-replies', 'sc58', 'replies.yaml'],
  ]
  test.each(meetings)('%s', async (kind, meeting, named) => {
    await start('--subject', 'toy-bears')
    const {status, out} = await start(`${meeting}/toy-bears`, '--kind', kind, '--title', 'Toy bears')
    expect(status).toBe(0)
    expect(out).toContain(named)
    const {messages} = await check({root, documents: [`${meeting}/toy-bears`]})
    const expected = ['draft-budget', 'words-missing', 'agenda-row-missing']
    expect(messages.filter(({ruleId = ''}) => !expected.includes(ruleId)).map(String)).toEqual([])
  })
})

test('a Notification has the day that notification.yaml says, and a Party its office', async () => {
  await start('--subject', 'toy-bears')
  const facts = 'document: sc58/notified\ndate: "2009-02-03"\nreply-by: "2009-05-01"\n'
  await writeFile(join(folder(), 'notification.yaml'), facts)
  const notified = await start(
    ...['sc58/notified', '--kind', 'notification', '--title', 'T', '--subject', 'toy-bears'],
  )
  expect(notified.out).toContain('Nothing is known about “reply-to”')
  expect(await yamlOf('sc58/notified')).toContain('date: "2009-02-03"')
  const party = ['--kind', 'conference-document', '--author', 'canada', '--language', 'fr', '--title', 'Ours']
  const {status, out} = await start('cop15/bears', ...party)
  expect({status, hints: out.includes('other languages')}).toEqual({status: 0, hints: false})
  expect(await yamlOf('cop15/bears')).toContain('submitted-by: {office: management-authority}')
  const proposal = ['--kind', 'amendment-proposal', '--author', 'kenya', '--title', 'T']
  await start('cop15/proposal', ...proposal)
  expect(await yamlOf('cop15/proposal')).toMatch(/^date: "2010-03-13"$/m)
})

const yamlOf = (path: string): Promise<string> =>
  readFile(join(root, 'documents', path, 'document.yaml'), 'utf8')

test('only the languages that are asked for have words, and the meeting is the one that is named', async () => {
  const asked = ['--language', 'fr', '--language', 'en', '--meeting', 'cop15', '--title', 'Ours en peluche']
  const {status, out} = await start('--subject', 'toy-bears', ...asked)
  expect(status).toBe(0)
  expect(out).toContain('decisions.fr.yaml beside it')
  expect((await readdir(folder())).filter((name) => /\.es\./.test(name))).toEqual([])
  expect(await readFile(join(folder(), 'decisions.yaml'), 'utf8')).toContain('draft: "15.XX"')
  expect(await readFile(join(folder(), 'tasks.yaml'), 'utf8')).toContain('date: "2010-03-25"')
  expect(await readFile(join(folder(), 'decisions.fr.yaml'), 'utf8')).toMatch(/^subject: "Ours en peluche"$/m)
})

test('the first subject of a dossier is made as any other, and documents are built before there is one', async () => {
  for (const path of ['decisions', 'agendas', 'dashboard.yaml'])
    await rm(join(root, 'documents', path), {recursive: true})
  for (const name of await readdir(join(root, 'documents')))
    if (!/\.yaml$/.test(name)) await rm(join(root, 'documents', name), {recursive: true})
  const note = ['sc58/note', '--kind', 'information-document', '--title', 'Toy bears']
  expect((await start(...note)).status).toBe(0)
  const {outputs, messages} = await build({root})
  expect(besideLedgers(messages).map(String)).toEqual([])
  expect([...outputs.keys()]).toEqual(expect.arrayContaining(['sc58/note.en.txt', 'index.html']))
  expect((await start('--subject', 'toy-bears')).status).toBe(0)
  expect(besideLedgers((await check({root})).messages).map(String)).toEqual([])
})
