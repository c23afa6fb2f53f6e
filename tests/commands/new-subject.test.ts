import {readdir, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {run} from '../../src/commands/new.ts'
import {build, check} from '../../src/index.ts'
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
    ['decisions', 'tasks'].flatMap((name) =>
      ['en.yaml', 'es.yaml', 'fr.yaml', 'yaml'].map((end) => `${name}.${end}`),
    ),
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
  expect(messages.map(String)).toEqual([])
  expect([...outputs.keys()]).toEqual(expect.arrayContaining(['sc58/note.en.txt', 'index.html']))
  expect((await start('--subject', 'toy-bears')).status).toBe(0)
  expect((await check({root})).messages.map(String)).toEqual([])
})
