import {appendFile, mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
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
import {repository} from '../support/content-root.ts'
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
/** In the documents and their facts, and in templates, of which the root then has one of its own. */
let breaks: Record<'documents' | 'templates', Break[]>
beforeAll(async () => {
  root = await rootWithTitles()
  breaks = {documents: await breaksIn(root, 'documents'), templates: await breaksIn(repository, 'templates')}
})
beforeAll(async () => {
  disk = await rootWithTitles()
})
afterAll(() => Promise.all([root, disk].map((folder) => rm(folder, {recursive: true}))))

/** The small dossier, in which one document prints the title of the other. */
async function rootWithTitles(): Promise<string> {
  const folder = await fixtureRoot()
  for (const language of ['en', 'fr'])
    await appendFile(
      join(folder, `documents/sc58/otter-trade/body.${language}.md`),
      '\n“:document[sc58/bear-trade]{form=title}” ^titled\n',
    )
  return folder
}

async function breaksIn(folder: string, room: string): Promise<Break[]> {
  const files = [...(await bytesOf(join(folder, room)))].filter(([path]) => /\.(?:yaml|md)$/.test(path))
  return breaksOf(
    new Map(files.map(([path, text]) => [`${room}/${path}`, Buffer.from(text, 'latin1').toString()])),
  )
}

const drawnBreak = {
  room: fc.constantFrom('documents', 'documents', 'documents', 'templates'),
  one: fc.nat({max: 1e9}),
}

function breakOf({room, one}: {room: string; one: number}): Break {
  const own = breaks[room as keyof typeof breaks]
  return own[one % own.length] as Break
}

/** Whether a build of everything writes a document in every language that it was asked for. */
function isWritten({documents: built}: BuildResult, path: string): boolean {
  const own = built.filter((document) => document.path === path)
  return own.length > 0 && !own.some(({isRefused}) => isRefused)
}

test('a named document is said to be right exactly when a build of everything writes it, and is the same', async () => {
  expect(breaks.documents.length).toBeGreaterThan(900)
  expect(breaks.templates.length).toBeGreaterThan(900)
  const wrong: string[] = []
  const drawn = fc.record({
    ...drawnBreak,
    path: fc.constantFrom(...documents),
    options: fc.constantFrom(...asked),
  })
  for (const {path, options, ...one} of fc.sample(drawn, {numRuns, seed})) {
    const {name, path: file, text} = breakOf(one)
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
  const drawn = fc.record({...drawnBreak, path: fc.constantFrom(...documents)})
  for (const {path, ...one} of fc.sample(drawn, {numRuns: onDisk, seed})) {
    const {name, path: file, text} = breakOf(one)
    // A template is the package's until the root has one of its own.
    const unbroken = file.startsWith('templates/') ? undefined : await readFile(join(disk, file))
    await mkdir(dirname(join(disk, file)), {recursive: true})
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
      await (unbroken ? writeFile(join(disk, file), unbroken) : rm(join(disk, file)))
    }
  }
  expect(wrong).toEqual([])
  expect(right.verified).toBeGreaterThan(0)
}, 3_600_000)
