import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runNew} from '../../src/commands/new.ts'
import {run as runTranslate} from '../../src/commands/translate.ts'
import {resolveContent} from '../../src/content.ts'
import {build, check} from '../../src/index.ts'
import {type Ran, ran} from '../support/commands.ts'
import {bytesOf, smallDossier} from '../support/fixture-root.ts'

// A language that only a root has, made by words alone (CONTRIBUTING, “Add a language”), on its whole way.
const portuguese = fileURLToPath(new URL('../fixtures/portuguese', import.meta.url))
const folder = 'documents/sc58/bear-trade'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-portuguese-'))
  for (const from of [smallDossier, portuguese]) await cp(from, root, {recursive: true})
})
afterAll(() => rm(root, {recursive: true}))

async function change(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(root, path), 'utf8')
  expect(text).toContain(from)
  await writeFile(
    join(root, path),
    text.replace(from, () => to),
  )
}

const translate = (...args: string[]): Promise<Ran> => ran(runTranslate, [...args, '--root', root])

const verdicts = async (): Promise<[string, string][]> => {
  const {dossier} = await resolveContent({root})
  const own = dossier.translations.filter(({language}) => language === 'pt')
  return own.flatMap((one) =>
    one
      .pairs()
      .flatMap(({key, verdict}): [string, string][] => (verdict === 'current' ? [] : [[key, verdict]])),
  )
}

test('before it is confirmed that is all that is said of it', async () => {
  expect(await verdicts()).toContainEqual(['body#report', 'unconfirmed'])
  const {messages} = await check({root})
  expect(messages.map(({ruleId, file}) => [ruleId, file])).toEqual([
    ['translation-ledger', 'documents/decisions/bear-trade/decisions.pt.yaml'],
    ['translation-ledger', 'documents/meetings.pt.yaml'],
    ['translation-ledger', `${folder}/body.pt.md`],
  ])
  expect((await translate('confirm', '--all', '--to', 'pt')).status).toBe(0)
  expect(await verdicts()).toEqual([])
})

test('a document is built in it without a word about it', async () => {
  const {messages, outputs} = await build({root, formats: ['txt', 'docx', 'html']})
  expect(messages.map(String)).toEqual([])
  const text = new TextDecoder()
    .decode(outputs.get('sc58/bear-trade.pt.txt')?.bytes)
    .replaceAll('\u00a0', ' ')
  expect(text).toContain(
    'Quinquagésima oitava reunião do Comité Permanente\n\nGenebra (Suíça), 6-10 de julho de 2009\n',
  )
  expect(text).toContain(
    '2. Na 14ª reunião da Conferência das Partes (Haia, 2007) foi adotada a Decisão 14.90°',
  )
  expect(text).toContain(
    '4. Convida-se o Comité Permanente a tomar nota do parágrafo 3 b) ii) e da Decisão 14.90° a) ii).',
  )
})

test('its rules about words are those of its own file', async () => {
  await change(`${folder}/body.pt.md`, 'a dimensão; e', 'a dimensão no website;')
  const {messages} = await check({root})
  await change(`${folder}/body.pt.md`, 'a dimensão no website;', 'a dimensão; e')
  const found = messages.map(({ruleId = ''}) => ruleId).filter((id) => !id.startsWith('translation-'))
  expect(found.sort()).toEqual(['list-conjunction', 'spelling'])
})

test('what it lacks while it is drafting is marked in its own words', async () => {
  const path = `${folder}/body.pt.md`
  const text = await readFile(join(root, path), 'utf8')
  await change(`${folder}/document.yaml`, 'pt: complete', 'pt: drafting')
  await writeFile(
    join(root, path),
    text.replace('| Branco ^white | 7 |\n', '').replace(/:\[\^rates\]|\[\^rates\]: .*\n/g, ':'),
  )
  const {outputs} = await build({root, formats: ['txt']})
  await writeFile(join(root, path), text)
  await change(`${folder}/document.yaml`, 'pt: drafting', 'pt: complete')
  const printed = new TextDecoder().decode(outputs.get('sc58/bear-trade.pt.txt')?.bytes)
  expect(printed).toContain('[Falta em português: White] | [Falta em português: 7]')
  expect(printed).toContain('[1] [Falta em português: At the rates of the year.]')
})

test('what of it is stale is told until it is confirmed again', async () => {
  await change(`${folder}/body.en.md`, '| White ^white', '| Snow white ^white')
  expect(await verdicts()).toEqual([['body#colours.white.colour', 'stale']])
  await change(`${folder}/body.pt.md`, '| Branco ^white', '| Branco de neve ^white')
  expect((await translate('confirm', 'sc58/bear-trade', '--to', 'pt')).status).toBe(0)
  expect(await verdicts()).toEqual([])
})

test.each([
  ['a number', 'em 2008.', 'em 2009.', 'parity-figures'],
  ['a directive', 'da :decision[parties.value]', 'da decisão', 'parity-directives'],
  [
    'words left in English',
    'O Secretariado abre às 10:30 e informa no :ref[mandate] sobre:',
    'The Secretariat opens at 10:30 and reports in :ref[mandate] on the following:',
    'parity-language',
  ],
])('%s that is not that of the original is told at its line', async (_name, right, wrong, rule) => {
  const path = `${folder}/body.pt.md`
  const line =
    (await readFile(join(root, path), 'utf8')).split('\n').findIndex((one) => one.includes(right)) + 1
  await change(path, right, wrong)
  const {messages} = await check({root})
  await change(path, wrong, right)
  expect(messages.map(({ruleId, file, line: at}) => [ruleId, file, at])).toContainEqual([rule, path, line])
})

test('what is exported and imported unchanged changes nothing', async () => {
  const before = await bytesOf(join(root, 'documents'))
  expect((await translate('export', 'sc58/bear-trade', '--to', 'pt', '--all')).status).toBe(0)
  const file = join(root, 'translation/sc58-bear-trade.pt.xlf')
  expect(await readFile(file, 'utf8')).toContain('target-language="pt"')
  expect((await translate('import', file)).status).toBe(0)
  expect(await bytesOf(join(root, 'documents'))).toEqual(before)
})

test('documents begin in it, new ones and translations', async () => {
  const made = await ran(runNew, [
    'sc58/novo',
    '--kind',
    'standing-committee-document',
    '--subject',
    'bear-trade',
    '--title',
    'Ursos',
    '--language',
    'pt',
    '--root',
    root,
  ])
  expect(made).toMatchObject({status: 0, err: ''})
  expect(await readFile(join(root, 'documents/sc58/novo/body.pt.md'), 'utf8')).toContain(
    'Convida-se o Comité Permanente a: ^invitation',
  )
  await rm(join(root, folder, 'body.pt.md'))
  await rm(join(root, folder, 'translation.pt.jsonl'))
  await change(`${folder}/document.yaml`, ', pt: complete', '')
  const begun = await translate('start', 'sc58/bear-trade', '--to', 'pt')
  expect(begun).toMatchObject({status: 0, err: ''})
  expect(begun.out).toContain('are to be translated into Portuguese, which is drafting.')
  const {messages} = await check({root})
  expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
})

test('the words are in the root: no file of the package knows the language', async () => {
  const project = fileURLToPath(new URL('../../', import.meta.url))
  for (const at of ['src', 'templates'])
    for (const name of await readdir(join(project, at), {recursive: true})) {
      expect(name).not.toMatch(/\.pt\./)
      if (at === 'templates' || !name.endsWith('.ts')) continue
      expect(await readFile(join(project, at, name), 'utf8'), name).not.toMatch(/(['"])pt\1|portug/i)
    }
})
