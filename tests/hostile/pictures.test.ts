import {mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {caps, load, readContent} from '../../src/load/index.ts'
import {formsWith, validate, validateTree} from '../../src/validate/index.ts'
import {chunk, jpeg, png} from '../support/pictures.ts'

// Pictures are looked at before they are read: what the disk tells of them, and what their first bytes say.
let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'cites-docs-pictures-'))
})
afterEach(() => rmSync(root, {recursive: true, force: true}))

/** A file of so many bytes, which take no room on the disk. */
function put(path: string, bytes: number | Uint8Array): void {
  const whole = join(root, path)
  mkdirSync(dirname(whole), {recursive: true})
  writeFileSync(whole, typeof bytes === 'number' ? '' : bytes)
  if (typeof bytes === 'number') truncateSync(whole, bytes)
}

async function rulesOfReading(): Promise<string[]> {
  const {messages} = await readContent(root, ['documents'])
  return messages.map(({ruleId, reason}) => `${ruleId}: ${reason}`)
}

describe('nothing more is read than is allowed:', () => {
  test('bytes of a file', async () => {
    put('documents/sc58/bears/map.png', caps.pictureBytes.most)
    expect(await rulesOfReading()).toEqual([])
    put('documents/sc58/bears/large.png', 3 * 1024 ** 3)
    expect(await rulesOfReading()).toEqual([
      expect.stringMatching(/^picture-size: This picture has 3072 MiB; 4 are/),
    ])
  })

  test('pictures of a document, and their bytes together', async () => {
    for (let at = 0; at <= caps.pictures.most; at++) put(`documents/sc58/bears/p${at}.png`, 10)
    expect(await rulesOfReading()).toEqual([expect.stringMatching(/^picture-count: .*more than 60 pictures/)])
    for (let at = 0; at < 4; at++) put(`documents/sc58/otters/p${at}.png`, caps.pictureBytes.most)
    expect((await rulesOfReading())[1]).toMatch(
      /^picture-count: The pictures of this document have more than 8 MiB/,
    )
  })

  test('bytes of all pictures', async () => {
    const documents = caps.allPictureBytes.most / caps.documentPictureBytes.most + 1
    for (let document = 0; document < documents; document++)
      for (let at = 0; at < 2; at++) put(`documents/sc58/d${document}/p${at}.png`, caps.pictureBytes.most)
    expect((await rulesOfReading())[0]).toMatch(
      /^picture-count: The pictures of all documents have more than 128 MiB/,
    )
  })
})

test('pixels are unpacked up to a sum, for a document and for all', () => {
  // A black one of nine million pixels has a few kilobytes.
  const [width, height] = [3000, 3000]
  const large = png({width, height, bitDepth: 1, rows: Buffer.alloc(Math.ceil(width / 8 + 1) * height)})
  const pictures = new Map<string, Uint8Array>()
  for (let document = 0; document < 5; document++)
    for (let at = 0; at < 24; at++) pictures.set(`documents/sc58/d${document}/p${at}.png`, large)
  const loaded = load(pictures)
  const {messages, pictures: proven} = validate(loaded, [])
  const reasons = messages.map(({reason}) => reason)
  // Of four documents the last one, of the fifth the last four.
  expect(reasons.slice(0, 4).every((reason) => reason.startsWith('The pictures of this document'))).toBe(true)
  expect(reasons.slice(4).every((reason) => reason.startsWith('The pictures of all documents'))).toBe(true)
  expect([messages.length, proven.size]).toEqual([8, 112])
})

describe('what only looks like a picture of the document is refused:', () => {
  test('a link, a folder, another ending, a name in capitals', async () => {
    put('documents/sc58/bears/map.png', png())
    symlinkSync('/etc/passwd', join(root, 'documents/sc58/bears/link.png'))
    symlinkSync('map.png', join(root, 'documents/sc58/bears/other.png'))
    put('documents/sc58/bears/Photo.JPG', jpeg())
    put('documents/sc58/map.png', png())
    put('documents/decisions/bears/map.png', png())
    put('documents/sc58/bears/con.png', png())
    expect((await rulesOfReading()).map((rule) => rule.split(':')[0])).toEqual([
      'file-kind',
      'path-name',
      'path-name',
      'path-link',
      'path-link',
      'file-kind',
    ])
    put('documents/sc58/bears/map.svg', Buffer.from('<svg/>'))
    const {content} = await readContent(root, ['documents'])
    expect(load(content).messages.map(({ruleId}) => ruleId)).toEqual(['file-kind'])
  })

  test.each([
    'https://a.example/map.png',
    '//a.example/map.png',
    'file:///etc/map.png',
    'data:image/png;base64,AA',
    'javascript:map.png',
    '../map.png',
    './map.png',
    '/map.png',
    'other/map.png',
    '..%2fmap.png',
    '..\\\\map.png',
    'map.png?x',
    'map.png#x',
    'MAP.png',
    'map..png',
    'map.svg',
    'm%61p.png',
    '.png',
  ])('the address %s', (address) => {
    const text = `---\ntitle: x\n---\n\n:::picture{id=map}\n![A bear](<${address}>)\n:::\n`
    const path = 'documents/sc58/bears/body.en.md'
    const source = load(new Map([[path, Buffer.from(text)]])).sources.get(path)
    const tree = source?.kind === 'markdown' ? source.tree : undefined
    const found = tree ? validateTree(tree, {path, text}, formsWith([])) : []
    expect(found.map(({ruleId}) => ruleId)).toEqual(['picture-address'])
  })
})

test('a picture of a document that is not asked for is not unpacked', () => {
  const broken = png({before: [chunk('EVIL')]})
  const loaded = load(new Map([['documents/sc58/bears/map.png', broken]]))
  expect(validate(loaded, [], {isAsked: () => false}).messages).toEqual([])
  expect(validate(loaded, []).messages.map(({ruleId}) => ruleId)).toEqual(['picture-damaged'])
})
