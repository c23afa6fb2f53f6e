import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {stringify} from 'yaml'
import {build, write} from '../../src/index.ts'
import {pieces} from '../hostile/mutate.ts'
import {bytesOf, fixtureRoot} from '../support/fixture-root.ts'

// Whatever stands in a source: the build ends, says where, leaves what is refused as it was, builds the others, and
// touches nothing but out/. What the outputs may not hold is read for every test (tests/support/watch/).
let root: string
let clean: Map<string, string>
let sources: string[]

beforeAll(async () => {
  root = await fixtureRoot()
  await built()
  clean = await bytesOf(join(root, 'out'))
  sources = readdirSync(join(root, 'documents'), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.parentPath.includes('bear-trade'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
})
afterAll(() => rmSync(root, {recursive: true}))

async function built(): Promise<Awaited<ReturnType<typeof build>>> {
  const result = await build({root})
  await write(root, result.outputs, result)
  return result
}

const ofOther = (path: string): boolean => path.startsWith('sc58/otter-trade')
const isPrintable = (text: string): boolean =>
  !/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(text)

async function holdsWith(file: string, bytes: Uint8Array): Promise<void> {
  const earlier = readFileSync(file)
  const [out, others] = [await bytesOf(join(root, 'out')), await bytesOf(root, 'out')]
  try {
    writeFileSync(file, bytes)
    const {messages, documents} = await built()
    for (const {file: path, line, column, ruleId, reason} of messages) {
      expect([path, line, column, ruleId].every(Boolean), reason).toBe(true)
      expect(isPrintable(reason), reason).toBe(true)
    }
    const after = await bytesOf(join(root, 'out'))
    const refused = documents
      .filter(({isRefused}) => isRefused)
      .map(({path, language}) => `${path}.${language}`)
    const kept = [...out.keys()].filter(
      (path) => ofOther(path) || refused.some((start) => path.startsWith(start)),
    )
    for (const path of kept) expect(after.get(path) === out.get(path), path).toBe(true)
    for (const [path, content] of clean)
      if (ofOther(path)) expect(after.get(path) === content, path).toBe(true)
    const othersAfter = await bytesOf(root, 'out')
    writeFileSync(file, earlier)
    othersAfter.set(file.slice(root.length + 1), earlier.toString('latin1'))
    expect(othersAfter).toEqual(others)
  } finally {
    writeFileSync(file, earlier)
  }
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const source = fc.nat().map((at) => sources[at % sources.length] ?? '')
const ofKind = (extension: string): fc.Arbitrary<string> =>
  fc.nat().map((at) => {
    const own = sources.filter((path) => path.endsWith(extension))
    return own[at % own.length] ?? ''
  })
const piece = fc.oneof(fc.constantFrom(...pieces), fc.string({unit: 'binary', maxLength: 8}))
const runs = {numRuns: 15}

test('real sources with changes', async () => {
  const change = fc.record({at: fc.double({min: 0, max: 1, noNaN: true}), without: fc.nat(60), piece})
  await fc.assert(
    fc.asyncProperty(source, fc.array(change, {minLength: 1, maxLength: 5}), async (file, changes) => {
      let words = readFileSync(file, 'utf8')
      for (const {at, without, piece: put} of changes) {
        const start = Math.floor(at * words.length)
        words = words.slice(0, start) + put + words.slice(start + without)
      }
      await holdsWith(file, text(words))
    }),
    runs,
  )
})

test('random YAML, in part with the keys of the real file', async () => {
  const {value} = fc.letrec((tie) => ({
    value: fc.oneof(
      {depthSize: 'small'},
      fc.string({unit: 'binary', maxLength: 20}),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), {maxLength: 4}),
      fc.dictionary(fc.constantFrom('id', 'words', 'date', '__proto__', 'a'), tie('value'), {maxKeys: 4}),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(ofKind('.yaml'), fc.array(value, {maxLength: 8}), async (file, values) => {
      const keys = [...readFileSync(file, 'utf8').matchAll(/^[ -]*([a-z-]+):/gm)].map(([, key]) => key ?? '')
      const record = Object.fromEntries(values.map((own, at) => [keys[at] ?? `key-${at}`, own]))
      await holdsWith(file, text(stringify(record)))
    }),
    runs,
  )
})

test('random Markdown', async () => {
  const block = fc
    .array(fc.oneof(piece, fc.lorem({maxCount: 6})), {maxLength: 20})
    .map((all) => all.join(' '))
  await fc.assert(
    fc.asyncProperty(
      ofKind('.md'),
      fc.array(block, {maxLength: 12}),
      fc.boolean(),
      async (file, blocks, isAfter) => {
        const head = isAfter ? readFileSync(file, 'utf8') : '---\ntitle: Bears\n---\n'
        await holdsWith(file, text(`${head}\n${blocks.join('\n\n')}\n`))
      },
    ),
    runs,
  )
})

test('random bytes', async () => {
  await fc.assert(fc.asyncProperty(source, fc.uint8Array({maxLength: 200}), holdsWith), runs)
})
