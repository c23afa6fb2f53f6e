import {existsSync, readFileSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build, type Outputs} from '../../src/index.ts'
import {attribute, child, descendants, part, readPackage, visibleText} from '../../src/word/index.ts'
import {changeLines} from '../support/change-lines.ts'
import {repository} from '../support/content-root.ts'
import {fixtureRoot, overlay} from '../support/fixture-root.ts'

// What a text cannot show of two cases of tests/fixtures/messages: languages and columns in Word and on pages.

const roots: string[] = []
afterAll(() => Promise.all(roots.map((root) => rm(root, {recursive: true}))))

async function outputsOf(name: string): Promise<Outputs> {
  const root = await fixtureRoot()
  roots.push(root)
  const at = (file: string): string => join(repository, 'tests/fixtures/messages', name, file)
  if (existsSync(at('changes'))) await overlay(root, at('changes'))
  if (existsSync(at('changes.diff'))) changeLines(root, readFileSync(at('changes.diff'), 'utf8'))
  return (await build({root})).outputs
}

const bytesOf = (outputs: Outputs, format: string): Uint8Array =>
  outputs.get(`sc58/bear-trade.fr.${format}`)?.bytes ?? new Uint8Array()

describe('an annex in English in a French document', () => {
  let outputs: Outputs
  beforeAll(async () => {
    outputs = await outputsOf('annex-in-one-language-is-printed-as-it-is-in-the-others')
  })

  const english = ['Report of the consultant', 'toy shops; and', 'Shops', 'First', 'All of one town.']

  test('is told to be English by the page, word for word, and its head French', () => {
    const html = new TextDecoder().decode(bytesOf(outputs, 'html'))
    const annex = html.slice(html.indexOf('id="u-annex-1"'))
    for (const words of english) expect(annex).toContain(`<span lang="en-GB">${words}</span>`)
    expect(annex).toContain('>Annexe</p>')
    expect(annex).toContain('<span lang="fr-FR">seulement en anglais</span>')
    const others = annex.replace(/<span lang="en-GB">.*?<\/span>/g, '')
    for (const words of english) expect(others).not.toContain(words)
  })

  test('is told to be English by the runs of the Word file', () => {
    const pkg = readPackage(bytesOf(outputs, 'docx'))
    const stories = ['word/document.xml', 'word/footnotes.xml'].map((name) => part(pkg, name))
    const runs = stories.flatMap((story) => descendants(story, 'w:r'))
    const languageOf = (words: string): string[] =>
      runs
        .filter((run) => visibleText(run) === words)
        .map((run) => attribute(child(child(run, 'w:rPr'), 'w:lang'), 'w:val') ?? 'of the document')
    expect(english.map(languageOf)).toEqual(english.map(() => ['en-GB']))
    expect(languageOf('Annexe')).toEqual(['of the document'])
  })
})

test('names stand in a column beside their caption, in Word by the style, on the page by a grid', async () => {
  const outputs = await outputsOf('cover-with-names-beside-captions-lines-and-a-note-on-the-title')
  const pkg = readPackage(bytesOf(outputs, 'docx'))
  const style = descendants(part(pkg, 'word/styles.xml'), 'w:style').find(
    (one) => attribute(child(one, 'w:name'), 'w:val') === 'CITES Cover Names',
  )
  const indent = child(child(style, 'w:pPr'), 'w:ind')
  expect([attribute(indent, 'w:left'), attribute(indent, 'w:hanging')]).toEqual(['2268', '2268'])
  const names = descendants(part(pkg, 'word/document.xml'), 'w:p').find((paragraph) =>
    visibleText(paragraph).startsWith('Rapporteurs:'),
  )
  expect([descendants(names, 'w:tab').length, descendants(names, 'w:br').length]).toEqual([1, 1])
  const html = new TextDecoder().decode(bytesOf(outputs, 'html'))
  expect(html).toMatch(/\.cover-names\{[^}]*display:grid;grid-template-columns:11\.34em 1fr/)
  expect(html).toMatch(/<span>Rapporteurs:(?:<span class="example">°<\/span>)?<\/span> <span>A\. Otter<br>/)
})

test('a document without such names has no style for them', async () => {
  const outputs = await outputsOf('opening-without-a-number-is-not-counted')
  const pkg = readPackage(bytesOf(outputs, 'docx'))
  const names = descendants(part(pkg, 'word/styles.xml'), 'w:name').map((name) => attribute(name, 'w:val'))
  expect(names).not.toContain('CITES Cover Names')
  expect(new TextDecoder().decode(bytesOf(outputs, 'html'))).not.toContain('cover-names')
})
