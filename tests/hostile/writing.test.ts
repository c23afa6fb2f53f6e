import {execFileSync, spawnSync} from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
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

describe('a manifest that comes from somebody else', () => {
  const digest = `sha256-${'0'.repeat(64)}`
  const victims = ['documents/sc58/bear-trade/document.yaml', 'elsewhere/victim']
  const manifest = (path: string): string => JSON.stringify({files: {[path]: digest}})

  test.each([
    ['names a source', manifest('../documents/sc58/bear-trade/document.yaml')],
    ['names a file by its whole path', manifest('/etc/passwd')],
    ['names a folder', manifest('sc58')],
    ['names the prototype', '{"files": {"__proto__": ["x"], "constructor": "x"}}'],
    ['is a list', '[]'],
    ['is cut off', '{"files": {"sc58/be'],
    ['has merge marks', '<<<<<<< ours\n{}\n=======\n'],
    ['is of another form', '{"files": {"sc58/a.txt": {"sha": 1}}, "version": 99}'],
    ['is empty', ''],
  ])('%s: it is made anew, and nothing else is touched', async (_, content) => {
    await built()
    const right = readFileSync(at('out/manifest.json'), 'utf8')
    writeFileSync(at('elsewhere/victim'), 'mine')
    const before = victims.map((path) => readFileSync(at(path), 'utf8'))
    writeFileSync(at('out/manifest.json'), content)
    expect(await built()).toEqual([])
    expect(victims.map((path) => readFileSync(at(path), 'utf8'))).toEqual(before)
    expect(readFileSync(at('out/manifest.json'), 'utf8')).toBe(right)
  })

  test('is a pipe: nobody waits for it', async () => {
    mkdirSync(at('out'))
    execFileSync('mkfifo', [at('out/manifest.json')])
    expect(await built()).toContain('sc58/bear-trade.en.txt')
    expect(lstatSync(at('out/manifest.json')).isFile()).toBe(true)
  })

  test('leads elsewhere: what is there is not read, and stays', async () => {
    await built()
    renameSync(at('out/manifest.json'), at('elsewhere/manifest.json'))
    const there = readFileSync(at('elsewhere/manifest.json'), 'utf8')
    symlinkSync(at('elsewhere/manifest.json'), at('out/manifest.json'))
    rmSync(at('documents/sc58/otter-trade'), {recursive: true})
    await built()
    expect(readFileSync(at('elsewhere/manifest.json'), 'utf8')).toBe(there)
    expect(existsSync(at('out/sc58/otter-trade.en.txt'))).toBe(true)
  })
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
