import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runCheck} from '../../src/commands/check.ts'
import {run as runSetup} from '../../src/commands/git-setup.ts'
import {run as runTranslate} from '../../src/commands/translate.ts'
import {ran} from '../support/commands.ts'
import {
  commitAll,
  copyRepository,
  dossierRepository,
  git,
  inConflict,
  mustGit,
  replaceIn,
} from '../support/git.ts'

// Two officers change a dossier apart, each builds and commits; then one merges the other's branch. Git itself does it.
let base: string
const copies: string[] = []
beforeAll(async () => {
  base = await dossierRepository()
})
afterAll(() => {
  for (const folder of [base, ...copies]) rmSync(folder, {recursive: true, force: true})
})

type Edit = [path: string, from: string, to: string]
const body = (document: string, code = 'en'): string => `documents/sc58/${document}/body.${code}.md`

async function build(root: string): Promise<void> {
  expect((await ran(runBuild, ['--root', root])).status).toBe(0)
}

/** A clone in which `main` and `other` were changed apart; `main` is checked out. */
async function changedApart(own: readonly Edit[], other: readonly Edit[]): Promise<string> {
  const root = copyRepository(base)
  copies.push(root)
  for (const [branch, edits] of [
    ['other', other],
    ['main', own],
  ] as const) {
    mustGit(root, 'switch', '--quiet', ...(branch === 'main' ? [branch] : ['--create', branch]))
    for (const edit of edits) replaceIn(root, ...edit)
    if (edits.length === 0) continue
    await ran(runTranslate, ['confirm', '--all', '--root', root])
    await build(root)
    commitAll(root, `Change ${branch}`)
  }
  return root
}

/** What a build of the sources as they are says of what is committed. */
async function verified(root: string): Promise<{status: number; err: string}> {
  return ran(runBuild, ['--verify', '--root', root])
}

const isOf = (document: string) => (path: string) =>
  new RegExp(`^(?:out|documents)/sc58/${document}[./]`).test(path)

const size: Edit = [body('bear-trade'), '1. the size', '1. the extent']
const otherSize: Edit = [body('bear-trade'), '1. the size', '1. the scale']
const value: Edit = [body('bear-trade'), '2. the value', '2. the worth']

test('a word each in two documents: no conflict, and out/ is what the sources give', async () => {
  const root = await changedApart([size], [[body('otter-trade'), '1. the size', '1. the extent']])
  expect(git(root, 'merge', '--no-edit', 'other').status).toBe(0)
  expect(await verified(root)).toMatchObject({status: 0})
})

test('two places of one document: conflicts are in its made files alone, and a build settles them', async () => {
  const root = await changedApart([size], [[body('bear-trade'), 'is invited to note', 'is asked to note']])
  expect(git(root, 'merge', '--no-edit', 'other').status).toBe(1)
  const files = inConflict(root)
  expect(files).toContain('out/sc58/bear-trade.manifest.json')
  expect(files).toContain('out/sc58/bear-trade.en.docx')
  expect(files.filter((path) => !path.startsWith('out/') || !isOf('bear-trade')(path))).toEqual([])
  const {status, err} = await ran(runBuild, ['--root', root])
  expect({status, err}).toEqual({status: 0, err: ''}) // No Word file is taken for edited.
  commitAll(root, 'Merge')
  expect(await verified(root)).toMatchObject({status: 0})
  const words = mustGit(root, 'show', 'HEAD:out/sc58/bear-trade.en.units.txt')
  expect(words).toContain('the extent')
  expect(words).toContain('is asked to note')
})

test('the same in a clone that was set up: git goes on, keeps the own files, and says that a build is due', async () => {
  const root = await changedApart([size], [[body('bear-trade'), 'is invited to note', 'is asked to note']])
  expect((await ran(runSetup, ['--root', root])).err).toBe('')
  const {status, err} = git(root, 'merge', '--no-edit', 'other')
  expect(status).toBe(0)
  expect(err).toBe(
    'Both sides changed the document of out/sc58/bear-trade: yours was kept there. Type “cites-docs build” and commit what it writes.\n',
  )
  expect(mustGit(root, 'diff', '--name-only', 'HEAD^1', 'HEAD', '--', 'out')).toBe('')
  expect(await verified(root)).toMatchObject({
    status: 1,
    err: expect.stringMatching(/bear-trade\.en\.units\.txt/),
  })
  await build(root)
  expect(await verified(root)).toMatchObject({status: 0})
})

test('one line changed on both sides: its file is in conflict too, and is told with both places', async () => {
  const root = await changedApart([size], [otherSize])
  await ran(runSetup, ['--root', root])
  expect(git(root, 'merge', '--no-edit', 'other').status).toBe(1)
  expect(inConflict(root)).toEqual([body('bear-trade')])
  const {status, err} = await ran(runCheck, ['--root', root])
  expect(status).toBe(1)
  expect(err.match(/^documents.*$/gm)).toHaveLength(1)
  expect(err).toMatch(
    /body\.en\.md:\d+:1: error conflict-marks: .* one \(“HEAD”\) is line \d+, the other \(“other”\)/,
  )
  const text = readFileSync(join(root, body('bear-trade')), 'utf8')
  const [conflict = ''] = /<{7} HEAD\n[\s\S]*?>{7} other\n/.exec(text) ?? []
  expect(conflict).toContain('1. the extent')
  replaceIn(root, body('bear-trade'), conflict, '1. the extent; and ^report-size\n')
  await build(root)
  commitAll(root, 'Merge')
  expect(await verified(root)).toMatchObject({status: 0})
})

test('marks in every made file of a document, also in its manifest: one build, and they are gone', async () => {
  const root = await changedApart([size], [otherSize])
  git(root, 'merge', '--no-edit', 'other')
  const made = inConflict(root).filter((path) => /^out\/.*\.(?:json|txt|html)$/.test(path))
  expect(made).toContain('out/sc58/bear-trade.manifest.json')
  mustGit(root, 'checkout', '--ours', '--', 'documents')
  const {err} = await verified(root)
  for (const path of made) {
    expect(readFileSync(join(root, path), 'utf8')).toContain('<<<<<<<')
    expect(err).toContain(`${path} holds two versions, which git could not join: a build makes it anew\n`)
  }
  const built = await ran(runBuild, ['--root', root])
  expect(built).toMatchObject({status: 0, err: ''})
  for (const path of made) expect(readFileSync(join(root, path), 'utf8')).not.toContain('<<<<<<<')
})

test('units that are neighbours in a ledger, confirmed on two branches: joined by git, or by --fix', async () => {
  const own: Edit[] = [size, [body('bear-trade', 'fr'), "l'ampleur", "l'étendue"]]
  const other: Edit[] = [value, [body('bear-trade', 'fr'), 'la valeur', 'le prix']]
  const ledger = 'documents/sc58/bear-trade/translation.fr.jsonl'
  const root = await changedApart(own, other)
  const again = copyRepository(root)
  copies.push(again)
  git(root, 'merge', '--no-edit', 'other')
  expect(inConflict(root)).toContain(ledger)
  await ran(runSetup, ['--root', again])
  git(again, 'merge', '--no-edit', 'other')
  expect(inConflict(again)).not.toContain(ledger)
  const {out} = await ran(runCheck, ['--fix', '--root', root])
  expect(out).toContain(`${ledger}: two versions of this ledger joined`)
  expect(readFileSync(join(root, ledger), 'utf8')).toBe(readFileSync(join(again, ledger), 'utf8'))
})

test('a document that one side took out and the other changed: a build settles what git asks about out/', async () => {
  const root = await changedApart([[body('otter-trade'), '1. the size', '1. the extent']], [])
  mustGit(root, 'switch', '--quiet', 'other')
  rmSync(join(root, 'documents/sc58/otter-trade'), {recursive: true})
  await build(root)
  commitAll(root, 'Take it out')
  mustGit(root, 'switch', '--quiet', 'main')
  expect(git(root, 'merge', '--no-edit', 'other').status).toBe(1)
  mustGit(root, 'rm', '-r', '--quiet', 'documents/sc58/otter-trade')
  await build(root)
  commitAll(root, 'Merge')
  expect(mustGit(root, 'ls-files', 'out/sc58')).not.toContain('otter-trade')
  expect(await verified(root)).toMatchObject({status: 0})
})

test('a rebase of three commits goes through in a clone that was set up', async () => {
  const root = await changedApart([size], [])
  mustGit(root, 'switch', '--quiet', 'other')
  for (const [from, to] of [
    ['in 2007', 'in the year 2007'],
    ['in 2008', 'in the year 2008'],
    ['is invited to note', 'is asked to note'],
  ] as const) {
    replaceIn(root, body('bear-trade'), from, to)
    await build(root)
    commitAll(root, to)
  }
  expect(git(root, 'rebase', 'main').status).not.toBe(0)
  mustGit(root, 'rebase', '--abort')
  await ran(runSetup, ['--root', root])
  expect(git(root, 'rebase', 'main').status).toBe(0)
  await build(root)
  commitAll(root, 'Build')
  expect(await verified(root)).toMatchObject({status: 0})
})
