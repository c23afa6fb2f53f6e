import {readFile, rename, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test, vi} from 'vitest'
import {build, write} from '../../src/index.ts'
import {editInPlace} from '../support/edited.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// On Windows, a file that is open in Word is not replaced; a disk may be full. It is made to say what it says there.

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

test('where the disk is too full to keep what somebody edited, nothing is overwritten', async () => {
  const earlier = await build({root})
  await write(root, earlier.outputs, earlier)
  const path = join(root, 'out/sc58/bear-trade.en.docx')
  const mine = editInPlace(path)
  const page = join(root, 'out/index.html')
  await writeFile(page, 'old')
  const usual = vi.mocked(rename).getMockImplementation() ?? rename
  vi.mocked(rename).mockImplementation(async (from, to) => {
    if (String(to).includes('/edited/')) throw Object.assign(new Error('no space'), {code: 'ENOSPC'})
    return usual(from, to)
  })

  await expect(write(root, earlier.outputs, earlier)).rejects.toThrow(
    /^out\/sc58\/bear-trade\.en\.docx was edited, and a copy of it could not be kept\. Nothing was overwritten\. .*the disk is full/,
  )
  vi.mocked(rename).mockImplementation(usual)
  expect(Buffer.compare(await readFile(path), mine)).toBe(0)
  expect(await readFile(page, 'utf8')).toBe('old')
})
