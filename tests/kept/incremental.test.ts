import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run} from '../../src/commands/build-again.ts'
import {type Ran, ran} from '../support/commands.ts'
import {story} from '../support/content-root.ts'
import {bytesOf, copyFolder, fixtureRoot} from '../support/fixture-root.ts'
import {
  filesIn,
  keptChanges,
  outputChanges,
  putTexts,
  sourceChanges,
  type Texts,
  textsIn,
} from '../support/kept/edits.ts'
import {type Random, seeded} from '../support/replay.ts'

// Two roots are changed in the same way, again and again. After each change one is built with what is kept of the builds
// before, the other with nothing kept: the same bytes are in out/ and the same is said. Here are a few of
// `KEPT_EDITS=300 npx vitest run tests/kept/incremental.test.ts`.
const many = Number(process.env.KEPT_EDITS ?? 0)
const seed = Number(process.env.KEPT_SEED ?? 24)

const {CI, XDG_CACHE_HOME} = process.env
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cites-docs-incremental-'))
  process.env.XDG_CACHE_HOME = join(folder, 'caches')
  // On a server nothing is kept.
  process.env.CI = ''
})
afterAll(() => {
  restore('CI', CI)
  restore('XDG_CACHE_HOME', XDG_CACHE_HOME)
  rmSync(folder, {recursive: true})
})

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name]
  else process.env[name] = value
}

/** Copies of a root that are built in two ways. */
interface Roots {
  kept: string
  clean: string
}

test.each<[string, number, () => Promise<string>]>([
  ['a small dossier', many || 25, fixtureRoot],
  ['the story', many || 2, async () => story],
])(
  '%s, changed %i times, is built as if nothing were kept',
  {timeout: 36_000_000},
  async (name, steps, from) => {
    const random = seeded(seed)
    const source = await from()
    const roots = {kept: join(folder, `${name} kept`), clean: join(folder, `${name} clean`)}
    for (const root of Object.values(roots)) copyFolder(join(source, 'documents'), join(root, 'documents'))
    const states: Texts[] = [textsIn(roots.clean)]
    const done: string[] = []
    for (let step = 0; step <= steps; step++) {
      // A change may come so shortly after a build that the disk gives both the same time.
      const kinds = step === 0 ? [] : changed(roots, states, random)
      done.push(kinds.join(', '))
      if (random(8) === 0) await endedEarly(roots.kept, 1 + random(12))
      const threads = random(3) === 0 ? ['--workers', '2'] : []
      const [kept, clean] = [await built(roots.kept, ...threads), await built(roots.clean, '--no-cache')]
      const what = `seed ${seed}, step ${step}: ${done.slice(-4).join(' | ')}`
      expect(said(kept, roots.kept), what).toEqual(said(clean, roots.clean))
      expect(await differing(roots), what).toEqual([])
    }
  },
)

/** One to three changes of a kind each; their names. */
function changed(roots: Roots, states: Texts[], random: Random): string[] {
  const kinds = Object.keys({...sourceChanges, ...outputChanges, ...keptChanges})
  return Array.from({length: 1 + random(3)}, () => {
    const kind = kinds[random(kinds.length)] ?? ''
    const before = textsIn(roots.clean)
    const after = sourceChanges[kind]?.(before, random, states)
    if (after) {
      for (const root of Object.values(roots)) putTexts(root, before, after)
      states.push(after)
    }
    const outputs = filesIn(join(roots.clean, 'out'))
    const path = outputs[random(Math.max(1, outputs.length))] ?? ''
    for (const root of Object.values(roots)) if (path) outputChanges[kind]?.(root, path)
    keptChanges[kind]?.(join(folder, 'caches'), random)
    return kind
  })
}

const built = (root: string, ...options: string[]): Promise<Ran> => ran(run, ['--root', root, ...options])

/** A build that ends in the midst of its work, as one that is killed does. */
async function endedEarly(root: string, after: number): Promise<void> {
  let left = after
  await run(['--root', root], {
    out: () => undefined,
    err: () => undefined,
    progress: () => {
      if (left-- === 0) throw new Error('killed')
    },
    color: false,
    outColor: false,
    width: 80,
    questions: undefined,
    input: undefined,
  }).catch((cause: Error) => {
    if (cause.message !== 'killed') throw cause
  })
}

/** What was said, but for how long it took and how many files were written. */
function said({status, out, err}: Ran, root: string): object {
  const words = out
    .replace(/\d+ files? written, \d+ unchanged/, 'files')
    .replace(/\d+\.\d s\.\n/, 'time\n')
    .replaceAll(root, '')
  return {status, out: words, err: err.replaceAll(root, '')}
}

async function differing({kept, clean}: Roots): Promise<string[]> {
  const [one, other] = [await bytesOf(join(kept, 'out')), await bytesOf(join(clean, 'out'))]
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].filter((name) => one.get(name) !== other.get(name)).sort()
}
