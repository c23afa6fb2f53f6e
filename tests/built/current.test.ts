import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {renderCertified} from '../../src/certify/index.ts'
import {check} from '../../src/index.ts'
import {formats} from '../../src/render/index.ts'
import {checkedProject} from '../support/built.ts'
import {repository} from '../support/content-root.ts'
import {documentLanguages} from '../support/documents.ts'
import {story} from '../support/story.ts'

// What the sources give is what is committed, document by document. A wrong line in a rule, a table, a kind or a phrase
// shows here first. (Every file of out/ in another process: tests/properties/build.test.ts.)
type Checked = Awaited<ReturnType<typeof check>>
type Composition = Checked['compositions'][number]

const formatsOf = ({plan, language}: Composition): string[] =>
  // Word files take the longest, and all languages have the same tables and styles.
  language.code === plan.yaml.value.original ? ['units', 'txt', 'html', 'docx'] : ['units', 'txt', 'html']

/** Renders finished trees and compares the bytes with those of a folder, the text first, where a difference can be read. */
async function expectCommitted({compositions, dossier}: Checked, folder: string): Promise<void> {
  const {styles, numbering} = dossier.templates
  for (const composition of compositions) {
    const name = `${composition.plan.path}.${composition.language.code}`
    for (const format of formatsOf(composition)) {
      const {bytes} = await renderCertified(name, format, {tree: composition.tree, styles, numbering})
      const extension = formats.get(format)?.extension ?? ''
      const there = readFileSync(join(folder, `${name}.${extension}`))
      if (extension.endsWith('txt'))
        expect(new TextDecoder().decode(bytes), name).toBe(there.toString('utf8'))
      expect(there.equals(bytes), `${name}.${extension} is what the sources give`).toBe(true)
    }
  }
}

test('every document is in out/ as the sources give it, and there is nothing to report', async () => {
  const checked = await checkedProject()
  expect(checked.messages.map(String)).toEqual([])
  const names = checked.compositions.map(({plan, language}) => `${plan.path}.${language.code}`)
  expect(names.sort()).toEqual([...documentLanguages].sort())
  await expectCommitted(checked, join(story, 'out'))
})

test('so is the one that another outcome asks for', async () => {
  const state = join(repository, 'tests/fixtures/outcomes/amendment')
  const outcome = readFileSync(join(state, 'outcome.yaml'), 'utf8')
  const checked = await check({
    root: story,
    documents: ['cop15/conf-11-3'],
    changes: new Map([['documents/decisions/internet-trade/outcome.yaml', outcome]]),
  })
  expect(checked.messages.map(String)).toEqual([])
  expect(checked.compositions).toHaveLength(3)
  await expectCommitted(checked, join(state, 'out'))
})
