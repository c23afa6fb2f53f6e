import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeEach, expect, test} from 'vitest'
import {type Document, isMap, isSeq, parseDocument, type YAMLMap} from 'yaml'
import {build} from '../../src/index.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'
import {endings} from '../support/documents.ts'

const date = '2009-05-07'
const path = 'sc58/internet-trade'
let root: string
let folder: string

const roots: string[] = []
beforeEach(async () => {
  root = await copyRoot('documents', 'templates')
  roots.push(root)
  folder = join(root, 'documents/decisions/internet-trade')
})
afterAll(() => Promise.all(roots.map(removeRoot)))

async function outputs(): Promise<Map<string, string>> {
  const result = await build({root, documents: [path]})
  expect(result.messages.map(String)).toEqual([])
  return new Map([...result.outputs].map(([name, {bytes}]) => [name, Buffer.from(bytes).toString('base64')]))
}

/** Changes a YAML file of the dossier. */
async function edit(name: string, change: (document: Document.Parsed) => void): Promise<void> {
  const file = join(folder, name)
  const document = parseDocument(await readFile(file, 'utf8'))
  change(document)
  await writeFile(file, String(document))
}

/** Something that was taken out: the list it stood in, and all ids that it held. */
interface Taken {
  list: string
  ids: string[]
}

const isLater = (item: unknown): boolean => isMap(item) && String(item.get('date') ?? '') > date

/** Whether a record has a history and all of it is later: without entries it would be no record any more. */
function hasOnlyLater(item: unknown): boolean {
  const entries = isMap(item) ? item.get('entries') : undefined
  return isSeq(entries) && entries.items.every(isLater)
}

/** Takes every record and entry that is dated later, with what it holds, out of the lists of a file. */
function takeLater(node: unknown, taken: Taken[], list = ''): void {
  if (isMap(node)) for (const {key, value} of node.items) takeLater(value, taken, String(key))
  if (!isSeq(node)) return
  for (const item of [...node.items]) {
    if (!isLater(item) && !hasOnlyLater(item)) takeLater(item, taken, list)
    else {
      taken.push({list, ids: textsIn(item)})
      node.items.splice(node.items.indexOf(item), 1)
    }
  }
}

/** Every text below a node: among them are the ids that words stand under. */
function textsIn(node: unknown): string[] {
  if (isMap(node)) return node.items.flatMap(({value}) => textsIn(value))
  return isSeq(node) ? node.items.flatMap(textsIn) : [String(node)]
}

/** Takes words out of a file, at any depth, whose keys are those of facts that are gone; also what is then empty. */
function takeWords(node: unknown, gone: ReadonlySet<string>): void {
  if (!isMap(node)) return
  for (const pair of [...(node as YAMLMap).items]) {
    const isGone = gone.has(String(pair.key))
    if (!isGone) takeWords(pair.value, gone)
    if (isGone || (isMap(pair.value) && pair.value.items.length === 0))
      node.items.splice(node.items.indexOf(pair), 1)
  }
}

test('the report is the same with and without everything dated after it', async () => {
  const before = await outputs()
  expect([...before.keys()].sort()).toEqual(
    ['en', 'es', 'fr'].flatMap((code) => endings.map((ending) => `${path}.${code}.${ending}`)),
  )
  const taken: Record<string, Taken[]> = {}
  const left = new Set<string>()
  const dated = ['comments', 'funding', 'outcome', 'replies', 'tasks']
  for (const name of dated)
    await edit(`${name}.yaml`, ({contents}) => {
      const found: Taken[] = []
      takeLater(contents, found)
      for (const id of textsIn(contents)) left.add(id)
      taken[name] = found
    })
  // Something of each kind was dated later, or the test shows nothing.
  const lists = Object.entries(taken).flatMap(([name, found]) => found.map(({list}) => `${name} ${list}`))
  expect([...new Set(lists)].sort()).toEqual([
    'comments comments',
    'outcome entries',
    'replies replies',
    'tasks entries',
    'tasks tasks',
  ])
  const gone = new Set(
    Object.values(taken).flatMap((found) => found.flatMap(({ids}) => ids.filter((id) => !left.has(id)))),
  )
  for (const id of ['example-company-a', 'example-member-africa', 'summary-record'])
    expect(gone).toContain(id)
  const words = new RegExp(`^(?:${dated.join('|')})\\...\\.yaml$`)
  const files = (await readdir(folder)).filter((name) => words.test(name))
  expect(files).toHaveLength(12) // Replies have no words.
  for (const name of files) await edit(name, ({contents}) => takeWords(contents, gone))
  const after = await outputs()
  expect([...after.keys()].filter((name) => after.get(name) !== before.get(name))).toEqual([])
  expect(after.size).toBe(before.size)
})

const dayAfter = '2009-05-08'

test.each<[string, string, (string | number)[]]>([
  ['a reply', 'replies.yaml', ['replies', 0]],
  ['a comment', 'comments.yaml', ['comments', 0]],
  ['an entry of a contribution', 'funding.yaml', ['contributions', 0, 'entries', 1]],
  ['an entry of a task', 'tasks.yaml', ['tasks', 4, 'entries', 1]],
])('%s is in the report, and is not once it is dated one day after it', async (_what, name, pointer) => {
  const before = await outputs()
  await edit(name, (document) => {
    expect(document.getIn([...pointer, 'date'])).satisfy((day: string) => day <= date)
    document.setIn([...pointer, 'date'], dayAfter)
  })
  const after = await outputs()
  expect([...after.keys()].filter((output) => after.get(output) !== before.get(output))).toHaveLength(
    3 * endings.length,
  )
})
