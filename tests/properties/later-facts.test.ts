import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {isMap, isSeq, parseDocument} from 'yaml'
import {build} from '../../src/index.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'

const date = '2009-05-07'
const path = 'sc58/internet-trade'
let root: string
let folder: string

beforeAll(async () => {
  root = await copyRoot('documents', 'templates')
  folder = join(root, 'documents/decisions/internet-trade')
})
afterAll(() => removeRoot(root))

async function outputs(): Promise<Map<string, string>> {
  const result = await build({root, documents: [path]})
  expect(result.messages.map(String)).toEqual([])
  return new Map([...result.outputs].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]))
}

interface Taken {
  list: string
  id: unknown
  donor: unknown
}

/** Takes every entry dated later out of the lists of a document, with what it holds. */
function takeLater(node: unknown, taken: Taken[], list = '', isInside = false): void {
  if (isMap(node)) for (const {key, value} of node.items) takeLater(value, taken, String(key), isInside)
  if (!isSeq(node)) return
  for (const item of [...node.items]) {
    const at = isMap(item) ? item.get('date') : undefined
    const isLater = isInside || (typeof at === 'string' && at > date)
    if (isLater && isMap(item)) taken.push({list, id: item.get('id'), donor: item.get('donor')})
    takeLater(item, taken, list, isLater)
    if (isLater && !isInside) node.items.splice(node.items.indexOf(item), 1)
  }
}

/** Takes keys out of a words file, at any depth, so that no words are left of facts that are gone. */
function takeKeys(node: unknown, keys: Set<unknown>): void {
  if (!isMap(node)) return
  for (const pair of [...node.items]) {
    if (keys.has(String(pair.key))) node.items.splice(node.items.indexOf(pair), 1)
    else takeKeys(pair.value, keys)
    if (isMap(pair.value) && pair.value.items.length === 0) node.items.splice(node.items.indexOf(pair), 1)
  }
}

test('the report is the same with and without everything dated after it', async () => {
  const before = await outputs()
  expect([...before.keys()].sort()).toEqual(
    ['en', 'es', 'fr'].flatMap((code) =>
      ['docx', 'html', 'txt'].map((format) => `${path}.${code}.${format}`),
    ),
  )
  const taken: Taken[] = []
  for (const name of ['tasks.yaml', 'replies.yaml', 'funding.yaml']) {
    const document = parseDocument(await readFile(join(folder, name), 'utf8'))
    takeLater(document.contents, taken)
    await writeFile(join(folder, name), String(document))
  }
  // Something of each kind was dated later, or the test shows nothing.
  expect(new Set(taken.map(({list}) => list))).toEqual(new Set(['entries', 'evidence', 'replies']))
  expect(taken.filter(({donor}) => donor !== undefined)).not.toEqual([])
  const gone = new Set(
    taken.flatMap(({list, id, donor}) => (list === 'evidence' ? [id] : donor ? [donor] : [])),
  )
  for (const name of await readdir(folder)) {
    if (!/^(?:tasks|funding)\...\.yaml$/.test(name)) continue
    const document = parseDocument(await readFile(join(folder, name), 'utf8'))
    takeKeys(document.contents, gone)
    await writeFile(join(folder, name), String(document))
  }
  const after = await outputs()
  expect([...after.keys()].filter((name) => after.get(name) !== before.get(name))).toEqual([])
  expect(after.size).toBe(before.size)
})

test('a fact that is not later does change the report', async () => {
  const before = await outputs()
  const file = join(folder, 'replies.yaml')
  const document = parseDocument(await readFile(file, 'utf8'))
  document.deleteIn(['replies', 0])
  await writeFile(file, String(document))
  const after = await outputs()
  expect([...after.keys()].filter((name) => after.get(name) !== before.get(name))).toHaveLength(9)
})
