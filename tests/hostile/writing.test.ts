import {spawnSync} from 'node:child_process'
import {existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {build, EnvironmentError, write} from '../../src/index.ts'
import {bytesOf, fixtureRoot} from '../support/fixture-root.ts'

// What may wait in out/ for a build. It writes nowhere else, and says what is in its way.
let root: string
const at = (path: string): string => join(root, path)
const text = 'out/sc58/bear-trade.en.txt'

async function built(): Promise<string[]> {
  const result = await build({root})
  return (await write(root, result.outputs, result)).written
}
const refused = (words: string): Promise<void> =>
  expect(built()).rejects.toThrow(
    expect.objectContaining({constructor: EnvironmentError, message: expect.stringContaining(words)}),
  )

beforeEach(async () => {
  root = await fixtureRoot()
  mkdirSync(at('elsewhere/sc58'), {recursive: true})
})
afterEach(() => rmSync(root, {recursive: true}))

test.each(['out', 'out/sc58'])('%s is a link: nothing is written behind it', async (path) => {
  if (path !== 'out') mkdirSync(at('out'))
  symlinkSync(at('elsewhere/sc58'), at(path))
  await refused(`${at(path)} is a link. Put a folder there.`)
  expect(await bytesOf(at('elsewhere'))).toEqual(new Map())
})

test('a link in the place of an output is replaced, and what it leads to stays', async () => {
  await built()
  writeFileSync(at('elsewhere/victim'), 'mine')
  rmSync(at(text))
  symlinkSync(at('elsewhere/victim'), at(text))
  expect(await built()).toContain('sc58/bear-trade.en.txt')
  expect(lstatSync(at(text)).isFile()).toBe(true)
  expect(readFileSync(at('elsewhere/victim'), 'utf8')).toBe('mine')
})

test('a folder in the place of an output is named, and what is in it stays', async () => {
  mkdirSync(at(text), {recursive: true})
  writeFileSync(join(at(text), 'notes.md'), 'mine')
  await refused(`Cannot write ${text}: a folder or file stands where the other is needed. Move it away.`)
  expect(readFileSync(join(at(text), 'notes.md'), 'utf8')).toBe('mine')
})

test('a file in the place of a folder is named, and stays', async () => {
  mkdirSync(at('out'))
  writeFileSync(at('out/sc58'), 'mine')
  await refused('a folder or file stands where the other is needed. Move it away.')
  expect(readFileSync(at('out/sc58'), 'utf8')).toBe('mine')
})

test('whatever else is in out/ stays', async () => {
  await built()
  const own = ['out/notes.txt', 'out/sc58/bear-trade.en.txt.bak', 'out/.cites-docs-x.tmp', 'out/.git/config']
  for (const path of own) {
    mkdirSync(join(at(path), '..'), {recursive: true})
    writeFileSync(at(path), 'mine')
  }
  rmSync(at('documents/sc58/otter-trade'), {recursive: true})
  await built()
  expect(existsSync(at('out/sc58/otter-trade.en.txt'))).toBe(false)
  for (const path of own) expect(readFileSync(at(path), 'utf8')).toBe('mine')
})

test.each(['throw new Error("x")', 'Promise.reject(new Error("x"))'])(
  'a fault of ours beside everything (%s) ends with 70, which is not the status of bad sources',
  (fault) => {
    const script = `process.argv.splice(1, 0, 'x'); process.argv[2] = '--version'
      await import(${JSON.stringify(join(import.meta.dirname, '../../dist/cites-docs.js'))})
      setTimeout(() => { ${fault} })`
    const {status, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    })
    expect(stderr).toMatch(/^This is a bug of cites-docs/)
    expect(status).toBe(70)
  },
)
