import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {certifyDocx} from '../../src/certify/index.ts'
import {check} from '../../src/index.ts'
import {splitParts} from '../../src/release/split-parts.ts'
import {renderDocx} from '../../src/render/docx/index.ts'
import {renderHtml} from '../../src/render/html/index.ts'
import {type Finished, usedStyles} from '../../src/render/index.ts'
import {renderText} from '../../src/render/text/index.ts'
import {bytesOfPictures} from '../../src/resolve/index.ts'
import type {DocumentTree} from '../../src/tree/index.ts'
import {
  attribute,
  child,
  computeLabels,
  descendants,
  part,
  readPackage,
  type WordPackage,
  writePackage,
} from '../../src/word/index.ts'

// The numbered captions of tests/fixtures/constructs, whose texts and files are read in constructs.test.ts: what only they
// have. The French document says “tableau” in a sentence, so that a reference is the number alone.
let root: string
let finished: Finished
let docx: Uint8Array
const finishedWith = (own: DocumentTree): Finished => ({
  ...finished,
  styles: usedStyles(finished.styles, finished.numbering, own),
  tree: own,
})
beforeAll(async () => {
  root = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
  const {compositions, dossier} = await check({root, documents: ['cop15/captions'], languages: ['fr']})
  const tree = compositions.find(({language}) => language.code === 'fr')?.tree
  if (!tree) throw new Error('There is no cop15/captions in French.')
  const {numbering, styles} = dossier.templates
  finished = {numbering, styles, tree, pictures: bytesOfPictures(dossier)}
  finished = finishedWith(tree)
  docx = await renderDocx(finished)
})

/** Elements of a part of the file, of which there is one at least. */
function elements(pkg: WordPackage, name: string, within = 'document'): ReturnType<typeof descendants> {
  const found = descendants(part(pkg, `word/${within}.xml`), name)
  if (found.length === 0) throw new Error(`There is no ${name}.`)
  return found
}

test('the label is that of a native list of its own for each part, and no word of it is typed', () => {
  const pkg = readPackage(docx)
  const texts = elements(pkg, 'w:lvlText', 'numbering').map((text) => attribute(text))
  expect(texts.filter((text) => text?.includes('\u00a0'))).toEqual([
    'Figure\u00a0%1.',
    ...['Tableau\u00a0%1.', 'Tableau\u00a0%1.', 'Table\u00a0%1.'],
  ])
  const captions = computeLabels(pkg).filter(({style}) => style === 'Caption')
  expect(captions.map(({label, text}) => `${label} ${text}`.replaceAll('\u00a0', ' ').slice(0, 20))).toEqual([
    'Figure 1. Villes',
    'Tableau 1. Poids, co',
    'Tableau 2. Longueurs',
    'Tableau 3. Documents',
    'Figure 2. Villes, en',
    'Tableau 1. Villes',
    'Tableau 2. Fabricant',
    'Table 1. Islands',
  ])
  expect(JSON.stringify(descendants(part(pkg, 'word/document.xml'), 'w:instrText'))).not.toContain('SEQ')
})

describe('the certificate refuses', () => {
  test.each<[string, (pkg: WordPackage) => void, RegExp]>([
    [
      'a caption that is out of its list',
      (pkg) => {
        const caption = elements(pkg, 'w:p').find(
          (paragraph) => attribute(child(child(paragraph, 'w:pPr'), 'w:pStyle')) === 'Caption',
        )
        const [id] = caption ? descendants(caption, 'w:numId') : []
        if (id) id.attributes['w:val'] = '0'
      },
      /Labels differ at place \d+: .*the text has “\p{L}+.1\. \p{L}+/u,
    ],
    [
      'another word in a label',
      (pkg) => {
        const text = elements(pkg, 'w:lvlText', 'numbering').find((one) =>
          attribute(one)?.startsWith('Tableau'),
        )
        if (text) text.attributes['w:val'] = 'Table %1.'
      },
      /the file has “Table 1\. Poids.*the text has “Tableau.1\. Poids/,
    ],
    [
      'a link that shows another number',
      (pkg) => {
        const [link] = elements(pkg, 'w:hyperlink')
        const [text] = link ? descendants(link, 'w:t') : []
        text?.children.splice(0, 1, '2')
      },
      /Links to numbers differ at place 1: .*The link to u_[a-z2-7]{12} shows “2”, and the number there is 1\./,
    ],
    [
      'a link to another table',
      (pkg) => {
        const [link, other] = elements(pkg, 'w:hyperlink')
        if (link && other) link.attributes['w:anchor'] = other.attributes['w:anchor'] ?? ''
      },
      /Links to numbers differ at place 1/,
    ],
    [
      'a label in a field that is not that of its caption',
      (pkg) => {
        // The annex is in English, whose word is that of the caption: a field repeats the whole label.
        const text = elements(pkg, 'w:t').find(({children}) => children[0] === 'Table\u00a01')
        text?.children.splice(0, 1, 'Table\u00a02')
      },
      /shows “Table.2”, its target has “Table.1”/,
    ],
  ])('%s', (_what, damage, due) => {
    const pkg = readPackage(docx)
    damage(pkg)
    expect(() => certifyDocx('captions.fr.docx', writePackage(pkg), finished)).toThrow(due)
  })
})

test('an annex that is released as a file of its own has the numbers of the whole document', async () => {
  const files = splitParts(finished.tree, (language, index) => `${language}-${index}`)
  const texts = files.map(({tree}) =>
    new TextDecoder().decode(renderText(finishedWith(tree))).replaceAll('\u00a0', ' '),
  )
  expect(texts.join('\n').match(/^Table(?:au)? \d\. \p{L}+/gmu)).toEqual([
    ...['Tableau 1. Poids', 'Tableau 2. Longueurs', 'Tableau 3. Documents'],
    ...['Tableau 1. Villes', 'Tableau 2. Fabricants', 'Table 1. Islands'],
  ])
  expect(texts[0]).toContain("voir le tableau 1 de l'annexe 1")
  for (const {name, tree} of files) {
    const own = finishedWith(tree)
    expect(certifyDocx(`${name}.docx`, await renderDocx(own), own).sections).toBe(1)
  }
  const [body] = files
  const page = new TextDecoder().decode(renderHtml(finishedWith(body?.tree as DocumentTree)))
  expect(page).toContain('<a href="fr-1.html#u-towns.caption" class="ref">1</a>')
})
