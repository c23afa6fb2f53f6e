import {existsSync} from 'node:fs'
import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, test} from 'vitest'
import {build, write} from '../../src/index.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'
import {calendars, endings, isSitePage} from '../support/documents.ts'
import {bytesOf} from '../support/fixture-root.ts'
import {digestOf, digestsIn, isManifest} from '../support/manifests.ts'
import {story} from '../support/story.ts'

// One file, outcome.yaml, says what the Standing Committee decided at SC58, and decides what is built for CoP15.
// tests/fixtures/outcomes/README.md says what stands in the folder of each state.
// `npx vitest run tests/facts/outcomes.test.ts --update` rewrites changes.txt and out/ of every state.
const fixtures = fileURLToPath(new URL('../fixtures/outcomes', import.meta.url))
const outcomeFile = 'documents/decisions/internet-trade/outcome.yaml'
const committedState = 'draft-resolution'

// What a decision does to the documents that the committed dossier gives. A document means its nine files. Where those
// for CoP15 change, so do their deadlines and those of the tasks: the calendars.
const removed = ['cop15/internet-trade']
const changed = ['sc58/summary-record', 'status/internet-trade']
const states: Record<string, {added: string[]; removed: string[]; changed: string[]}> = {
  open: {added: [], removed, changed},
  'no-further-measures': {added: [], removed, changed},
  measures: {added: [], removed, changed},
  'draft-resolution': {added: [], removed: [], changed: []},
  amendment: {added: ['cop15/conf-11-3'], removed, changed},
}

/** Path from out/ to bytes, as text that can be compared. The manifests are looked at on their own. */
type Files = Map<string, string>
interface Result {
  /** But for the pages about all documents, of which each state has its own. */
  files: Files
  all: Files
  manifests: Files
  messages: string[]
}

let committed: Files
const results = new Map<string, Result>()

beforeAll(async () => {
  committed = (await outOf(story)).files
  for (const state of Object.keys(states)) results.set(state, await resultOf(state))
})

async function outOf(root: string): Promise<{files: Files; all: Files; manifests: Files}> {
  const out = await bytesOf(join(root, 'out'))
  const manifests = new Map([...out].filter(([path]) => isManifest(path)))
  const all = new Map([...out].filter(([path]) => !isManifest(path)))
  const files = new Map([...all].filter(([path]) => !isSitePage(path)))
  return {files, all, manifests}
}

/** What is in out/ once the outcome has been replaced in a copy of the project and everything is built. */
async function resultOf(state: string): Promise<Result> {
  const root = await copyRoot('documents', 'out')
  try {
    await cp(join(fixtures, state, 'outcome.yaml'), join(root, outcomeFile))
    const result = await build({root})
    await write(root, result.outputs, result)
    return {...(await outOf(root)), messages: result.messages.map(String)}
  } finally {
    await removeRoot(root)
  }
}

function resultFor(state: string): Result {
  const result = results.get(state)
  if (!result) throw new Error(`no result for ${state}`)
  return result
}

type Change = 'added' | 'removed' | 'changed'

/** Every file that is not the committed one, with what became of it. */
function changesOf({files}: Result): Map<string, Change> {
  const changes = new Map<string, Change>()
  for (const path of [...new Set([...committed.keys(), ...files.keys()])].sort()) {
    if (!files.has(path)) changes.set(path, 'removed')
    else if (!committed.has(path)) changes.set(path, 'added')
    else if (files.get(path) !== committed.get(path)) changes.set(path, 'changed')
  }
  return changes
}

/** Files that a map of changes says are built, and built otherwise than the committed ones. */
const built = (changes: Map<string, Change>): string[] =>
  [...changes].filter(([, change]) => change !== 'removed').map(([path]) => path)

const differing = (a: Files, b: Files): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((path) => a.get(path) !== b.get(path)).sort()

const fixtureOut = async (state: string): Promise<Files> =>
  existsSync(join(fixtures, state, 'out')) ? bytesOf(join(fixtures, state, 'out')) : new Map()

/** Vitest's own file snapshots hold text only, so that Word files are written here, with the others beside them. */
async function updateOut(state: string, {files}: Result, paths: string[]): Promise<void> {
  await rm(join(fixtures, state, 'out'), {recursive: true, force: true})
  for (const path of paths) {
    const target = join(fixtures, state, 'out', path)
    await mkdir(dirname(target), {recursive: true})
    await writeFile(target, files.get(path) ?? '', 'latin1')
  }
}

test('there is a folder for each decision, with the files that README.md names', async () => {
  const folders = (await readdir(fixtures, {withFileTypes: true})).filter((entry) => entry.isDirectory())
  expect(folders.map(({name}) => name).sort()).toEqual(Object.keys(states).sort())
  for (const {name} of folders) {
    const entries = await readdir(join(fixtures, name))
    expect(entries.filter((entry) => entry !== 'out').sort()).toEqual(['changes.txt', 'outcome.yaml'])
    // The last entry is what the Committee decided.
    expect(await readFile(join(fixtures, name, 'outcome.yaml'), 'utf8')).toMatch(
      new RegExp(`decision: ${name}\\b(?![\\s\\S]*decision:)`),
    )
  }
})

test('draft-resolution is what the committed dossier says', async () => {
  const fixture = await readFile(join(fixtures, committedState, 'outcome.yaml'), 'latin1')
  expect(fixture === (await readFile(join(story, outcomeFile), 'latin1'))).toBe(true)
})

describe.each(Object.keys(states))('%s', (state) => {
  test('builds without a message', () => {
    expect(resultFor(state).messages).toEqual([])
  })

  test('gives the committed files, but for those of changes.txt, which are the fixture', async () => {
    const result = resultFor(state)
    const changes = changesOf(result)
    const text = [...changes].map(([path, change]) => `${change} ${path}\n`)
    await expect(text.sort().join('')).toMatchFileSnapshot(join(fixtures, state, 'changes.txt'))
    if (expect.getState().snapshotState.snapshotUpdateState === 'all')
      await updateOut(state, result, built(changes))

    const fixture = await fixtureOut(state)
    expect([...fixture.keys()].sort()).toEqual(built(changes))
    const expected = new Map([...committed, ...fixture])
    for (const [path, change] of changes) if (change === 'removed') expected.delete(path)
    expect(differing(result.files, expected)).toEqual([])
  })

  test('adds, removes and changes whole documents: every language and every format', () => {
    const changes = changesOf(resultFor(state))
    const of = (change: Change): string[] =>
      [...changes].flatMap(([path, what]) => (what === change ? [path] : []))
    expect({added: of('added'), removed: of('removed'), changed: of('changed')}).toEqual({
      added: states[state]?.added.flatMap(filesOf),
      removed: states[state]?.removed.flatMap(filesOf),
      changed: [
        ...(state === committedState ? [] : calendars),
        ...(states[state]?.changed.flatMap(filesOf) ?? []),
      ],
    })
  })

  test('leaves manifests of what is there: one for each document that is made, one for the rest', () => {
    const {all, manifests} = resultFor(state)
    expect(digestsIn(manifests)).toEqual(
      new Map([...all].map(([path, bytes]) => [path, [digestOf(Buffer.from(bytes, 'latin1'))]])),
    )
    const made = [...all.keys()].filter((path) => path.endsWith('.en.txt'))
    expect([...manifests.keys()].sort()).toEqual(
      [...made.map((path) => path.replace('.en.txt', '.manifest.json')), 'manifest.json'].sort(),
    )
    for (const text of manifests.values()) expect(Object.keys(JSON.parse(text))).toEqual(['files'])
  })
})

test('the index lists the documents that are made, and each of them has its languages side by side', () => {
  for (const state of Object.keys(states)) {
    const {all} = resultFor(state)
    const made = [...all.keys()].filter((path) => path.endsWith('.en.html') && !isSitePage(path))
    const listed = [...(all.get('index.html') ?? '').matchAll(/href="([^"]+\.en\.html)"/g)].map(
      (match) => match[1],
    )
    expect([...new Set(listed)].sort(), state).toEqual(made.sort())
    const bitexts = [...all.keys()].filter((path) => path.startsWith('bitext/'))
    const several = made.filter((path) => all.has(path.replace('.en.', '.fr.')))
    expect(bitexts.sort(), state).toEqual(
      several.map((path) => `bitext/${path.replace('.en.html', '.html')}`),
    )
  }
})

test('only documents for CoP15 are ever added or removed', () => {
  const moved = Object.keys(states).flatMap((state) =>
    [...changesOf(resultFor(state))]
      .filter(([, change]) => change !== 'changed')
      .map(([path]) => documentOf(path)),
  )
  expect([...new Set(moved)].sort()).toEqual(['cop15/conf-11-3', 'cop15/internet-trade'])
})

test('the documents that change are those whose sources name the outcome, the speakers or the tasks', async () => {
  const naming = await documentsNaming(/:fact\[(?:outcome|outcome-recorded|speakers)\]|^::tasks$/m)
  expect(naming).toEqual(['cop15/internet-trade', 'sc58/summary-record', 'status/internet-trade'])
  for (const state of Object.keys(states).filter((name) => name !== committedState)) {
    const changes = [...changesOf(resultFor(state))]
    const touched = new Set(
      changes
        .filter(([path, change]) => change !== 'added' && !calendars.includes(path))
        .map(([path]) => documentOf(path)),
    )
    expect([...touched].sort(), state).toEqual(naming)
  }
})

/** The files of a document in three languages. */
function filesOf(document: string): string[] {
  return ['en', 'es', 'fr'].flatMap((code) => endings.map((ending) => `${document}.${code}.${ending}`))
}

/** `status/internet-trade.fr.txt` is a file of `status/internet-trade`. */
function documentOf(path: string): string {
  return path.replace(/\.[a-z]{2}\.[a-z.]+$/, '')
}

/** Documents with a body or an annex, in any language, that has a directive. */
async function documentsNaming(directive: RegExp): Promise<string[]> {
  const folder = join(story, 'documents')
  const paths = (await readdir(folder, {recursive: true})).filter((path) => path.endsWith('.md')).sort()
  const found = new Set<string>()
  for (const path of paths)
    if (directive.test(await readFile(join(folder, path), 'utf8'))) found.add(dirname(path))
  return [...found]
}
