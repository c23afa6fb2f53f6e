import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {claimsOf, newClaims} from '../src/claims.ts'
import {keeperOf} from '../src/kept/index.ts'
import {type BuildOptions, buildEach} from '../src/pipeline.ts'
import {nothingMade} from '../src/render-document.ts'
import {digestOf, writtenBefore} from '../src/write/index.ts'
import {story} from './support/content-root.ts'
import {copyFolder, fixtureRoot} from './support/fixture-root.ts'

// Threads make documents of a build, and nobody can tell from what they make how many there were.

let folder: string
const {XDG_CACHE_HOME} = process.env
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cites-docs-makers-'))
  process.env.XDG_CACHE_HOME = join(folder, 'caches')
})
afterAll(() => {
  if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME
  else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME
  rmSync(folder, {recursive: true})
})

/** A dossier of some documents, one of which is refused and one of which has a warning. */
async function dossier(name: string): Promise<string> {
  const root = join(folder, name)
  copyFolder(join(await fixtureRoot(), 'documents'), join(root, 'documents'))
  const first = join(root, 'documents/sc58/bear-trade')
  for (const number of [31, 32, 33, 34, 35, 36]) {
    const copy = join(root, `documents/sc58/copy-${number}`)
    copyFolder(first, copy)
    const plan = join(copy, 'document.yaml')
    writeFileSync(plan, readFileSync(plan, 'utf8').replace(/number: [^,\n}]*/, `number: "${number}"`))
  }
  const [wrong, doubtful] = [32, 34].map((number) => join(root, `documents/sc58/copy-${number}/body.en.md`))
  writeFileSync(wrong as string, `${readFileSync(wrong as string, 'utf8')}\nSee :ref[nowhere].\n`)
  writeFileSync(doubtful as string, `${readFileSync(doubtful as string, 'utf8')}\nTwo  spaces.\n`)
  return root
}

/** All that a build makes and says. */
async function made(options: BuildOptions): Promise<object> {
  const all = nothingMade()
  const {messages, documents, hints, switchedOff, isPartial} = await buildEach(options, (one) => {
    for (const [path, output] of one.outputs) all.outputs.set(path, output)
    for (const [path, output] of one.left) all.left.set(path, output)
    for (const [path, certificate] of one.certificates) all.certificates.set(path, certificate)
  })
  return {
    outputs: [...all.outputs].map(([path, {bytes, ...own}]) => [path, digestOf(bytes), {...own}]),
    manifests: [...writtenBefore(all.outputs)],
    certificates: [...all.certificates],
    messages: messages.map((message) => ({...message, reason: message.reason, stack: undefined})),
    ...{documents, hints, switchedOff, isPartial},
  }
}

const threads = (patience: number) => ({threads: 2, patience})

test('documents that threads make, with their messages and certificates, are those of one thread', async () => {
  const root = await dossier('several')
  const alone = await made({root})
  expect(JSON.stringify(alone)).toContain('nowhere')
  for (const patience of [0, 3]) expect(await made({root, makers: threads(patience)})).toEqual(alone)
  expect(await made({root, languages: ['fr'], formats: ['html'], makers: threads(0)})).toEqual(
    await made({root, languages: ['fr'], formats: ['html']}),
  )
})

test('likewise of the story', async () => {
  expect(await made({root: story, makers: threads(2)})).toEqual(await made({root: story}))
})

test('what threads have made is kept as what this one makes', async () => {
  const root = await dossier('kept')
  const build = (options: Partial<BuildOptions>) => made({root, keeper: keeperOf(root, 'tests'), ...options})
  await build({makers: threads(0)})
  // Nothing was written, so that everything is made again, by whoever it is, and known for what is made in place of what.
  const again = await build({makers: threads(0)})
  expect(await build({})).toEqual(again)
  expect(JSON.stringify(again)).toMatch(/"replaces":"sha256-/)
})

test('where threads end early, this one makes the rest and says what is wrong', async () => {
  const root = await dossier('changing')
  const body = join(root, 'documents/sc58/copy-36/body.en.md')
  const words = readFileSync(body, 'utf8')
  const changing = (makers: BuildOptions['makers']): Promise<object> => {
    writeFileSync(body, words)
    const onTotal = (): void => writeFileSync(body, `${words}\nMore.\n`)
    return made({root, makers, onTotal})
  }
  await expect(changing(undefined)).rejects.toThrow('body.en.md')
  await expect(changing(threads(0))).rejects.toThrow('body.en.md')
})

test('a document is claimed once, and who is far ahead waits', () => {
  const shared = newClaims(3)
  const [asking, one, two] = [0, 1, 2].map((own) => claimsOf(shared, own)) as [
    ReturnType<typeof claimsOf>,
    ReturnType<typeof claimsOf>,
    ReturnType<typeof claimsOf>,
  ]
  expect([one.claim(0), two.claim(0), two.claim(1), asking.claim(1), asking.claim(2)]).toEqual([
    ...[true, false, true, false, true],
  ])
  expect([0, 1].map((place) => asking.ownerOf(place))).toEqual([1, 2])
  expect(asking.ownerOf(2)).not.toBe(0)
  asking.goTo(2)
  // Would never end where it waited.
  one.waitFor(3, 1)
})
