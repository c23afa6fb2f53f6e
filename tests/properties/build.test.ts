import {execFile} from 'node:child_process'
import {readdir, readFile, rm, stat, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {promisify} from 'node:util'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {load} from '../../src/load/index.ts'
import {ran} from '../support/commands.ts'
import {copyProject, removeRoot, repository, sourcesOf} from '../support/content-root.ts'
import {manifests, allOutputs as outputs} from '../support/documents.ts'
import {digestsIn} from '../support/manifests.ts'

const run = promisify(execFile)
let root: string

beforeAll(async () => {
  await run(process.execPath, [join(repository, 'node_modules/typescript/bin/tsc'), '-b'], {cwd: repository})
  await run(process.execPath, ['bundle.js'], {cwd: repository})
  root = await copyProject('documents', 'templates')
})
afterAll(() => removeRoot(root))

/** The command in a process of its own, from another folder, in another time zone and language. */
async function commandElsewhere(...args: string[]): Promise<string> {
  const env = {...process.env, TZ: 'Asia/Tokyo', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8'}
  return (await run(process.execPath, [join(repository, 'dist/cites-docs.js'), ...args], {env, cwd: '/'}))
    .stdout
}

const build = async (...options: string[]): Promise<string> =>
  (await ran(runBuild, ['--root', root, ...options])).out

async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(names.sort().map(async (name) => [name, await readFile(name)] as const))
  return new Map(files.map(([name, bytes]) => [name.slice(folder.length + 1).replaceAll('\\', '/'), bytes]))
}

const outOf = (folder: string): Promise<Map<string, Buffer>> => filesOf(join(folder, 'out'))

function differing(a: Map<string, Buffer>, b: Map<string, Buffer>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(
    (name) => !a.get(name)?.equals(b.get(name) as Buffer),
  )
}

const named = async (): Promise<Map<string, string[]>> => digestsIn(await outOf(root))

test('another folder, time zone and locale give the bytes of out/', async () => {
  await commandElsewhere('build', '--root', root)
  const [theirs, ours] = await Promise.all([outOf(repository), outOf(root)])
  // What is in out/ beside the story is what somebody added to documents/, and built.
  expect([...ours.keys()]).toEqual(expect.arrayContaining([...outputs, ...manifests]))
  expect(differing(ours, theirs)).toEqual([])
})

test('a second build by the command says that there was nothing to do; a file that went is made again', async () => {
  const nothing = /: 0 files written, \d+ unchanged, 0 removed; 0 errors, 0 warnings; 0\.0 s\.\n$/
  expect(await commandElsewhere('build', '--root', root)).toMatch(nothing)
  await rm(join(root, 'out/index.html'))
  expect(await commandElsewhere('build', '--root', root)).toMatch(
    /: 1 file written, \d+ unchanged, 0 removed/,
  )
})

test('a second build writes nothing', async () => {
  const times = async (): Promise<number[]> =>
    Promise.all(
      [...(await outOf(root)).keys()].map(async (name) => (await stat(join(root, 'out', name))).mtimeMs),
    )
  const before = await times()
  const made = [...(await outOf(root)).keys()].filter((name) => !name.endsWith('manifest.json'))
  expect(await build()).toContain(`: 0 files written, ${made.length} unchanged, 0 removed`)
  expect(await times()).toEqual(before)
})

test('a build of one language leaves the files and the manifest entries of the others', async () => {
  const before = await outOf(root)
  const entries = await named()
  for (const language of ['en', 'fr']) {
    const body = join(root, `documents/sc58/internet-trade/body.${language}.md`)
    await writeFile(body, (await readFile(body, 'utf8')).replace(/^title: /m, 'title: X '))
  }
  await build('--language', 'fr')
  const changed = differing(await outOf(root), before)
  // The agenda and the summary record print the title of the document that their item is about.
  const french = outputs.filter((name) => /^sc58\/(?:agenda|internet-trade|summary-record)\.fr\./.test(name))
  const own = ['agenda', 'internet-trade', 'summary-record'].map((name) => `sc58/${name}.manifest.json`)
  // The numbered texts are named by the manifest of what is only built.
  expect(changed.sort()).toEqual([...french, ...own, 'manifest.json'].sort())
  const after = await named()
  expect([...after.keys()]).toEqual([...entries.keys()])
  expect(
    [...after.keys()].filter((name) => String(after.get(name)) !== String(entries.get(name))).sort(),
  ).toEqual([...french].sort())
})

test('the order in which files are read changes nothing', async () => {
  const {content} = await sourcesOf(repository)
  content.set('documents/wrong.yaml', new TextEncoder().encode('a: 1\na: 2\n'))
  content.set('documents/worse.yaml', new Uint8Array([0xff, 0xff]))
  const told = (entries: Iterable<[string, Uint8Array]>): string => {
    const {sources, paths, texts, messages} = load(new Map(entries))
    const values = [...sources].map(([path, source]) => [
      path,
      source.data.value,
      'tree' in source && source.tree,
    ])
    return JSON.stringify([
      values,
      [...paths],
      [...texts],
      messages.map((message) => [message.name, message.reason]),
    ])
  }
  const expected = told(content)
  expect(/“a” occurs twice/.test(expected) && /not saved as UTF-8/.test(expected)).toBe(true)
  const files = [...content]
  fc.assert(
    fc.property(fc.shuffledSubarray(files, {minLength: files.length}), (shuffled) => {
      expect(told(shuffled) === expected).toBe(true)
    }),
    {numRuns: 10},
  )
})
