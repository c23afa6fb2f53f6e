import type {Stats} from 'node:fs'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {readContent} from '../../src/load/index.ts'

// A program that saves a file while it is read cannot be timed; so each look at the file tells of another size.
let changes = 0
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    fstatSync: (handle: number): Stats => {
      const stat = fs.fstatSync(handle)
      if (changes > 0) stat.mtimeMs += changes--
      return stat
    },
  }
})

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-changing-'))
  mkdirSync(join(root, 'documents'))
  writeFileSync(join(root, 'documents/meetings.yaml'), 'a: b\n')
})
afterEach(() => rmSync(root, {recursive: true}))

test('a file that changes while it is read is read once more', async () => {
  changes = 2
  const {content} = await readContent(root, ['documents'])
  expect(new TextDecoder().decode(content.get('documents/meetings.yaml'))).toBe('a: b\n')
})

test('a file that goes on changing is named', async () => {
  changes = 4
  await expect(readContent(root, ['documents'])).rejects.toThrow(
    'documents/meetings.yaml is changing at this moment. Wait until it is saved and try again.',
  )
})
