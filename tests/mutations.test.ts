import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {VFileMessage} from 'vfile-message'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {check} from '../src/index.ts'
import {
  copyRoot,
  findingsOf,
  removeRoot,
  type Sources,
  schemaFiles,
  sourcesOf,
} from './support/content-root.ts'
import {type Mutation, mutationsOf, type Site, sitesOf} from './support/mutate.ts'

let root: string
let base: Sources
const schemas = schemaFiles()
beforeAll(async () => {
  root = await copyRoot('documents', 'templates')
  base = await sourcesOf(root)
})
afterAll(() => removeRoot(root))

type Json = {[key: string]: Json} & {required?: string[]}

/** Whether the schema lets the key be absent: a named property that is not required. Keys of a dictionary are words. */
function isOptional({path, pointer}: Site): boolean {
  const files = schemas as unknown as Map<string, Json>
  let schema = files.get(base.validated.schemaOf.get(path) ?? '')
  for (const [index, step] of pointer.entries()) {
    while (schema?.$ref) {
      const name = String(schema.$ref).split('/').at(-1) ?? ''
      schema = files.get('definitions')?.$defs?.[name]
    }
    const named = schema?.properties?.[step]
    if (index === pointer.length - 1) return named !== undefined && !schema?.required?.includes(step)
    schema = named ?? schema?.items ?? schema?.additionalProperties
  }
  return false
}

const nameOf = ({what, site}: Mutation): string => `${site.path} ${what} ${site.pointer.join('/')}`

// The last date of a document: what is dated later is printed by none, so its words may be missing.
const latest = '2009-05-07'

/** Changes that no document prints: the schema makes none of these words obligatory, and nothing is wrong yet. */
function isUnprinted(change: Mutation): boolean {
  if (/glossary\.yaml delete terms\/\d+\/words\/..$/.test(nameOf(change))) return true
  if (/funding\...\.yaml delete donors\//.test(nameOf(change))) return true
  const evidence = /tasks\...\.yaml delete tasks\/[^/]+\/evidence\/(.+)$/.exec(nameOf(change))?.[1]
  const tasks = String(base.validated.sources.get('documents/decisions/internet-trade/tasks.yaml')?.file)
  const date = evidence && new RegExp(`id: ${evidence},.*?date: "(.+?)"`).exec(tasks)?.[1]
  return date !== undefined && date !== '' && date > latest
}

/** Changes that are right in themselves and are reported where something else rests on them. */
const elsewhere: {why: string; of: RegExp; where: RegExp}[] = [
  {
    why: 'a language taken from a document leaves its text behind',
    of: /document\.yaml delete languages\//,
    where: /^documents\/.+\/body\.[a-z]{2}\.md$/,
  },
  {
    why: 'a style is missed where a kind, a level or another style names it',
    of: /styles\.yaml (?:delete|rename) paragraph-styles\/[^/]+$/,
    where: /^templates\/(?:kinds\/.+|numbering|styles)\.yaml$/,
  },
]

function isAt({fatal, file, line = 0}: VFileMessage, change: Mutation): boolean {
  if (!fatal || !file) return false
  const rule = elsewhere.find(({of}) => of.test(nameOf(change)))
  if (rule?.where.test(file)) return true
  return file === change.site.path && line >= change.lines[0] && line <= change.lines[1]
}

function* everyMutation(): Generator<Mutation> {
  for (const [path, source] of base.validated.sources)
    for (const site of sitesOf(path, String(source.file)))
      for (const change of mutationsOf(site))
        if (change.what !== 'delete' || !(isOptional(site) || isUnprinted(change))) yield change
}

test('every source is changed, and none has an error before', async () => {
  expect([...base.validated.sources.keys()]).toEqual([...base.content.keys()].sort())
  expect((await check({root})).messages).toEqual([])
  expect([...everyMutation()].length).toBeGreaterThan(5000)
})

test('a key that is deleted, renamed or retyped is an error at its line', {timeout: 600_000}, () => {
  const missed: string[] = []
  for (const change of everyMutation()) {
    const found: VFileMessage[] = []
    for (const messages of findingsOf(base, change.site.path, change.text)) {
      found.push(...messages)
      if (messages.some((message) => isAt(message, change))) break
    }
    if (!found.some((message) => isAt(message, change)))
      missed.push(
        `${nameOf(change)}, lines ${change.lines}: ${found.map((message) => message.name).join(' ')}`,
      )
  }
  expect(missed).toEqual([])
})

test('the command finds the same as its stages: every 300th change, on disk', {
  timeout: 300_000,
}, async () => {
  for (const [index, change] of [...everyMutation()].entries()) {
    if (index % 300 !== 0) continue
    const file = join(root, change.site.path)
    await writeFile(file, change.text)
    const {messages} = await check({root})
    await writeFile(file, change.site.text)
    expect(
      messages.some((message) => isAt(message, change)),
      nameOf(change),
    ).toBe(true)
  }
})
