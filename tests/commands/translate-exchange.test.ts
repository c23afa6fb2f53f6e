import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run} from '../../src/commands/translate.ts'
import {digestOfFolder, type Ran, ran} from '../support/commands.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'

const english = 'documents/sc58/internet-trade/body.en.md'
const french = 'documents/sc58/internet-trade/body.fr.md'
const exported = 'translation/sc58-internet-trade.fr.xlf'

let root: string
beforeAll(async () => {
  root = await copyRoot('documents')
  expect((await translate('confirm', '--all', '--state', 'final')).status).toBe(0)
})
afterAll(() => removeRoot(root))

const translate = (...args: string[]): Promise<Ran> => ran(run, [...args, '--root', root])
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
async function change(path: string, edit: (text: string) => string): Promise<string> {
  const before = await read(path)
  expect(edit(before)).not.toBe(before)
  await writeFile(join(root, path), edit(before))
  return before
}
const bring = (): Promise<Ran> => translate('import', join(root, exported))

test('a dossier that is confirmed has nothing to be translated', async () => {
  expect(await translate('export', '--to', 'fr')).toMatchObject({
    status: 0,
    out: 'Nothing is to be translated into fr: everything is confirmed. Write “--all” to have it all the same.\n',
  })
})

test('one sentence of English that was changed goes out alone, and comes back as one line of French', async () => {
  const before = [await read(english), await read(french)] as const
  await change(english, (text) =>
    text.replace(
      'The first is directed to the Secretariat',
      'The first of them is directed to the Secretariat',
    ),
  )
  expect((await translate('export', 'sc58/internet-trade', '--to', 'fr')).out).toBe(
    `${exported}: 1 unit (1 stale).\n`,
  )
  const xliff = await read(exported)
  expect(xliff.match(/<trans-unit id="[^"]*"/g)).toEqual(['<trans-unit id="body#adoption"'])
  expect(xliff).toContain('Changed since it was translated: ')
  expect(xliff).toMatch(/The first ?\{\+ ?of them ?\+\} ?is directed/)
  expect(xliff).toMatch(
    /<alt-trans match-quality="9\d" origin="cites-docs" alttranstype="previous-version"><source>Two decisions .*The first is directed/,
  )
  expect(await bring()).toMatchObject({status: 0, out: '0 units written, 1 unchanged, 0 not translated.\n'})

  await writeFile(
    join(root, exported),
    xliff.replace(/(<target state=")[^"]*(".*?)La première est/, '$1final$2La première d’entre elles est'),
  )
  const dry = await translate('import', join(root, exported), '--dry-run')
  expect(dry.out).toContain('  + Deux décisions')
  expect(dry.out).toContain('Nothing was written: this was a dry run.')
  expect(await read(french)).toBe(before[1])

  const {status, out} = await translate('import', join(root, exported), '--confirm')
  expect([status, out.split('\n').slice(0, 2)]).toEqual([
    0,
    [`${french}: 1 unit changed, 0 added.`, '1 unit written, 0 unchanged, 0 not translated, 1 confirmed.'],
  ])
  const [was, now] = [before[1].split('\n'), (await read(french)).split('\n')]
  const others = now.filter((line, at) => line !== was[at])
  expect([now.length, others.length]).toEqual([was.length, 1])
  expect(others[0]).toMatch(/La première d’entre elles est .* \^adoption$/)
  expect(await read('documents/sc58/internet-trade/translation.fr.jsonl')).toMatch(
    /\{"unit":"body#adoption","state":"final",.*The first of them/,
  )
  expect((await translate('export', 'sc58/internet-trade', '--to', 'fr')).out).toMatch(
    /^Nothing is to be translated/,
  )
  await writeFile(join(root, english), before[0])
  await writeFile(join(root, french), before[1])
  await rm(join(root, 'translation'), {recursive: true})
})

test('what a translation lacks is written behind what stands before it, with the marks of lines that the file has', async () => {
  const raw = `\ufeff${(await read(french)).replaceAll('\n', '\r\n')}`
  const line = /^Conformément à la .* \^purpose\r\n\r\n/m
  expect(raw).toMatch(line)
  const whole = await translate('export', 'sc58/internet-trade', '--to', 'fr', '--all')
  expect(whole.status).toBe(0)
  const xliff = (await read(exported))
    .replace(/ cd:(?:source|translation)="[^"]*"/g, '')
    .replaceAll('needs-review-translation', 'translated')
  await writeFile(join(root, exported), xliff)
  const before = await read(french)
  await writeFile(join(root, french), raw.replace(line, ''))
  expect(await bring()).toMatchObject({status: 0, err: ''})
  expect(await read(french)).toBe(raw)
  await writeFile(join(root, french), before)
})

test('one unit that is refused keeps all others from being written', async () => {
  const digest = await digestOfFolder(join(root, 'documents'))
  const xliff = await read(exported)
  await writeFile(
    join(root, exported),
    xliff
      .replace('Le présent document', 'Ce document')
      .replace(/(id="body#purpose".*?<target[^>]*>.*?)<x id="1"[^>]*\/>/, '$1'),
  )
  const {status, err, out} = await bring()
  expect([status, out]).toEqual([1, ''])
  expect(err).toMatch(
    /^sc58-internet-trade\.fr\.xlf:\d+: unit “body#purpose”: The code “:decision\[secretariat\.report\]” is lost\./,
  )
  expect(err).toMatch(/1 unit or file refused\. Nothing was written\.\n$/)
  expect(await digestOfFolder(join(root, 'documents'))).toBe(digest)
  await writeFile(join(root, exported), xliff)
})

test('what would be an error of the document is refused at its unit', async () => {
  const digest = await digestOfFolder(join(root, 'documents'))
  const xliff = await read(exported)
  await writeFile(
    join(root, exported),
    xliff.replace(/(id="body#adoption".*?<target[^>]*>)Deux/, '$1a) Deux'),
  )
  const {status, err} = await bring()
  expect(status).toBe(1)
  expect(err).toMatch(
    /unit “body#adoption”: In documents\/sc58\/internet-trade\/body\.fr\.md there would be an error: “a\)” is typed before this paragraph/,
  )
  expect(await digestOfFolder(join(root, 'documents'))).toBe(digest)
  await writeFile(join(root, exported), xliff)
})

test('a file that somebody may have worked in is not written over', async () => {
  await change(exported, (text) => text.replace('La première est', 'La première était'))
  const {status, err} = await translate('export', 'sc58/internet-trade', '--to', 'fr', '--all')
  expect([status, err]).toEqual([
    1,
    'sc58-internet-trade.fr.xlf is there already, and what somebody translated in it would be lost. Import it and delete it, or write another folder after “--out”. Nothing was written.\n',
  ])
})

test.each([
  [['export'], 'Write after “--to” the language into which is translated, such as “--to fr”.'],
  [['export', '--to', 'pt'], 'Nothing is translated into “pt”. Write one of: es, fr.'],
  [['export', '--to', 'fr', '--format', 'po'], 'There is no format “po”.'],
  [
    ['import'],
    'Name one file, such as “translate import translation/all.fr.xlf”, or the folder of an OmegaT project.',
  ],
  [['import', 'no.xlf'], 'There is no file “no.xlf”. Write the name of what came back.'],
])('%j: wrong usage is told', async (args, reason) => {
  const {status, err} = await translate(...args)
  expect([status, err]).toEqual([2, expect.stringContaining(reason)])
})

test('nothing is exported among what is built or built from', async () => {
  for (const name of ['documents', 'out/x', 'templates'])
    expect((await translate('export', '--to', 'fr', '--out', join(root, name))).err).toMatch(
      /^Nothing is exported into/,
    )
})

test('adopted words go out as not to be translated', async () => {
  await translate('export', 'decisions/internet-trade', '--to', 'es', '--all')
  const xliff = await read('translation/decisions-internet-trade.es.xlf')
  expect(xliff).toMatch(/id="decisions#decisions\.secretariat\.text"[^>]* translate="no"/)
  expect(xliff).not.toMatch(/id="tasks#[^>]* translate="no"/)
})

test('a stale translation that is right as it is need only be called so', async () => {
  const body = 'documents/workshop/invitation/body.en.md'
  const before = await change(body, (text) =>
    text.replace('has the honour to invite', 'has the pleasure to invite'),
  )
  const file = 'translation/workshop-invitation.fr.xlf'
  const bringBack = (): Promise<Ran> => translate('import', join(root, file), '--confirm')
  expect((await translate('export', 'workshop/invitation', '--to', 'fr')).out).toBe(
    `${file}: 1 unit (1 stale).\n`,
  )
  expect((await bringBack()).out).toBe('0 units written, 1 unchanged, 0 not translated.\n')
  await change(file, (text) => text.replace('state="needs-review-translation"', 'state="signed-off"'))
  expect((await bringBack()).out).toBe('0 units written, 1 unchanged, 0 not translated, 1 confirmed.\n')
  expect((await translate('export', 'workshop/invitation', '--to', 'fr')).out).toMatch(
    /^Nothing is to be translated/,
  )
  await writeFile(join(root, body), before)
})

test('a whole project, a table, a memory and the terms are written beside the documents, and in the same bytes again', async () => {
  for (const [format, path] of [
    ['omegat', 'all.es/source/sc58-internet-trade.xlf'],
    ['table', 'all.es.docx'],
    ['tmx', 'all.es.tmx'],
    ['glossary', 'all.es.txt'],
  ] as const) {
    const once = async (): Promise<Buffer> => {
      const {status} = await translate('export', '--to', 'es', '--all', '--format', format)
      expect(status).toBe(0)
      return readFile(join(root, 'translation', path))
    }
    expect(Buffer.compare(await once(), await once())).toBe(0)
  }
  const terms = (await read('translation/all.es.txt')).split('\n').slice(0, -1)
  expect(terms.every((line) => line.split('\t').length === 3)).toBe(true)
  expect(terms).toContain('Standing Committee\tComité Permanente\t')
})
