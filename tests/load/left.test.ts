import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {caps, load, readContent} from '../../src/load/index.ts'

// Of words that nobody asks for yet only the front matter is in memory; the whole is read when its turn comes.

const body = 'documents/sc58/bears/body.en.md'
const beginning = '---\ntitle: Bears\n---\n'
const words = `${beginning}\nWords about bears. ^one\n`
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-left-'))
  put(body, words)
})
afterEach(() => rmSync(root, {recursive: true}))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), {recursive: true})
  writeFileSync(join(root, path), text)
}

const read = () => readContent(root, ['documents'], () => true)
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString()

test('the beginning is there, and the whole is read again', async () => {
  const {content, left} = await read()
  expect(textOf(content.get(body))).toBe(beginning)
  expect(textOf(left.get(body)?.read())).toBe(words)
  const {sources, texts} = load(content, () => false, new Map(), left)
  const source = sources.get(body)
  expect(source?.data.value).toEqual({title: 'Bears'})
  expect(source?.kind === 'markdown' && source.tree.children).toHaveLength(1)
  expect(texts.has(body)).toBe(false)
})

test('one that is another file when its turn comes is named, also where its length is the same', async () => {
  const {left} = await read()
  put(body, words.replace('Words', 'Nouns'))
  expect(() => left.get(body)?.read()).toThrow(`${body} is changing at this moment.`)
})

test.each<[string, string]>([
  ['whose front matter has no end', '---\ntitle: Bears\n'],
  [
    'that is so large that it is tried first',
    `${beginning}${'Words. '.repeat(caps.markdownBytes.most / 28 + 1)}`,
  ],
])('one %s is read whole', async (_, text) => {
  put(body, text)
  const {content, left} = await read()
  expect(left.has(body)).toBe(false)
  expect(textOf(content.get(body))).toBe(text)
})
