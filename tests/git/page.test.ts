import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runCheck} from '../../src/commands/check.ts'
import {run as runSetup} from '../../src/commands/git-setup.ts'
import {run as runTranslate} from '../../src/commands/translate.ts'
import {type Ran, ran} from '../support/commands.ts'
import {repository} from '../support/content-root.ts'
import {
  commitAll,
  copyRepository,
  dossierRepository,
  git,
  identify,
  mustGit,
  replaceIn,
} from '../support/git.ts'

// docs/merging.md followed to the letter, by somebody in an editor: commands, messages and words are taken from the page.
const page = readFileSync(join(repository, 'docs/merging.md'), 'utf8')
const {scripts} = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
const body = 'documents/sc58/bear-trade/body.en.md'

let base: string
const folders: string[] = []
beforeAll(async () => {
  base = await dossierRepository()
})
afterAll(() => {
  for (const folder of [base, ...folders]) rmSync(folder, {recursive: true, force: true})
})

/** The blocks set in under a heading, each without what sets it in, in their order. */
function blocksUnder(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/(?:^(?: {4}| {7})\S.*\n)+/gm)].map(([block]) => block.replace(/^ {4,7}/gm, ''))
}

/** Runs a line of the page in a work tree, as whoever types it there would. */
async function typed(root: string, command: string): Promise<Ran> {
  if (command.startsWith('git ')) {
    const args = [...command.slice(4).matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, word]) => quoted ?? word ?? '',
    )
    return git(root, ...args)
  }
  const [, script = '', rest = ''] = /^npm run (?:-s )?([a-z:-]+)(?: -- (.+))?$/.exec(command) ?? []
  expect(Object.keys(scripts), command).toContain(script)
  const runs = {check: runCheck, build: runBuild, 'git-setup': runSetup}
  const args = rest.split(' ').filter((word) => word !== '')
  return ran(runs[script as keyof typeof runs], [...args, '--root', root])
}

/** Changes the same item, and a neighbour of it in the ledger, builds, and commits. */
async function changed(root: string, ...edits: (readonly [string, string, string])[]): Promise<void> {
  for (const edit of edits) replaceIn(root, ...edit)
  await ran(runTranslate, ['confirm', '--all', '--root', root])
  await ran(runBuild, ['--root', root])
  commitAll(root, 'A change')
}

/** A clone whose origin went on meanwhile. */
async function clone(): Promise<string> {
  const origin = copyRepository(base)
  folders.push(origin)
  const own = `${origin}-clone`
  folders.push(own)
  mustGit(origin, 'clone', '--quiet', origin, own)
  identify(own)
  await changed(own, [body, '1. the size', '1. the extent'])
  await changed(
    origin,
    [body, '1. the size', '1. the scale'],
    ['documents/sc58/otter-trade/body.en.md', '2. the value', '2. the worth'],
  )
  return own
}

const [setup = ''] = blocksUnder('Once in each clone')
const steps = blocksUnder('Join the two versions')
const [
  fetching = '',
  looking = '',
  told = '',
  marked = '',
  settled = '',
  fixing = '',
  building = '',
  handing = '',
  verifying = '',
] = steps

test('the page has the blocks that are followed here', () => {
  expect(steps).toHaveLength(9)
  expect(setup).toBe('npm run git-setup\n')
})

test.each([
  ['a clone that was set up', true],
  ['a clone that was not', false],
])('from “conflict” to done, in %s', async (_, isSetUp) => {
  const root = await clone()
  if (isSetUp) expect(await typed(root, setup.trim())).toMatchObject({status: 0, err: ''})
  const [fetch = '', merge = ''] = fetching.split('\n')
  expect((await typed(root, fetch)).status).toBe(0)
  const merged = await typed(root, merge)
  expect(merged.status).toBe(1)
  expect(merged.out).toContain('Automatic merge failed')
  expect(merged.out.includes('Merge conflict in out/')).toBe(!isSetUp)
  // 2: the message is the one that the page shows, but for its line ends.
  const {err} = await typed(root, looking.trim())
  expect(err).toContain(told.trim().replaceAll('\n', ' '))
  // 3: in an editor.
  const text = readFileSync(join(root, body), 'utf8')
  expect(text).toContain(marked)
  writeFileSync(join(root, body), text.replace(marked, settled))
  // 4 to 7.
  expect((await typed(root, fixing.trim())).status).toBe(0)
  expect((await typed(root, looking.trim())).status).toBe(0)
  expect(await typed(root, building.trim())).toMatchObject({status: 0})
  for (const line of handing.trim().split('\n')) expect((await typed(root, line)).status, line).toBe(0)
  expect(mustGit(root, 'log', '-1', '--format=%P').trim().split(' ')).toHaveLength(2)
  const [promise = ''] = /“(out\/ is what the sources give)”/.exec(page)?.slice(1) ?? []
  expect(await typed(root, verifying.trim())).toMatchObject({
    status: 0,
    out: expect.stringContaining(promise),
  })
  const words = mustGit(root, 'show', 'HEAD:out/sc58/bear-trade.en.units.txt')
  expect(words).toContain('report-size: the extent and scale; and')
  expect(mustGit(root, 'show', 'HEAD:out/sc58/otter-trade.en.units.txt')).toContain('the worth')
})

test('stopping takes everything back', async () => {
  const root = await clone()
  const before = mustGit(root, 'rev-parse', 'HEAD')
  const [fetch = '', merge = ''] = fetching.split('\n')
  await typed(root, fetch)
  expect((await typed(root, merge)).status).toBe(1)
  const [stop = ''] = blocksUnder('Stop')
  expect((await typed(root, stop.trim())).status).toBe(0)
  expect(mustGit(root, 'rev-parse', 'HEAD')).toBe(before)
  expect(mustGit(root, 'status', '--porcelain')).toBe('')
})

test('the words of a Word file by itself', async () => {
  const [show = ''] = blocksUnder('Look at a Word file in git')
  const ofFixture = show
    .trim()
    .replace('sc58/internet-trade', 'sc58/bear-trade')
    .replace('out/', `${base}/out/`)
  const {status, out} = await typed(base, ofFixture)
  expect(status).toBe(0)
  expect(out).toContain('report-size: the size; and\n')
})
