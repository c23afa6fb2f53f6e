import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, expect, test} from 'vitest'
import {fixUnitIds} from '../../src/fix/index.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'

let root: string | undefined
afterEach(() => removeRoot(root))

test('ids are put into an annex that document.yaml names with its form', async () => {
  root = await copyRoot('documents')
  const path = join(root, 'documents/cop15/internet-trade/annex-3.en.md')
  const before = await readFile(path, 'utf8')
  const lost = / \^([a-z-]+)$/m.exec(before)?.[0] ?? ''
  await writeFile(path, before.replace(lost, ''))
  const changed = await fixUnitIds(root, ['cop15/internet-trade'])
  expect(changed).toEqual([{path: 'documents/cop15/internet-trade/annex-3.en.md', added: 1}])
  expect(await readFile(path, 'utf8')).toMatch(/ \^[b-df-hj-np-tv-z]{6}$/m)
})
