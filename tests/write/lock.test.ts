import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {hostname, tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {EnvironmentError} from '../../src/failure/index.ts'
import {build, write} from '../../src/index.ts'
import {withLock} from '../../src/write/index.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

let root: string
const path = (): string => join(root, '.cites-docs/lock')
const hold = (text: string): void => {
  mkdirSync(join(root, '.cites-docs'))
  writeFileSync(path(), text)
}
const taken = (): Promise<string> => withLock(root, async () => readFileSync(path(), 'utf8'))
/** A process that has ended. */
const gone = (): number => spawnSync(process.execPath, ['-e', '0']).pid

describe('the lock', () => {
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cites-docs-lock-'))
  })
  afterEach(() => rmSync(root, {recursive: true}))

  test('names its process and is given back, also when the work fails', async () => {
    expect(JSON.parse(await taken())).toEqual({pid: process.pid, host: hostname()})
    await expect(withLock(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(existsSync(path())).toBe(false)
  })

  test('is taken by one at a time', async () => {
    await expect(withLock(root, () => taken())).rejects.toThrow(`process ${process.pid} on ${hostname()}`)
  })

  test('of a process that is gone is taken over, and nothing of it is left', async () => {
    hold(JSON.stringify({pid: gone(), host: hostname()}))
    expect(JSON.parse(await taken())).toMatchObject({pid: process.pid})
    expect(readdirSync(join(root, '.cites-docs'))).toEqual([])
  })

  test('clears what a killed command left unfinished among sources and releases, and nothing else', async () => {
    const unfinished = ['documents/sc58/.cites-docs-0123456789ab.tmp', 'release/.cites-docs-ba9876543210.tmp']
    const others = ['documents/sc58/body.en.md', 'documents/sc58/.cites-docs.tmp', 'release/x.tmp', 'y.tmp']
    for (const name of [...unfinished, ...others]) {
      mkdirSync(dirname(join(root, name)), {recursive: true})
      writeFileSync(join(root, name), '')
    }
    await taken()
    expect(unfinished.filter((name) => existsSync(join(root, name)))).toEqual([])
    expect(others.filter((name) => existsSync(join(root, name)))).toEqual(others)
  })

  test('of another machine stays, since nothing can be known of its processes', async () => {
    hold(JSON.stringify({pid: gone(), host: 'another'}))
    await expect(taken()).rejects.toThrow('delete .cites-docs/lock')
  })

  test.each(['', '{', '[]', '{"pid": "1"}', 'null'])(
    'that holds %j is being written, or was cut off long ago',
    async (text) => {
      hold(text)
      await expect(taken()).rejects.toThrow(EnvironmentError)
      utimesSync(path(), 0, 0)
      expect(JSON.parse(await taken())).toMatchObject({pid: process.pid})
    },
  )

  test('cannot be where a file stands in the place of its folder, and that is what is said', async () => {
    writeFileSync(join(root, '.cites-docs'), '')
    await expect(taken()).rejects.toThrow('Cannot write .cites-docs/lock')
  })
})

describe('after a build that was killed', () => {
  const output = 'out/sc58/bear-trade.en.html'
  const named = 'out/sc58/bear-trade.manifest.json'
  const manifest = (): {files: Record<string, unknown>; before?: unknown} =>
    JSON.parse(readFileSync(join(root, named), 'utf8'))
  beforeEach(async () => {
    root = await fixtureRoot()
    const result = await build({root})
    await write(root, result.outputs, result)
  })
  afterEach(() => rmSync(root, {recursive: true}))

  /** As it stands when the build was killed before it had replaced a file: new digests, and the old ones beside them. */
  function kill(): void {
    const {files} = manifest()
    const digest = `sha256-${'0'.repeat(64)}`
    // The second was never written.
    const changed = {...files, 'bear-trade.en.html': digest, 'bear-trade.es.html': digest}
    writeFileSync(join(root, named), JSON.stringify({files: changed, before: files}))
    writeFileSync(join(root, 'out/sc58/.cites-docs-0123456789ab.tmp'), 'half')
  }

  test('files that stay are named with the bytes that are there, and none that is not', async () => {
    const before = manifest()
    kill()
    const result = await build({root, languages: ['fr']})
    await write(root, result.outputs, result)
    expect(manifest()).toEqual(before)
  })

  test('what it left unfinished is removed, also where nothing else has to be written', async () => {
    writeFileSync(join(root, 'out/sc58/.cites-docs-0123456789ab.tmp'), 'half')
    const result = await build({root})
    expect((await write(root, result.outputs, result)).written).toEqual([])
    expect(readdirSync(join(root, 'out/sc58')).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('a file whose document is gone is known for ours and removed', async () => {
    kill()
    const result = await build({root})
    const withoutEnglish = new Map([...result.outputs].filter(([name]) => !name.includes('bear-trade.en')))
    await write(root, withoutEnglish, {isPartial: false})
    expect(existsSync(join(root, output))).toBe(false)
  })
})
