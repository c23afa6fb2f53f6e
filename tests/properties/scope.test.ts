import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runRelease} from '../../src/commands/release.ts'
import {checkContent} from '../../src/content.ts'
import {UsageError} from '../../src/failure/index.ts'
import {type BuildOptions, type BuildResult, build, write} from '../../src/index.ts'
import {isError} from '../../src/message/index.ts'
import {type Break, breaksOf} from '../support/breaks.ts'
import {ran} from '../support/commands.ts'
import {bytesOf, fixtureRoot} from '../support/fixture-root.ts'

// Whatever is wrong, and wherever: what is said of a named document is what a build of everything does with it.
//
// CITES_DOCS_BREAKS says how many breaks are drawn, and CITES_DOCS_SEED which.
const numRuns = Number(process.env.CITES_DOCS_BREAKS ?? 60)
const seed = Number(process.env.CITES_DOCS_SEED ?? 1)

const documents = ['sc58/bear-trade', 'sc58/otter-trade']
const asked: Pick<BuildOptions, 'final' | 'languages' | 'formats'>[] = [
  {},
  {final: true},
  {languages: ['en']},
  {languages: ['fr']},
  {formats: ['txt']},
]

let root: string
let disk: string
let breaks: Break[]
beforeAll(async () => {
  root = await fixtureRoot()
  const files = [...(await bytesOf(root))].filter(([path]) => /^documents\/.+\.(?:yaml|md)$/.test(path))
  breaks = breaksOf(new Map(files.map(([path, text]) => [path, Buffer.from(text, 'latin1').toString()])))
})
beforeAll(async () => {
  disk = await fixtureRoot()
})
afterAll(() => Promise.all([root, disk].map((folder) => rm(folder, {recursive: true}))))

/** Whether a build of everything writes a document in every language that it was asked for. */
function isWritten({documents: built}: BuildResult, path: string): boolean {
  const own = built.filter((document) => document.path === path)
  return own.length > 0 && !own.some(({isRefused}) => isRefused)
}

test('a named document is said to be right exactly when a build of everything writes it, and is the same', async () => {
  expect(breaks.length).toBeGreaterThan(900)
  const wrong: string[] = []
  const drawn = fc.record({
    one: fc.nat({max: breaks.length - 1}),
    path: fc.constantFrom(...documents),
    options: fc.constantFrom(...asked),
  })
  for (const {one, path, options} of fc.sample(drawn, {numRuns, seed})) {
    const {name, path: file, text} = breaks[one] as Break
    const given = {root, changes: new Map([[file, text]]), ...options}
    const whole = await build(given)
    const isWhole = isWritten(whole, path)
    const say = (what: string): void => {
      wrong.push(`${path} ${JSON.stringify(options)}: ${what}: ${name}`)
    }
    try {
      const named = await build({...given, documents: [path]})
      const checked = await checkContent({...given, documents: [path]})
      const isRight = !named.messages.some(isError)
      if (isRight !== isWhole) say(isRight ? 'said to be right' : 'refused')
      if (checked.messages.some(isError) === isRight) say('check says something else')
      if (!isRight) continue
      for (const [output, {bytes}] of named.outputs)
        if (Buffer.compare(bytes, whole.outputs.get(output)?.bytes ?? new Uint8Array()) !== 0)
          say(`other bytes in ${output}`)
    } catch (cause) {
      if (!(cause instanceof UsageError)) throw cause
      const {dormant, documents: plans} = whole.dossier
      const isDormant = dormant.some((plan) => plan.path === path)
      const own = plans.find((plan) => plan.path === path)
      const isThere = own?.languages.some(({language}) => options.languages?.includes(language.code) ?? true)
      if (!isDormant && isThere !== false) say(cause.message)
    }
  }
  expect(wrong).toEqual([])
}, 3_600_000)

// Each takes several builds and writes them: as many as a fifth of the others.
const onDisk = Math.ceil(numRuns / 5)

test('build --verify and release say of a named document what a build of everything says', async () => {
  const wrong: string[] = []
  const right = {verified: 0, released: 0}
  const drawn = fc.record({one: fc.nat({max: breaks.length - 1}), path: fc.constantFrom(...documents)})
  for (const {one, path} of fc.sample(drawn, {numRuns: onDisk, seed})) {
    const {name, path: file, text} = breaks[one] as Break
    const unbroken = await readFile(join(disk, file))
    await writeFile(join(disk, file), text)
    try {
      const whole = await build({root: disk})
      const isOpen = whole.dossier.dormant.every((plan) => plan.path !== path)
      const isWhole = isWritten(whole, path)
      await rm(join(disk, 'out'), {recursive: true, force: true})
      await write(disk, whole.outputs, whole)
      const verified = await ran(runBuild, ['--root', disk, '--verify', path])
      if (isOpen && (verified.status === 0) !== isWhole)
        wrong.push(`--verify ${path}: ${verified.status}: ${name}`)
      const own = [...whole.outputs].find(([, output]) => output.document?.path === path)?.[0]
      if (isWhole && own) {
        right.verified++
        await writeFile(join(disk, 'out', own), 'other bytes')
        if ((await ran(runBuild, ['--root', disk, '--verify', path])).status !== 1)
          wrong.push(`--verify ${path} takes other bytes: ${name}`)
      }
      const final = await build({root: disk, final: true})
      const asking = ['--root', disk, '--number', '12', '--posted', '2009-05-22', '--dry-run', path]
      const released = await ran(runRelease, asking)
      if (released.status === 0) right.released++
      if (released.status === 0 && !isWritten(final, path)) wrong.push(`release ${path}: ${name}`)
      if (released.status !== 0 && released.err === '') wrong.push(`release ${path} is silent: ${name}`)
    } finally {
      await writeFile(join(disk, file), unbroken)
    }
  }
  expect(wrong).toEqual([])
  expect(right.verified).toBeGreaterThan(0)
}, 3_600_000)
