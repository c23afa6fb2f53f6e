import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setFlagsFromString} from 'node:v8'
import type {ValidateFunction} from 'ajv'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import {checkContent} from '../../src/content.ts'
import {EnvironmentError} from '../../src/failure/index.ts'
import {backstops, caps, load, mapWithin} from '../../src/load/index.ts'
import {compileSchemas, type Schema, validate} from '../../src/validate/index.ts'
import {copyRoot, removeRoot, schemaFiles} from '../support/content-root.ts'

// What no cap has foreseen: a parser that does not end, and one that takes all the memory there is. There is no such
// text, or it would have a cap; so a parser is put in that hangs on a word, and the limits are lowered.
vi.mock('yaml', async (original) => {
  const yaml = await original<typeof import('yaml')>()
  return {
    ...yaml,
    parseDocument: (text: string, ...others: unknown[]) => {
      while (text.includes('for ever'));
      return yaml.parseDocument(text, ...(others as []))
    },
  }
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const seconds = backstops.parseSeconds
const memory = backstops.parseBytes
afterEach(() => {
  backstops.parseSeconds = seconds
  backstops.parseBytes = memory
})

describe('time', () => {
  beforeEach(() => {
    backstops.parseSeconds = 0.3
  })

  test('a file whose parser does not end ends the program, which names it', () => {
    const content = new Map([
      ['documents/meetings.yaml', bytes('a: b\n')],
      ['documents/sc58/bears/document.yaml', bytes('title: for ever\n')],
    ])
    expect(() => load(content)).toThrow(EnvironmentError)
    expect(() => load(content)).toThrow(
      /^Reading documents\/sc58\/bears\/document\.yaml was given up after 0\.3 seconds of CPU time\./,
    )
  })

  test('a pattern of a schema that does not end is one file’s, too', () => {
    const loaded = load(new Map([['documents/meetings.yaml', bytes(`a: ${'b'.repeat(60)}!\n`)]]))
    const {$schema, $id, title, 'x-files': files} = schemaFiles().get('meetings') ?? Object(undefined)
    const slow = {type: 'object', properties: {a: {type: 'string', pattern: '^([a-z]+-?)+$'}}}
    const schemas = compileSchemas(new Map([['meetings', {$schema, $id, title, 'x-files': files, ...slow}]]))
    expect(() => validate(loaded, schemas)).toThrow('Reading documents/meetings.yaml was given up')
  })

  test('a schema that takes long to compile is no fault of a file, and is not stopped half way through', () => {
    const loaded = load(new Map([['documents/meetings.yaml', bytes('a: b\n')]]))
    let compiled = 0
    const validator = (): ValidateFunction => {
      if (compiled === 0) busy(500)
      compiled++
      return Object.assign(() => true, {errors: null}) as unknown as ValidateFunction
    }
    const schema: Schema = {name: 'meetings', title: 'Meetings', files: [], governs: () => true, validator}
    expect(validate(loaded, [schema]).messages).toEqual([])
  })
})

function busy(milliseconds: number): number {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
  return milliseconds
}

test('each item has the whole limit, however long those before it took', () => {
  expect(mapWithin([150, 150, 150, 10], busy, String, 400)).toEqual([150, 150, 150, 10])
  expect(() => mapWithin([150, 1000], busy, String, 400)).toThrow('Reading 1000 was given up')
})

test('who waits for others is not given up: time that passes is none that is used', () => {
  const waited: number[] = []
  const wait = (milliseconds: number): number => {
    waited.push(milliseconds)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
    return milliseconds
  }
  expect(mapWithin([50, 500, 10], wait, String, 200)).toEqual([50, 500, 10])
  expect(waited.length).toBeGreaterThan(3)
})

test('what goes wrong in the work is not hidden', () => {
  const fail = (): never => {
    throw new RangeError('too deep')
  }
  expect(() => mapWithin([1], fail, String)).toThrow('too deep')
})

describe('memory', () => {
  let root: string
  beforeEach(async () => {
    // The tests' own young generation would hold all of it.
    for (const bound of ['min', 'max']) setFlagsFromString(`--${bound}-semi-space-size=0`)
    root = await copyRoot('tests/fixtures/small-dossier/documents')
  })
  afterEach(async () => {
    await removeRoot(root)
  })
  const large = `---\ntitle: Bears\n---\n\n${'Many words about bears.\n\n'.repeat(2000)}`
  const found = async (): Promise<(string | null | undefined)[]> => {
    const folder = join(root, 'tests/fixtures/small-dossier')
    mkdirSync(join(folder, 'documents/sc58/large'), {recursive: true})
    writeFileSync(join(folder, 'documents/sc58/large/body.en.md'), large)
    const {messages} = await checkContent({root: folder})
    return messages.map(({file}) => file)
  }

  test('a large file that fits into the limit is read as any other', async () => {
    expect(large.length).toBeGreaterThan(caps.markdownBytes.most / 4)
    expect(await found()).toContain('documents/sc58/large/body.en.md')
  })

  test('a file that takes more ends the program, which names it', async () => {
    backstops.parseBytes = 16 * 1024 * 1024
    await expect(found()).rejects.toThrow(EnvironmentError)
    await expect(found()).rejects.toThrow(
      'documents/sc58/large/body.en.md was given up, since it takes more than 16 MiB',
    )
  })
})
