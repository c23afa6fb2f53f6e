import {execFileSync} from 'node:child_process'
import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {editedFiles} from '../../src/edited/index.ts'
import {type BuildResult, build, write} from '../../src/index.ts'
import {byAnotherProgram, byScript, edited, type Saving, words} from '../support/edited.ts'
import {fixtureRoot} from '../support/fixture-root.ts'
import {testWith} from '../support/programs.ts'

// What differs is mostly no edit: another version of cites-docs, or another branch, has built the file. The file says so
// itself; no manifest is asked.

const path = 'sc58/bear-trade.en.docx'
const body = 'documents/sc58/bear-trade/body.en.md'
let root: string
let built: BuildResult
let later: BuildResult
beforeAll(async () => {
  root = await fixtureRoot()
  built = await build({root, formats: ['docx']})
  const text = readFileSync(join(root, body), 'utf8').replace('1. the size', '1. the extent')
  later = await build({root, formats: ['docx'], changes: new Map([[body, text]])})
})
beforeEach(() => write(root, built.outputs, {isPartial: false}))
afterAll(() => rm(root, {recursive: true}))

const bytesOf = ({outputs}: BuildResult, file = path): Uint8Array =>
  outputs.get(file)?.bytes ?? new Uint8Array()
const mine = words('the size of the trade', 'the SIZE of the trade')

/** Whether a file in out/ is taken for edited when the later sources are built. */
async function isEdited(bytes: Uint8Array): Promise<boolean> {
  writeFileSync(join(root, 'out', path), bytes)
  const found = await editedFiles(root, later.outputs, {isPartial: false})
  return found.some((one) => one.path === path)
}

describe('no edit:', () => {
  test('a file that is built from other words', async () => {
    expect(bytesOf(later)).not.toEqual(bytesOf(built))
    expect(await isEdited(bytesOf(built))).toBe(false)
  })

  const early = (names: string[]): string[] => {
    const own = names.filter((name) => !/^(?:customXml|docProps\/custom|docProps|word\/footer)/.test(name))
    return [
      ...own,
      'docProps/app.xml',
      'docProps/core.xml',
      ...names.filter((name) => name.startsWith('word/footer')),
    ]
  }
  test.each<[string, Saving]>([
    ['a file of a version that compressed its parts', {level: 6}],
    ['a file of a version of before there were digests, with its order', {order: early}],
  ])('%s', async (_, saving) => {
    const bytes = edited(bytesOf(built), undefined, saving)
    expect(bytes).not.toEqual(bytesOf(built))
    expect(await isEdited(bytes)).toBe(false)
  })

  test('a file for which there is no manifest, or that of another branch', async () => {
    const manifest = join(root, 'out/sc58/bear-trade.manifest.json')
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(/sha256-[0-9a-f]{8}/g, 'sha256-00000000'))
    expect(await isEdited(bytesOf(built))).toBe(false)
    rmSync(manifest)
    expect(await isEdited(bytesOf(built))).toBe(false)
  })

  test('a file with marks of words that are added, deleted, missing, examples and hints, with notes and links', async () => {
    const rich = new URL('../../out/', import.meta.url).pathname
    const names = [
      'cop15/conf-11-3.fr.docx',
      'sc58/internet-trade.en.docx',
      'notifications/internet-trade.es.docx',
    ]
    const outputs = new Map(names.map((name) => [name, {bytes: new TextEncoder().encode('other bytes')}]))
    expect(await editedFiles(join(rich, '..'), outputs, {isPartial: true})).toEqual([])
  })

  testWith('git')('a file of another branch, after git checkout', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: root,
        encoding: 'utf8',
      })
    git('init', '-q', '-b', 'one')
    git('add', '.')
    git('commit', '-qm', 'one')
    git('checkout', '-qb', 'two')
    const text = readFileSync(join(root, body), 'utf8')
    writeFileSync(join(root, body), text.replace('1. the size', '1. the extent'))
    await write(root, later.outputs, {isPartial: false})
    git('commit', '-qam', 'two')
    git('checkout', '-q', 'one')
    expect(git('status', '--porcelain')).toBe('')
    // The sources of two over out/ of one, and the other way round: only some were taken over.
    for (const {outputs} of [built, later])
      expect(await editedFiles(root, outputs, {isPartial: false})).toEqual([])
    git('checkout', '-q', 'two', '--', 'out')
    for (const {outputs} of [built, later])
      expect(await editedFiles(root, outputs, {isPartial: false})).toEqual([])
    git('checkout', '-q', 'one', '--', 'out')
    rmSync(join(root, '.git'), {recursive: true})
  })
})

describe('an edit:', () => {
  test.each<[string, ((xml: string) => string) | undefined, Saving]>([
    ['a word, saved by another program', mine, byAnotherProgram],
    ['nothing but that another program has saved it', undefined, byAnotherProgram],
    ['a word, changed by a script that keeps order and times', mine, byScript],
    ['a word, and nothing is compressed', mine, {level: 0}],
    ['words behind the bookmark of a paragraph', endOfParagraph, byScript],
    ['a paragraph that is taken out', withoutParagraph, byScript],
    ['other times', undefined, {time: new Date(2026, 0, 1)}],
    ['another order', undefined, {order: (names) => names.toReversed()}],
  ])('%s', async (_, change, saving) => {
    expect(await isEdited(edited(bytesOf(built), change, saving))).toBe(true)
  })

  test('a word, though a manifest names just these bytes', async () => {
    const bytes = edited(bytesOf(built), mine)
    await write(root, new Map([...built.outputs, [path, {...built.outputs.get(path), bytes}]]), {
      isPartial: false,
    })
    expect(await isEdited(bytes)).toBe(true)
  })
})

function endOfParagraph(xml: string): string {
  const at = xml.indexOf('</w:p>', xml.indexOf('the size of the trade'))
  return `${xml.slice(0, at)}<w:r><w:t>, as I see it</w:t></w:r>${xml.slice(at)}`
}

function withoutParagraph(xml: string): string {
  const at = xml.indexOf('the size of the trade')
  const [start, end] = [xml.lastIndexOf('<w:p>', at), xml.indexOf('</w:p>', at) + '</w:p>'.length]
  return xml.slice(0, start) + xml.slice(end)
}
