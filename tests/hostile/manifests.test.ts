import {execFileSync} from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {write} from '../../src/write/index.ts'
import {digestOf, madeOutputs, manifestOf} from '../support/manifests.ts'

// A manifest can have files removed, if their bytes are those it names. So it may name none but its own outputs, and one is
// only looked for where a build puts it.
vi.mock('../../src/load/index.ts', async (original) => {
  const {caps, ...load} = await original<typeof import('../../src/load/index.ts')>()
  return {...load, caps: {...caps, files: {most: 3}, manifestBytes: {most: 4096}, outputBytes: {most: 4096}}}
})

const bears = {'en.txt': 'b'}
let root: string
const out = (path: string): string => join(root, 'out', path)
const put = (path: string, words: string): void => {
  mkdirSync(dirname(out(path)), {recursive: true})
  writeFileSync(out(path), words)
}
/** A build of everything, when there are the bears and nothing else. */
const writeBears = () =>
  write(root, madeOutputs({'sc58/bears': bears}, {'index.txt': 'i'}), {isPartial: false})

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-hostile-'))
  await writeBears()
})
afterEach(() => rmSync(root, {recursive: true}))

describe.each(['manifest.json', 'sc58/bears.manifest.json'])(
  'out/%s that comes from somebody else',
  (place) => {
    const victims = ['documents/sc58/bears/document.yaml', 'elsewhere/victim']
    const naming = (path: string): string => JSON.stringify({files: {[path]: digestOf('mine')}})

    test.each([
      ['names a source', naming('../documents/sc58/bears/document.yaml')],
      ['names a source from further down', naming('../../documents/sc58/bears/document.yaml')],
      ['names a file by its whole path', naming('/etc/passwd')],
      ['names a folder', naming('sc58')],
      ['names the prototype', '{"files": {"__proto__": ["x"], "constructor": "x"}}'],
      ['is a list', '[]'],
      ['is cut off', '{"files": {"sc58/be'],
      ['has merge marks', '<<<<<<< ours\n{}\n=======\n'],
      ['is of another form', '{"files": {"sc58/a.txt": {"sha": 1}}, "version": 99}'],
      ['is empty', ''],
    ])('%s: it is made anew, and nothing else is touched', async (_, words) => {
      for (const path of victims) put(`../${path}`, 'mine')
      const right = readFileSync(out(place), 'utf8')
      writeFileSync(out(place), words)
      expect(await writeBears()).toMatchObject({written: [], removed: []})
      for (const path of victims) expect(readFileSync(join(root, path), 'utf8')).toBe('mine')
      expect(readFileSync(out(place), 'utf8')).toBe(right)
    })

    test('is a pipe: nobody waits for it', async () => {
      rmSync(out(place))
      execFileSync('mkfifo', [out(place)])
      await writeBears()
      expect(lstatSync(out(place)).isFile()).toBe(true)
    })

    test('leads elsewhere: what is there is not read, and stays', async () => {
      put('sc58/bears.es.txt', 'mine')
      put('old.txt', 'mine')
      const there = manifestOf({'bears.es.txt': 'mine', 'old.txt': 'mine'})
      put('../elsewhere/manifest.json', there)
      rmSync(out(place))
      symlinkSync(join(root, 'elsewhere/manifest.json'), out(place))
      expect((await writeBears()).removed).toEqual([])
      expect(lstatSync(out(place)).isFile()).toBe(true)
      expect(readFileSync(join(root, 'elsewhere/manifest.json'), 'utf8')).toBe(there)
      expect(readFileSync(out('sc58/bears.es.txt'), 'utf8')).toBe('mine')
      expect(readFileSync(out('old.txt'), 'utf8')).toBe('mine')
    })
  },
)

describe('has nothing removed that it may not name', () => {
  const ofBears = 'sc58/bears.manifest.json'
  test.each([
    ['another document', ofBears, 'otters.en.txt', 'sc58/otters.en.txt'],
    ['a document whose name begins as its own', ofBears, 'bears-2.en.txt', 'sc58/bears-2.en.txt'],
    ['another folder', ofBears, '../cop15/bears.en.txt', 'cop15/bears.en.txt'],
    ['its own folder by a detour', ofBears, '../sc58/bears.es.txt', 'sc58/bears.es.txt'],
    ['a whole path', ofBears, 'sc58/bears.es.txt', 'sc58/bears.es.txt'],
    ['no language', ofBears, 'bears.txt', 'sc58/bears.txt'],
    ['no format', ofBears, 'bears.es', 'sc58/bears.es'],
    ['a folder below', ofBears, 'bears.es.txt/x.en.txt', 'sc58/bears.es.txt/x.en.txt'],
    ['a page about all documents', ofBears, '../search.html', 'search.html'],
    [
      'an output of a document that has a manifest',
      'manifest.json',
      'sc58/bears.es.txt',
      'sc58/bears.es.txt',
    ],
    ['the manifest of a document', 'manifest.json', 'sc58/x.manifest.json', 'sc58/x.manifest.json'],
    ['a source', 'manifest.json', '../documents/x.yaml', '../documents/x.yaml'],
  ])('%s', async (_, manifest, name, victim) => {
    put(victim, 'mine')
    put(manifest, manifestOf({[name]: 'mine'}))
    expect((await writeBears()).removed).toEqual([])
    expect(readFileSync(out(victim), 'utf8')).toBe('mine')
  })

  test('but what it may name is removed: the digest alone decides', async () => {
    put('sc58/bears.es.txt', 'ours')
    put('sc58/bears.fr.txt', 'mine')
    put(ofBears, manifestOf({'bears.en.txt': 'b', 'bears.es.txt': 'ours', 'bears.fr.txt': 'ours'}))
    expect((await writeBears()).removed).toEqual(['sc58/bears.es.txt'])
    expect(readFileSync(out('sc58/bears.fr.txt'), 'utf8')).toBe('mine')
  })

  test('a digest of another form is none, and is not handed on', async () => {
    put('sc58/bears.es.txt', 'mine')
    put(ofBears, JSON.stringify({files: {'bears.es.txt': ['sha256-', '<script>', 1, null]}}))
    await write(root, madeOutputs({'sc58/bears': bears}), {isPartial: true})
    expect(readFileSync(out(ofBears), 'utf8')).toBe(manifestOf({'bears.en.txt': 'b'}))
  })
})

describe('of a document that is not there', () => {
  const gone = manifestOf({'gone.en.txt': 'mine'})

  test('is found beside its outputs, and both are removed', async () => {
    put('cop15/gone.en.txt', 'mine')
    put('cop15/gone.manifest.json', gone)
    expect((await writeBears()).removed).toEqual(['cop15/gone.en.txt'])
    expect(existsSync(out('cop15'))).toBe(false)
  })

  test.each(['gone', 'a/b/gone', 'a/.git/gone', 'A/gone', '.a/gone'])(
    'is not looked for at out/%s',
    async (path) => {
      put(`${path}.en.txt`, 'mine')
      put(`${path}.manifest.json`, gone)
      expect((await writeBears()).removed).toEqual([])
      expect(readFileSync(out(`${path}.manifest.json`), 'utf8')).toBe(gone)
    },
  )

  test('has no page removed that is made, although it names it', async () => {
    const page = 'dashboard/index.fr.txt'
    const outputs = madeOutputs({'sc58/bears': bears}, {[page]: 'd'})
    await write(root, outputs, {isPartial: false})
    put('dashboard/index.manifest.json', manifestOf({'index.fr.txt': 'd'}))
    expect((await write(root, outputs, {isPartial: false})).removed).toEqual([])
    expect(readFileSync(out(page), 'utf8')).toBe('d')
    expect(readFileSync(out('manifest.json'), 'utf8')).toBe(manifestOf({[page]: 'd'}))
  })

  test('is not looked for behind a link', async () => {
    mkdirSync(join(root, 'elsewhere'))
    for (const [name, words] of [
      ['gone.en.txt', 'mine'],
      ['gone.manifest.json', gone],
    ] as const)
      writeFileSync(join(root, 'elsewhere', name), words)
    symlinkSync(join(root, 'elsewhere'), out('linked'))
    put('cop15/gone.en.txt', 'mine')
    symlinkSync(join(root, 'elsewhere/gone.manifest.json'), out('cop15/gone.manifest.json'))
    expect((await writeBears()).removed).toEqual([])
    expect(readFileSync(join(root, 'elsewhere/gone.en.txt'), 'utf8')).toBe('mine')
    expect(readFileSync(out('cop15/gone.en.txt'), 'utf8')).toBe('mine')
  })

  test.each([
    ['names nothing of its own', manifestOf({'bears.en.txt': 'b', 'index.html': 'i'})],
    ['is no manifest', 'my list of packages'],
    ['is too large', `${gone}${' '.repeat(4096)}`],
  ])('%s: it is none of ours, and stays', async (_, words) => {
    put('cop15/gone.en.txt', 'mine')
    put('cop15/gone.manifest.json', words)
    expect((await writeBears()).removed).toEqual([])
    expect(readFileSync(out('cop15/gone.manifest.json'), 'utf8')).toBe(words)
    expect(readFileSync(out('cop15/gone.en.txt'), 'utf8')).toBe('mine')
  })

  test('is one of so many at a time as there can be files of sources', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      put(`cop15/${name}.en.txt`, 'ours')
      put(`cop15/${name}.manifest.json`, manifestOf({[`${name}.en.txt`]: 'ours'}))
    }
    expect((await writeBears()).removed).toEqual(['cop15/a.en.txt', 'cop15/b.en.txt', 'cop15/c.en.txt'])
    expect((await writeBears()).removed).toEqual(['cop15/d.en.txt', 'cop15/e.en.txt'])
  })
})
