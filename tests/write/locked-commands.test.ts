import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {run as check} from '../../src/commands/check.ts'
import {run as makeNew} from '../../src/commands/new.ts'
import {EnvironmentError} from '../../src/failure/index.ts'
import {withLock} from '../../src/write/index.ts'
import {digestOfFolder, ran} from '../support/commands.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'

// Every command that writes waits for nobody: it says that another is writing, and writes nothing.
let root: string
beforeEach(async () => {
  root = await copyRoot('documents')
})
afterEach(() => removeRoot(root))

const wish = ['sc58/bears', '--kind', 'information-document', '--title', 'Toy bears', '--meeting', 'sc58']

test.each([
  ['check --fix', check, ['--fix']],
  ['new', makeNew, wish],
])('%s writes nothing while another command does', async (_, run, args) => {
  const documents = join(root, 'documents')
  const before = await digestOfFolder(documents)
  await withLock(root, () =>
    expect(ran(run, [...args, '--root', root])).rejects.toThrow(
      expect.objectContaining({
        constructor: EnvironmentError,
        message: expect.stringContaining('is writing here at this moment'),
      }),
    ),
  )
  expect(await digestOfFolder(documents)).toBe(before)
})

test('new goes on where one was killed', async () => {
  const folder = join(root, 'documents/sc58/bears')
  mkdirSync(join(folder, '.4711.new~'), {recursive: true})
  writeFileSync(join(folder, '.4711.new~/body.en.md'), 'cut o')
  const {status} = await ran(makeNew, [...wish, '--root', root])
  expect(status).toBe(0)
  expect(existsSync(join(folder, 'document.yaml'))).toBe(true)
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
})
