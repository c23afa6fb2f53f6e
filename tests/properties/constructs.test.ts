import {cp, mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import type {Node} from 'unist'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {certifyDocx} from '../../src/certify/index.ts'
import {check} from '../../src/index.ts'
import {type Finished, formats} from '../../src/render/index.ts'
import {visitBlocks} from '../../src/tree/index.ts'
import {computeLabels, integrityFaults, readPackage, staleReferences} from '../../src/word/index.ts'
import {labelledUnits} from '../support/built.ts'
import {randomBlocks} from '../support/constructs/random-blocks.ts'
import {writeBlocks} from '../support/constructs/write-blocks.ts'
import {htmlLabels} from '../support/html-labels.ts'

// Whatever an author puts into what: no construct is refused, and all formats have the labels of the tree.
// CITES_DOCS_DOCUMENTS=100 tries more of them.
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
const runs = Number(process.env.CITES_DOCS_DOCUMENTS ?? 3)
const document = `kind: conference-document
meeting: cop15
symbol: {number: "99", revision: null}
author: secretariat
date: "2009-10-09"
original: en
languages: {en: complete}
subject: bear-trade
captions: numbered
annexes: [{name: annex-1, form: draft-resolution}]
`
const head = '---\ntitle: CITES\n---\n\n'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-random-'))
  await cp(fixture, root, {recursive: true})
  await mkdir(join(root, 'documents/cop15/random'))
  await writeFile(join(root, 'documents/cop15/random/document.yaml'), document)
})
afterAll(() => rm(root, {recursive: true}))

async function finishedWith(body: string, resolution: string): Promise<Finished> {
  const folder = join(root, 'documents/cop15/random')
  await writeFile(join(folder, 'body.en.md'), head + body)
  await writeFile(
    join(folder, 'annex-1.en.md'),
    `${head}RECALLING bears; ^r-recalling\n\n::pivot\n\n${resolution}`,
  )
  const {compositions, dossier, messages} = await check({root, documents: ['cop15/random']})
  expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
  const [english] = compositions
  if (!english) throw new Error('The document was refused.')
  return {tree: english.tree, styles: dossier.templates.styles, numbering: dossier.templates.numbering}
}

/** Ids of paragraphs and headings in the order of the tree. */
function unitsIn({tree}: Finished): string[] {
  const units: string[] = []
  visitBlocks(tree, (node) => {
    const {unit = ''} = node as Node & {unit?: string}
    if (/^[br]-\d+$/.test(unit) && node.type !== 'captionedTable') units.push(unit)
  })
  return units
}

test(
  'random documents are built, certified and read back with the labels of their trees',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomBlocks('body'), randomBlocks('resolution'), async (body, resolution) => {
        const ofBody = writeBlocks(body, {language: 'en', prefix: 'b'})
        const ofAnnex = writeBlocks(resolution, {language: 'en', isResolution: true, prefix: 'r'})
        const finished = await finishedWith(ofBody, ofAnnex)
        const docx = (await formats.get('docx')?.render(finished)) as Uint8Array
        const html = new TextDecoder().decode(await formats.get('html')?.render(finished))
        const text = new TextDecoder().decode(await formats.get('txt')?.render(finished))
        certifyDocx('cop15/random.en.docx', docx, finished)
        const pkg = readPackage(docx)
        // What an author writes first stands first, whatever it belongs to.
        expect(unitsIn(finished)).toEqual(
          [...(ofBody + ofAnnex).matchAll(/ \^([br]-\d+)$/gm)].map(([, id]) => id),
        )
        const labels = labelledUnits(finished.tree).map(({label}) => label)
        expect(computeLabels(pkg).flatMap(({label}) => label ?? [])).toEqual(labels)
        expect(htmlLabels(html)).toEqual(labels)
        expect(integrityFaults(pkg)).toEqual([])
        expect(staleReferences(pkg)).toEqual([])
        const lines = text.split('\n').map((line) => line.trim())
        let from = 0
        for (const label of labels) {
          const at = lines.findIndex(
            (line, place) =>
              place >= from && [`${label} `, `[-${label}-] `].some((head) => line.startsWith(head)),
          )
          expect(at, label).toBeGreaterThanOrEqual(from)
          from = at + 1
        }
      }),
      // To make a document smaller costs as much as to build it.
      {numRuns: runs, endOnFailure: true},
    )
  },
  runs * 30_000,
)
