import {mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {strToU8, zipSync} from 'fflate'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {run as buildCommand} from '../../src/commands/build.ts'
import {deflated} from '../../src/render/docx/index.ts'
import {ran} from '../support/commands.ts'
import {edited} from '../support/edited.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// `build --verify`: what is committed is what the sources give, and how it differs where it is not.

const name = 'sc58/bear-trade.en'
let root: string
beforeEach(async () => {
  root = await fixtureRoot()
  expect((await ran(buildCommand, ['--root', root])).status).toBe(0)
})
afterEach(() => rm(root, {recursive: true}))

const out = (path: string): string => join(root, 'out', path)
const verified = (...args: string[]) => ran(buildCommand, ['--verify', '--root', root, ...args])
const change = (path: string, make: (text: string) => string): void => {
  const text = readFileSync(out(path), 'utf8')
  expect(make(text)).not.toBe(text)
  writeFileSync(out(path), make(text))
}
/** The lines that name a file of out/. */
async function faults(...args: string[]): Promise<string[]> {
  const {status, err} = await verified(...args)
  const lines = err.split('\n').filter((line) => /^out\/\S+ /.test(line) && !line.includes(': warning '))
  expect(status).toBe(lines.length > 0 ? 1 : 0)
  return lines
}

test('what a build has written is what the sources give', async () => {
  expect(await faults()).toEqual([])
})

describe('a Word file that has', () => {
  const word = `${name}.docx`
  const asWord = (xml: (text: string) => string): void =>
    writeFileSync(out(word), edited(readFileSync(out(word)), xml))
  test('other words', async () => {
    asWord((xml) => xml.replace('the size of', 'the extent of'))
    expect(await faults()).toEqual([`out/${word} is not what the sources give: other words`])
  })
  test('another number in a reference', async () => {
    asWord((xml) => xml.replace(/(<w:fldChar w:fldCharType="separate"\/>.*?<w:t[^>]*>)[^<]+/, '$199'))
    expect(await faults()).toEqual([
      `out/${word} is not what the sources give: the same words, other numbers`,
    ])
  })
  test('its parts compressed', async () => {
    writeFileSync(out(word), deflated(readFileSync(out(word))))
    expect(await faults()).toEqual([
      `out/${word} is not what the sources give: the same words and numbers, other bytes`,
    ])
  })
  test('nothing that can be read', async () => {
    writeFileSync(out(word), zipSync({'a.txt': strToU8('a')}))
    expect(await faults()).toEqual([`out/${word} is not what the sources give: it cannot be read`])
  })
})

test.each<[string, (text: string) => string, string]>([
  ['other words', (page) => page.replace('the size of', 'the extent of'), 'other words'],
  [
    'another label',
    (page) => page.replace(/(class="num"[^>]*>)\d+\./, '$199.'),
    'the same words, other numbers',
  ],
  [
    'another style',
    (page) => page.replace('<style>', '<style>p{color:red}'),
    'the same words and numbers, other bytes',
  ],
])('a page that has %s', async (_, make, said) => {
  change(`${name}.html`, make)
  expect(await faults()).toEqual([`out/${name}.html is not what the sources give: ${said}`])
})

test('a text of units that says something else', async () => {
  change(`${name}.units.txt`, (text) => text.replace('size', 'extent'))
  expect(await faults()).toEqual([`out/${name}.units.txt is not what the sources give: other words`])
})

test('what is only built may be missing, or of an earlier day', async () => {
  rmSync(out('index.html'))
  rmSync(out('manifest.json'))
  rmSync(out(`${name}.txt`))
  writeFileSync(out('search.html'), 'old')
  expect(await faults()).toEqual([])
})

test('a clone has nothing of what is only built, and a build of a part changes nothing that is committed', async () => {
  const manifest = readFileSync(out('sc58/bear-trade.manifest.json'), 'utf8')
  for (const code of ['en', 'fr']) rmSync(out(`sc58/bear-trade.${code}.txt`))
  rmSync(out('manifest.json'))
  expect((await ran(buildCommand, ['sc58/bear-trade', '--language', 'fr', '--root', root])).status).toBe(0)
  expect(readFileSync(out('sc58/bear-trade.manifest.json'), 'utf8')).toBe(manifest)
})

test('strange files are named, and neither a PDF beside its Word file nor what systems leave', async () => {
  mkdirSync(out('notes/old'), {recursive: true})
  for (const path of [
    'sc58/bear-trade.en.pdf',
    '.DS_Store',
    'sc58/~$ar-trade.en.docx',
    'notes/old/draft.html',
    'a.pdf',
  ])
    writeFileSync(out(path), '')
  symlinkSync('/etc', out('sc58/link'))
  expect(await faults()).toEqual([
    'out/a.pdf is made by no build: move it out of out/',
    'out/notes/old/draft.html is made by no build: move it out of out/',
    'out/sc58/link is made by no build: move it out of out/',
  ])
  expect(await faults('sc58/bear-trade')).toEqual([])
})
