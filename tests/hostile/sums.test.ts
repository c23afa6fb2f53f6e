import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {caps} from '../../src/load/index.ts'
import {repository} from '../support/content-root.ts'
import {type Ended, runFresh} from './fresh.ts'

// Much that is harmless one by one. Each was found to take minutes, or all the memory there is.
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-sums-'))
  cpSync(join(repository, 'tests/fixtures/small-dossier/documents'), join(root, 'documents'), {
    recursive: true,
  })
})
afterEach(() => rmSync(root, {recursive: true}))

const facts = 'documents/decisions/bear-trade'
const body = 'documents/sc58/bear-trade/body.en.md'
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const put = (path: string, text: string): string => {
  const file = join(root, path)
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, text)
  return file
}
const run = async (most: {cpuSeconds: number; mebibytes: number}, ...args: string[]): Promise<Ended> => {
  const ended = await runFresh([...args, '--root', root])
  expect(ended.status, ended.err.slice(-400)).toBeLessThan(2)
  expect(ended.cpuSeconds).toBeLessThan(most.cpuSeconds)
  expect(ended.mebibytes).toBeLessThan(most.mebibytes)
  return ended
}

test('700 files that are each too large', async () => {
  for (let at = 0; at < 700; at++) truncateSync(put(`documents/sc58/m${at}/body.en.md`, ''), 1.1e6)
  await run({cpuSeconds: 4, mebibytes: 200}, 'check')
})

test('a list of a hundred thousand tasks', async () => {
  put(`${facts}/tasks.yaml`, `tasks:\n${'  - {id: a}\n'.repeat(80_000)}`)
  const {err} = await run({cpuSeconds: 2, mebibytes: 160}, 'check')
  expect(err).toContain(`${facts}/tasks.yaml:1:1: error ${caps.yamlMarks.rule}`)
})

test('five files of facts of 240 kB', async () => {
  for (const name of ['tasks', 'funding', 'comments', 'workshop', 'programme'])
    put(`${facts}/${name}.yaml`, `tasks:\n${'  - {id: a, due: "2009-05-07", owner: x}\n'.repeat(5_700)}`)
  await run({cpuSeconds: 12, mebibytes: 512}, 'check')
})

test('paragraphs of 16 kB in which no space stands behind a comma', async () => {
  const paragraphs = Array.from({length: 7}, (_, at) => `${'a,b '.repeat(3990)}^words-${at}`)
  put(body, `${read(body)}\n${paragraphs.join('\n\n')}\n`)
  const {err, out} = await run({cpuSeconds: 5, mebibytes: 300}, 'check', '--all')
  expect(err + out).toContain('space-after-mark')
})

test('800 paragraphs with two spaces are mended at once, but for the one whose mend would make a directive', async () => {
  const paragraphs = Array.from({length: 800}, (_, at) => `Two  words here. ^words-${at}`)
  put(body, `${read(body)}\n${paragraphs.join('\n\n')}\n\nOne::sup here. ^one\n`)
  await run({cpuSeconds: 8, mebibytes: 300}, 'check', '--fix')
  expect(read(body)).not.toContain('Two  words')
  expect(read(body)).toContain('One::sup here.')
})
