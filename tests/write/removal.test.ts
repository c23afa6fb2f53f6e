import {mkdir, readFile, rename, rm, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {build, write} from '../../src/index.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// An output whose document is gone is removed: only the very bytes that a build wrote, and never through a link.

const output = 'out/sc58/otter-trade.en.txt'
let root: string

beforeEach(async () => {
  root = await fixtureRoot()
  await writeAll()
  await rm(join(root, 'documents/sc58/otter-trade'), {recursive: true})
})
afterEach(() => rm(root, {recursive: true}))

async function writeAll(): Promise<string[]> {
  const result = await build({root})
  return (await write(root, result.outputs, result)).removed
}

test('an output of a document that is gone is removed', async () => {
  expect(await writeAll()).toContain('sc58/otter-trade.en.txt')
  await expect(readFile(join(root, output))).rejects.toThrow('ENOENT')
})

test('an output that somebody has changed since is theirs and stays', async () => {
  await writeFile(join(root, output), 'my notes\n')
  expect(await writeAll()).not.toContain('sc58/otter-trade.en.txt')
  expect(await readFile(join(root, output), 'utf8')).toBe('my notes\n')
})

test('nothing is removed through a link that leads out of the folder', async () => {
  await mkdir(join(root, 'elsewhere'))
  await rename(join(root, 'out/sc58'), join(root, 'elsewhere/sc58'))
  await symlink(join(root, 'elsewhere/sc58'), join(root, 'out/sc58'))
  await expect(writeAll()).rejects.toThrow('is a link')
  expect(await readFile(join(root, 'elsewhere/sc58/otter-trade.en.txt'), 'utf8')).not.toBe('')
})
