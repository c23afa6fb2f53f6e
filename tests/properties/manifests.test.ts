import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test, vi} from 'vitest'
import {type Outputs, verify, write} from '../../src/write/index.ts'
import {bytesOf} from '../support/fixture-root.ts'
import {digestOf, digestsIn, isManifest, madeOutputs} from '../support/manifests.ts'

// Builds of everything and of parts, some of them broken off between two files, in any order, some in an out/ of the
// time when one manifest named everything. The disk is made to fail at the n-th file that is put in its place or removed;
// it is never flushed, since nobody pulls the plug.
const disk = vi.hoisted(() => ({left: Number.POSITIVE_INFINITY}))
vi.mock('node:fs/promises', async (original) => {
  const usual = await original<typeof import('node:fs/promises')>()
  const spend = (): void => {
    if (disk.left-- === 0) throw Object.assign(new Error('no more'), {code: 'EIO'})
  }
  return {
    ...usual,
    open: async (...args: Parameters<typeof usual.open>) =>
      Object.assign(await usual.open(...args), {sync: async () => undefined}),
    rename: async (...args: Parameters<typeof usual.rename>) => {
      spend()
      await usual.rename(...args)
    },
    rm: async (...args: Parameters<typeof usual.rm>) => {
      spend()
      await usual.rm(...args)
    },
  }
})

const words = fc.constantFrom('a', 'b')
const some = (names: string[]) => fc.dictionary(fc.constantFrom(...names), words, {maxKeys: names.length})
const outputs = fc
  .tuple(
    fc.dictionary(
      fc.constantFrom('sc58/bears', 'sc58/bears-2', 'cop15/bears'),
      some(['en.txt', 'fr.txt', 'fr.rtf']),
    ),
    some(['index.txt', 'dashboard/index.fr.txt', 'bitext/sc58/bears.txt']),
  )
  .map(([documents, ofAll]) => madeOutputs(documents, ofAll))
const step = fc.record({
  outputs,
  isPartial: fc.boolean(),
  /** How many files are put in their places or removed before the build is broken off; it ends when left out. */
  files: fc.option(fc.nat(12), {nil: undefined}),
  isOld: fc.boolean(),
})

/** What somebody keeps in out/. */
const own = new Map([
  ['sc58/notes.txt', 'mine'],
  ['sc58/notes.manifest.json', '{"files": {"bears.en.txt": "x"}}'],
])

async function inNewRoot<T>(run: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'cites-docs-steps-'))
  try {
    mkdirSync(join(root, 'out/sc58'), {recursive: true})
    for (const [path, text] of own) writeFileSync(join(root, 'out', path), text)
    return await run(root)
  } finally {
    rmSync(root, {recursive: true})
  }
}

let brokenOff = 0
/** Writes until the disk fails, if it does. */
async function writeUntil(root: string, made: Outputs, isPartial: boolean, files?: number): Promise<void> {
  disk.left = files ?? Number.POSITIVE_INFINITY
  await write(root, made, {isPartial}).catch((cause: Error) => {
    expect(cause.message).toContain('no more')
    brokenOff++
  })
  disk.left = Number.POSITIVE_INFINITY
}

const isOurs = (path: string): boolean => isManifest(path) && !own.has(path)
const out = (root: string): Promise<Map<string, string>> => bytesOf(join(root, 'out'))

const named = async (root: string): Promise<Map<string, string[]>> =>
  digestsIn([...(await out(root))].filter(([path]) => isOurs(path)))

/** Puts what all manifests name into one, as it once was. */
async function mergeManifests(root: string): Promise<void> {
  const files = Object.fromEntries(await named(root))
  for (const path of (await out(root)).keys()) if (isOurs(path)) rmSync(join(root, 'out', path))
  if (Object.keys(files).length > 0) writeFileSync(join(root, 'out/manifest.json'), JSON.stringify({files}))
}

test('whatever was before, a build of everything leaves out/ as a first one would', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 4}), outputs, async (steps, last) => {
      const expected = await inNewRoot(async (root) => {
        await write(root, last, {isPartial: false})
        return out(root)
      })
      await inNewRoot(async (root) => {
        for (const {outputs: made, isPartial, files, isOld} of steps) {
          await writeUntil(root, made, isPartial, files)
          const known = await named(root)
          for (const [path, text] of await out(root))
            if (!own.has(path) && !isOurs(path)) expect(known.get(path), path).toContain(digestOf(text))
          if (isOld) await mergeManifests(root)
        }
        await write(root, last, {isPartial: false})
        // A manifest that names nothing is not there; what is no output of ours is as it was.
        expect(await out(root)).toEqual(expected)
        expect(await verify(root, last, {isPartial: false})).toEqual(
          [...own.keys()].sort().map((path) => ({path, kind: 'strange'})),
        )
        for (const [path, text] of own) expect(readFileSync(join(root, 'out', path), 'utf8')).toBe(text)
      })
    }),
    {numRuns: 40},
  )
  expect(brokenOff).toBeGreaterThan(0)
})

test('a manifest changes when an output of its own document does, and with no other', async () => {
  await fc.assert(
    fc.asyncProperty(outputs, outputs, async (first, second) => {
      await inNewRoot(async (root) => {
        await write(root, first, {isPartial: false})
        const before = await out(root)
        await write(root, second, {isPartial: false})
        const after = await out(root)
        const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
          (path) => before.get(path) !== after.get(path),
        )
        const owners = differing
          .filter((path) => !isOurs(path))
          .map((path) => (second.get(path) ?? first.get(path))?.document?.path)
        expect(new Set(differing.filter(isOurs))).toEqual(
          new Set(owners.map((document) => (document ? `${document}.manifest.json` : 'manifest.json'))),
        )
      })
    }),
    {numRuns: 25},
  )
})
