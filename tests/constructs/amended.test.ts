import {cp, mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {certifyDocx} from '../../src/certify/index.ts'
import {check} from '../../src/index.ts'
import {renderDocx} from '../../src/render/docx/index.ts'
import {renderHtml} from '../../src/render/html/index.ts'
import {type Finished, usedStyles} from '../../src/render/index.ts'
import {renderText} from '../../src/render/text/index.ts'
import {
  attribute,
  descendants,
  part,
  readPackage,
  type WordPackage,
  writePackage,
} from '../../src/word/index.ts'
import {checkedProject} from '../support/built.ts'

// The amended resolution of tests/fixtures/constructs, whose labels are read in constructs.test.ts: what only amendments have.

let root: string
let finished: Finished
let docx: Uint8Array
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-amended-'))
  await cp(fileURLToPath(new URL('../fixtures/constructs', import.meta.url)), root, {recursive: true})
  const {compositions} = await check({root, documents: ['cop15/revision']})
  const tree = compositions.find(({language}) => language.code === 'en')?.tree
  if (!tree) throw new Error('There is no cop15/revision in English.')
  const {numbering, styles} = (await checkedProject()).dossier.templates
  finished = {numbering, styles: usedStyles(styles, numbering, tree), tree}
  docx = await renderDocx(finished)
})
afterAll(() => rm(root, {recursive: true}))

const inDocument = (pkg: WordPackage, name: string, value: string) => {
  const found = descendants(part(pkg, 'word/document.xml'), name).find((one) => attribute(one) === value)
  if (!found) throw new Error(`There is no ${name} ${value}.`)
  return found
}

describe('the certificate refuses', () => {
  test.each<[string, (pkg: WordPackage) => void, RegExp]>([
    [
      'a struck label that is not struck',
      (pkg) => {
        const [strike] = descendants(part(pkg, 'word/numbering.xml'), 'w:strike')
        if (strike) strike.attributes['w:val'] = '0'
      },
      /the file has “a\) send the register.*the text has “\{struck a\)\} send/,
    ],
    [
      'an old label in the style of struck words',
      (pkg) => {
        inDocument(pkg, 'w:rStyle', 'CITESOldLabel').attributes['w:val'] = 'CITESDeleted'
      },
      /the file has “a\) b\) keep a register.*the text has “a\) \{old b\)\} keep/,
    ],
    [
      'an old label that the old text does not have',
      (pkg) => {
        const label = descendants(part(pkg, 'word/document.xml'), 'w:t').find(
          ({children}) => children[0] === 'b)',
        )
        label?.children.splice(0, 1, 'c)')
      },
      /the file has “a\) \{old c\)\} keep/,
    ],
    [
      'a struck item that counts among the others',
      (pkg) => {
        const ids = descendants(part(pkg, 'word/document.xml'), 'w:numId')
        const [own, next] = ids.slice(3, 5)
        if (own && next) own.attributes['w:val'] = next.attributes['w:val'] ?? ''
      },
      /the file has “b?a?\) send the register/,
    ],
  ])('%s', (_what, damage, due) => {
    const pkg = readPackage(docx)
    damage(pkg)
    expect(() => certifyDocx('revision.en.docx', writePackage(pkg), finished)).toThrow(due)
  })
})

test('an old label is no word of its unit: it stands before its bookmark', () => {
  const document = part(readPackage(docx), 'word/document.xml')
  const paragraphs = descendants(document, 'w:p').filter((paragraph) =>
    descendants(paragraph, 'w:rStyle').some((style) => attribute(style) === 'CITESOldLabel'),
  )
  expect(paragraphs.length).toBe(5)
  for (const {children} of paragraphs)
    expect(children.map((one) => (typeof one === 'string' ? one : one.name)).slice(0, 4)).toEqual([
      ...['w:pPr', 'w:r', 'w:r', 'w:bookmarkStart'],
    ])
})

test('on the page struck and new labels are struck and underlined, and lists count as they are read', () => {
  const page = new TextDecoder().decode(renderHtml(finished))
  const item = (id: string): string =>
    new RegExp(`<li id="u-${id}"[^>]*>\\s*<p>.*?</p>`).exec(page)?.[0] ?? ''
  expect(item('send-register')).toContain(
    'value="1" class="provision"><p><del><a class="num" href="#u-send-register">a)</a></del> <del>send',
  )
  expect(item('keep-register')).toContain('a)</a> <del class="old-label">b)</del> keep a register;')
  expect(item('publish-register')).toContain(
    '<ins><a class="num" href="#u-publish-register">b)</a></ins> <ins>publish',
  )
  expect(page).toContain('del>.num')
})

test('a document without amendments has nothing of them', async () => {
  const {compositions} = await check({root, documents: ['cop15/constructs']})
  const tree = compositions[0]?.tree as Finished['tree']
  const plain = {
    ...finished,
    styles: usedStyles((await checkedProject()).dossier.templates.styles, finished.numbering, tree),
    tree,
  }
  const styles = descendants(part(readPackage(await renderDocx(plain)), 'word/styles.xml'), 'w:name')
  expect(styles.map((style) => attribute(style))).not.toContain('CITES Old Label')
  expect(new TextDecoder().decode(renderHtml(plain))).not.toContain('del>.num')
  expect(new TextDecoder().decode(renderText(plain))).not.toMatch(/\[-(?:\w+\)|\d+\.)-\]/)
})
