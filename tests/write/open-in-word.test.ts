import {readFile, rename, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {build, write} from '../../src/index.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// On Windows, a file that is open in Word is not replaced. The disk is made to say what it says there.

vi.mock('node:fs/promises', async (original) => {
  const disk = await original<typeof import('node:fs/promises')>()
  return {...disk, rename: vi.fn(disk.rename)}
})

let root: string
beforeEach(async () => {
  root = await fixtureRoot()
})
afterEach(() => rm(root, {recursive: true}))

test.each(['EPERM', 'EBUSY'])('%s: whoever has the document open is told to close it', async (code) => {
  const earlier = await build({root})
  await write(root, earlier.outputs, earlier)
  const path = 'sc58/bear-trade.en.docx'
  const before = await readFile(join(root, 'out', path))
  const usual = vi.mocked(rename).getMockImplementation() ?? rename
  vi.mocked(rename).mockImplementation(async (from, to) => {
    if (String(to).endsWith('.docx')) throw Object.assign(new Error('operation not permitted'), {code})
    return usual(from, to)
  })

  const other = {...earlier.outputs.get(path), bytes: new TextEncoder().encode('other bytes')}
  const outputs = new Map([...earlier.outputs, [path, other]])
  await expect(write(root, outputs, earlier)).rejects.toThrow(
    `Cannot write out/${path}: it is open in another program, such as Word, or may not be written. Close it there, or change its permissions, and try again. The earlier file is as it was.`,
  )
  vi.mocked(rename).mockImplementation(usual)
  expect(await readFile(join(root, 'out', path))).toEqual(before)
})
