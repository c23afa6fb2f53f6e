import {cp, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'
import {run} from '../../src/commands/translate.ts'
import {resolveContent} from '../../src/content.ts'
import {build, check} from '../../src/index.ts'
import type {Translation} from '../../src/resolve/index.ts'
import {type Ran, ran} from '../support/commands.ts'
import {copyRoot, repository} from '../support/content-root.ts'
import {bytesOf, smallDossier} from '../support/fixture-root.ts'

const constructs = join(repository, 'tests/fixtures/constructs')

/** A copy of a root, in which only files of one language are left of those that are in several. */
async function copyOf(folder: string, only?: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'cites-docs-start-'))
  onTestFinished(() => rm(root, {recursive: true}))
  await cp(join(folder, 'documents'), join(root, 'documents'), {recursive: true})
  if (only === undefined) return root
  for (const name of await readdir(root, {recursive: true})) {
    const language = /\.([a-z]{2})\.[a-z]+$/.exec(name)?.[1]
    if (language !== undefined && language !== only) await rm(join(root, name))
    if (name.endsWith('document.yaml'))
      await change(
        root,
        name,
        /^original:.*\nlanguages:.*$/m,
        `original: ${only}\nlanguages: {${only}: complete}`,
      )
  }
  return root
}

async function change(root: string, path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(root, path), 'utf8')
  const changed = text.replace(from, () => to)
  expect(changed, path).not.toBe(text)
  await writeFile(join(root, path), changed)
}

const start = (root: string, document: string, to: string): Promise<Ran> =>
  ran(run, ['start', document, '--to', to, '--root', root])

async function translations(root: string, language: string): Promise<Translation[]> {
  const {dossier} = await resolveContent({root})
  return dossier.translations.filter((one) => one.language === language)
}

/** The files that are others than before, with their words before. */
async function changesIn(
  root: string,
  before: ReadonlyMap<string, string>,
): Promise<[string, string | undefined][]> {
  const now = await bytesOf(root)
  for (const path of before.keys()) expect(now.has(path), path).toBe(true)
  return [...now]
    .filter(([path, bytes]) => before.get(path) !== bytes)
    .map(([path]) => [path, before.get(path)])
}

test('a document in English alone begins in French, then in Spanish: ids, lists and tables stay, and it builds', async () => {
  const root = await copyRoot('documents')
  onTestFinished(() => rm(root, {recursive: true}))
  const folder = 'documents/sc58/comments-on-workshop'
  const before = await bytesOf(root)
  const french = await start(root, 'sc58/comments-on-workshop', 'fr')
  expect([french.status, french.err]).toEqual([0, ''])
  expect(french.out).toContain(
    `${folder}/body.fr.md\n${folder}/translation.fr.jsonl\n${folder}/document.yaml\n`,
  )
  expect(french.out).toContain('10 units are to be translated into French, which is drafting.')
  expect((await start(root, `${folder}/`, 'es')).status).toBe(0)
  const changed = await changesIn(root, before)
  expect(changed.map(([path]) => path).sort()).toEqual(
    ['body.es.md', 'body.fr.md', 'document.yaml', 'translation.es.jsonl', 'translation.fr.jsonl'].map(
      (name) => `${folder}/${name}`,
    ),
  )
  const yaml = Buffer.from(before.get(`${folder}/document.yaml`) ?? '', 'latin1').toString()
  expect(await readFile(join(root, folder, 'document.yaml'), 'utf8')).toBe(
    yaml.replace('languages: {en: complete}', 'languages: {en: complete, fr: drafting, es: drafting}'),
  )
  await expect(await readFile(join(root, folder, 'body.fr.md'), 'utf8')).toMatchFileSnapshot(
    join(repository, 'tests/fixtures/translate-start/comments-on-workshop.fr.md'),
  )
  const {messages, outputs} = await build({root, documents: ['sc58/comments-on-workshop'], formats: ['txt']})
  expect(messages.filter(({fatal}) => fatal)).toEqual([])
  const text = new TextDecoder().decode(outputs.get('sc58/comments-on-workshop.fr.txt')?.bytes)
  expect(text).toContain('   a) [the cost of monitoring websites')
  const own = (await translations(root, 'fr')).find((one) => one.folder === folder)
  expect(own?.hasLedger).toBe(true)
  expect(own?.pairs().map(({key, verdict, standIn}) => [key, verdict, standIn?.path])).toEqual(
    own?.pairs().map(({key}) => [key, 'missing', `${folder}/body.fr.md`]),
  )
})

test.each(['constructs', 'tables', 'pictures', 'captions', 'words', 'numbered'])(
  'the constructs of “%s” begin in another language without an error, and every unit of words is missing',
  async (name) => {
    const root = await copyOf(constructs, 'en')
    const {status, err} = await start(root, `cop15/${name}`, 'es')
    expect([status, err]).toEqual([0, ''])
    const {messages} = await check({root, documents: [`cop15/${name}`]})
    expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
    for (const one of await translations(root, 'es'))
      for (const {key, verdict, original, translation} of one.pairs())
        if (/\p{L}{2}/u.test(original.source.replace(/:[a-z]+\[[^\]]*\]/g, '')))
          expect(verdict, key).toBe('missing')
        // Figures and what is printed of facts are the same in every language.
        else expect([key, verdict, translation?.source]).toEqual([key, 'current', original.source])
  },
)

test('an annex that its document has in one language is neither begun nor missing', async () => {
  const root = await copyOf(constructs, 'en')
  const {out} = await start(root, 'cop15/captions', 'es')
  expect(out).not.toContain('annex-2')
  expect(await readdir(join(root, 'documents/cop15/captions'))).not.toContain('annex-2.es.md')
  // Of the dossier in three languages no unit of it is anything.
  for (const language of ['fr', 'es'])
    for (const one of await translations(constructs, language))
      for (const {key, verdict} of one.pairs())
        expect([
          one.folder,
          key.includes('annex-2#') && one.folder.endsWith('captions') ? verdict : '',
        ]).toEqual([one.folder, ''])
})

test('a document in French alone begins in English, with the words beside its facts and the places of its meetings', async () => {
  const root = await copyOf(smallDossier, 'fr')
  const {status, out, err} = await start(root, 'sc58/bear-trade', 'en')
  expect([status, err]).toEqual([0, ''])
  for (const path of ['documents/meetings.en.yaml', 'documents/decisions/bear-trade/decisions.en.yaml'])
    expect(out).toContain(`${path}\n`)
  expect(await readFile(join(root, 'documents/decisions/bear-trade/decisions.en.yaml'), 'utf8')).toContain(
    '    text: ":hint[Le Secrétariat devrait]:"\n',
  )
  const {messages, outputs} = await build({root, formats: ['txt']})
  expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
  const text = new TextDecoder().decode(outputs.get('sc58/bear-trade.en.txt')?.bytes)
  expect(text).toContain('[Genève] ([Suisse]), 6-10 July 2009')
  expect(text).not.toContain(':hint')
})

test('what is there is left as it is: only what lacks is begun, and the second time nothing', async () => {
  const root = await copyOf(constructs)
  const folder = 'documents/cop15/constructs'
  await change(root, `${folder}/document.yaml`, 'es: complete', 'es: drafting')
  for (const name of ['annex-2.es.md', 'translation.es.jsonl']) await rm(join(root, folder, name))
  const before = await bytesOf(root)
  const {out} = await start(root, 'cop15/constructs', 'es')
  expect(out).toContain(`${folder}/annex-2.es.md\n\nLeft as they are: ${folder}/annex-1-a.es.md, `)
  // Without a ledger nobody has said what the others rest on, so that none is begun.
  expect((await changesIn(root, before)).map(([path]) => path)).toEqual([`${folder}/annex-2.es.md`])
  const again = await start(root, 'cop15/constructs', 'es')
  expect([again.status, again.out]).toEqual([
    0,
    expect.stringMatching(/^Nothing is lacking: cop15\/constructs has all its files in Spanish/),
  ])
})

test('who translates a hint after the original was changed is told of it', async () => {
  const root = await copyOf(smallDossier)
  await start(root, 'sc58/bear-trade', 'es')
  const folder = 'documents/sc58/bear-trade'
  await change(root, `${folder}/body.en.md`, '1. the size; and', '1. the whole size; and')
  await change(root, `${folder}/body.es.md`, ':hint[the size; and]', 'la magnitud; y')
  await change(root, `${folder}/body.es.md`, ':hint[in 2008.]', 'en 2008.')
  const pairs = (await translations(root, 'es')).flatMap((one) => (one.folder === folder ? one.pairs() : []))
  const verdictOf = (key: string): unknown => {
    const pair = pairs.find((one) => one.key === key)
    return [pair?.verdict, pair?.entry?.source]
  }
  expect(verdictOf('body#report-size')).toEqual(['stale', 'the size; and'])
  expect(verdictOf('body#report-second')).toEqual(['unconfirmed', 'in 2008.'])
})

test('no rule compares a hint with the original, and a tool of translators puts words in its place', async () => {
  const root = await copyRoot('documents')
  onTestFinished(() => rm(root, {recursive: true}))
  await start(root, 'sc58/comments-on-workshop', 'es')
  const {messages} = await check({root, documents: ['sc58/comments-on-workshop']})
  expect(messages.map(String)).toEqual([])
  await ran(run, ['export', 'sc58/comments-on-workshop', '--to', 'es', '--root', root])
  const file = join(root, 'translation/sc58-comments-on-workshop.es.xlf')
  const xliff = await readFile(file, 'utf8')
  // Every word is another, and every code stays.
  const translated = xliff.replace(
    /<source>(.*?)<\/source><target state="new"\/>/gs,
    (_all, source: string) =>
      `<source>${source}</source><target state="translated">${source.replace(/(?<=^|>)[^<]+/g, (words) => words.replace(/\p{L}{3,}/gu, '$&os'))}</target>`,
  )
  expect(translated).not.toBe(xliff)
  await writeFile(file, translated)
  const imported = await ran(run, ['import', file, '--root', root])
  expect(imported.err).toBe('')
  const spanish = await readFile(join(root, 'documents/sc58/comments-on-workshop/body.es.md'), 'utf8')
  expect(spanish).not.toContain(':hint')
  expect(spanish).toContain(
    '1. theos obligationsos of websiteos ownersos, withos regardos to: ^obligations-of-owners\n',
  )
})

test('what a picture shows comes back between its empty brackets', async () => {
  const root = await copyOf(constructs, 'en')
  await start(root, 'cop15/pictures', 'fr')
  await ran(run, ['export', 'cop15/pictures', '--to', 'fr', '--root', root])
  const file = join(root, 'translation/cop15-pictures.fr.xlf')
  const xliff = await readFile(file, 'utf8')
  await writeFile(
    file,
    xliff.replace(
      '<source>A bear of wood with a red ribbon</source><target state="new"/>',
      '<source>A bear of wood with a red ribbon</source><target state="translated">Un ours en bois</target>',
    ),
  )
  expect(await ran(run, ['import', file, '--root', root])).toMatchObject({status: 0, err: ''})
  const french = await readFile(join(root, 'documents/cop15/pictures/body.fr.md'), 'utf8')
  expect(french).toContain('![Un ours en bois](bear.jpg)')
  expect(french).toContain('![](map.png)')
})

test('a picture with words in it is left out and told, and so is the note that only it has', async () => {
  const root = await copyOf(constructs, 'en')
  const path = 'documents/cop15/pictures/body.en.md'
  await change(root, path, ':::picture{id=graph width=50%}', ':::picture[Sales[^sold]]{id=graph width=50%}')
  await writeFile(join(root, path), `${await readFile(join(root, path), 'utf8')}\n[^sold]: Of all towns.\n`)
  const {status, out} = await start(root, 'cop15/pictures', 'fr')
  expect(status).toBe(0)
  expect(out).toContain('“graph.en.png”')
  const french = await readFile(join(root, 'documents/cop15/pictures/body.fr.md'), 'utf8')
  expect(french).not.toContain('graph.en.png')
  expect(french).not.toContain('[^sold]')
  expect(french).toContain('![](map.png)')
})

const document = 'sc58/bear-trade'
test.each<[string, string[], RegExp, ((root: string) => Promise<void>)?]>([
  ['no document', ['--to', 'es'], /^Name a document/],
  ['two documents', [document, document, '--to', 'es'], /^There are 2 documents here/],
  ['no language', [document], /^Say into which language/],
  ['a document that is not there', ['sc58/bears-trade', '--to', 'es'], /bears-trade.*sc58\/bear-trade/s],
  [
    'a language without words',
    [document, '--to', 'pt'],
    /^There is no language “pt”: templates\/labels\.pt\.yaml/,
  ],
  ['the original', [document, '--to', 'en'], /^English is the original of sc58\/bear-trade/],
  [
    'a language that is complete and lacks a file',
    [document, '--to', 'fr'],
    /says that French is complete, and .*body\.fr\.md” is not there/,
    (root) => rm(join(root, 'documents', document, 'body.fr.md')),
  ],
  [
    'an original with an error',
    [document, '--to', 'es'],
    /body\.en\.md:\d+:\d+ has an error/,
    (root) => change(root, `documents/${document}/body.en.md`, 'At its', 'At :nothing[x] its'),
  ],
  [
    'an original without ids',
    [document, '--to', 'es'],
    /body\.en\.md:7 has no id: “At its .*check --fix/s,
    (root) => change(root, `documents/${document}/body.en.md`, ' ^mandate', ''),
  ],
])('%s: nothing is written', async (_name, args, said, prepare) => {
  const root = await copyOf(smallDossier)
  await prepare?.(root)
  const before = await bytesOf(root)
  const {status, out, err} = await ran(run, ['start', ...args, '--root', root])
  expect(status).toBeGreaterThan(0)
  expect(out).toBe('')
  expect(err.replace(/^Nothing was written\. /, '')).toMatch(said)
  expect(await bytesOf(root)).toEqual(before)
})
