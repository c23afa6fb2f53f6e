import {rmSync} from 'node:fs'
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run} from '../../src/commands/build.ts'
import {removedReport} from '../../src/report/index.ts'
import type {Dossier} from '../../src/resolve/index.ts'
import {ran} from '../support/commands.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// What a build removes from out/ is named with why, a line a reason. (A document that is gone: edited/survives.test.ts.)

let root: string
beforeAll(async () => {
  root = await fixtureRoot()
})
afterAll(() => rmSync(root, {recursive: true}))

/** The lines about what was removed. */
async function builds(): Promise<string[]> {
  const {status, out, err} = await ran(run, ['--root', root])
  expect({status, err}).toEqual({status: 0, err: ''})
  return out.split('\n').filter((line) => line.startsWith('removed '))
}

async function edit(path: string, before: string, after: string): Promise<void> {
  const text = await readFile(join(root, path), 'utf8')
  await writeFile(join(root, path), text.replace(before, after))
}

test('a language that a document no longer has', async () => {
  expect(await builds()).toEqual([])
  await edit('documents/sc58/bear-trade/document.yaml', ', fr: complete', '')
  rmSync(join(root, 'documents/sc58/bear-trade/body.fr.md'))
  expect(await builds()).toEqual([
    'removed out/sc58/bear-trade.fr.docx and 3 more files: the document is no longer in French',
    'removed out/bitext/sc58/bear-trade.html: the document sc58/bear-trade is no longer in two languages',
  ])
})

test('a document that is not made as the facts stand, and files that are of no document', () => {
  const dossier = {documents: [], dormant: [{path: 'sc58/bears'}], templates: {}} as unknown as Dossier
  const removed = ['sc58/bears.en.docx', 'deadlines.pt.ics', 'dashboard/index.html']
  expect(removedReport(removed, dossier).split('\n')).toEqual([
    'removed out/sc58/bears.en.docx: the document sc58/bears is not made as the facts stand, as its “when” says',
    'removed out/deadlines.pt.ics: nothing is in pt any more',
    'removed out/dashboard/index.html: nothing makes it any more',
    '',
  ])
})

test('five reasons at most, and how many files more', () => {
  const dossier = {documents: [], dormant: [], templates: {}} as unknown as Dossier
  const removed = Array.from({length: 8}, (_, index) => [
    `sc58/d${index}.en.docx`,
    `sc58/d${index}.en.txt`,
  ]).flat()
  const lines = removedReport(removed, dossier).trimEnd().split('\n')
  expect(lines).toHaveLength(6)
  expect(lines.at(-1)).toBe('removed 6 more files')
})
