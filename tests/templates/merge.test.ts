import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse, stringify} from 'yaml'
import {type Loaded, load, type Pointer} from '../../src/load/index.ts'
import {readTemplates} from '../../src/package-files.ts'
import {compileSchemas, mergeTemplates, validate} from '../../src/validate/index.ts'
import {schemaFiles} from '../support/content-root.ts'

// What a root writes takes the place of what the package says there, and of nothing else; a finding stands in the root's
// own file.

const content = await readTemplates()
const packaged = load(content)
const schemas = compileSchemas(schemaFiles())
const paths = [...content.keys()]
const values = new Map(
  [...content].map(([path, bytes]) => [path, parse(new TextDecoder().decode(bytes)) as unknown]),
)
const oursIn = (path: string): unknown => values.get(path)

/** The sources of a root whose files of templates/ have these values. */
function rootWith(files: Record<string, unknown>): Loaded {
  const own = Object.entries(files).map(([path, value]): [string, Uint8Array] => [
    path,
    new TextEncoder().encode(stringify(value)),
  ])
  return mergeTemplates(load(new Map(own)), packaged, new Set())
}

/** One of the sources alone: validation looks at each by itself. */
const only = (loaded: Loaded, path: string): Loaded => ({
  ...loaded,
  sources: new Map([...loaded.sources].filter(([other]) => other === path)),
})

const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Keys that lead to every value of a mapping, at any depth that is merged. */
function pointersIn(value: unknown, pointer: string[] = []): string[][] {
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([key, below]) => [
    [...pointer, key],
    ...pointersIn(below, [...pointer, key]),
  ])
}

const at = (value: unknown, pointer: Pointer): unknown =>
  pointer.reduce<unknown>((below, step) => Object(below)[step], value)
const alone = (pointer: readonly string[], value: unknown): unknown =>
  pointer.reduceRight<unknown>((below, key) => ({[key]: below}), value)

// A list of records has its own rule, below.
const places = paths
  .filter((path) => path !== 'templates/instruments.yaml')
  .flatMap((path) => pointersIn(oursIn(path)).map((pointer) => ({path, pointer})))
const place = fc.constantFrom(...places)

describe('any key of ours, alone in a file of a root', () => {
  test('changes nothing where it says the same', () => {
    fc.assert(
      fc.property(place, ({path, pointer}) => {
        const ours = oursIn(path)
        const source = rootWith({[path]: alone(pointer, at(ours, pointer))}).sources.get(path)
        expect(source?.data.value).toEqual(ours)
        expect(source?.data.isOwn(pointer)).toBe(true)
      }),
      {numRuns: 300},
    )
  })

  test('is valid, and all else of the file is not the root’s', () => {
    fc.assert(
      fc.property(place, ({path, pointer}) => {
        const loaded = rootWith({[path]: alone(pointer, at(oursIn(path), pointer))})
        expect(validate(only(loaded, path), schemas).messages.map(String)).toEqual([])
        const source = loaded.sources.get(path)
        const isAlong = (other: readonly string[]): boolean =>
          other.every((key, index) => (pointer[index] ?? key) === key)
        for (const other of pointersIn(oursIn(path)))
          if (!isAlong(other)) expect(source?.data.isOwn(other), other.join('/')).toBe(false)
      }),
      {numRuns: 100},
    )
  })

  test('takes the place of ours where it says something else, and of nothing else', () => {
    const words = places.filter(({path, pointer}) => typeof at(oursIn(path), pointer) === 'string')
    expect(words.length).toBeGreaterThan(1000)
    fc.assert(
      fc.property(fc.constantFrom(...words), ({path, pointer}) => {
        const expected = structuredClone(oursIn(path))
        const last = pointer.at(-1) ?? ''
        Object(at(expected, pointer.slice(0, -1)))[last] = 'other words'
        const source = rootWith({[path]: alone(pointer, 'other words')}).sources.get(path)
        expect(source?.data.value).toEqual(expected)
        // The last line of the file, which has one for each key.
        expect(source?.data.locate(pointer, 'key').start.line).toBe(pointer.length)
      }),
      {numRuns: 300},
    )
  })

  test('of another type is an error at its line', () => {
    fc.assert(
      fc.property(place, ({path, pointer}) => {
        const other = isMapping(at(oursIn(path), pointer)) ? ['a list'] : {a: 'block'}
        const loaded = rootWith({[path]: alone(pointer, other)})
        const {messages} = validate(only(loaded, path), schemas)
        expect(messages.map(({file}) => file)).toEqual([path])
        expect(messages[0]?.line).toBeGreaterThanOrEqual(pointer.length)
      }),
      {numRuns: 200},
    )
  })
})

describe('a list', () => {
  test('is replaced as a whole', () => {
    const path = 'templates/usage.en.yaml'
    const source = rootWith({[path]: {instruments: [{write: 'Rule', not: ['rule']}]}}).sources.get(path)
    expect(source?.data.value).toEqual({
      ...Object(oursIn(path)),
      instruments: [{write: 'Rule', not: ['rule']}],
    })
  })

  const path = 'templates/instruments.yaml'
  const {instruments: ours} = oursIn(path) as {instruments: {number: string; revisions: unknown[]}[]}
  const record = (number: string): object => ({number, revisions: [{revision: 'CoP15', since: '2010-03-25'}]})

  test('of resolutions takes a new one behind ours, and one of ours in its place', () => {
    const own = [record('12.8'), record('11.3')]
    const source = rootWith({[path]: {instruments: own}}).sources.get(path)
    const others = ours.filter(({number}) => number !== '11.3')
    expect(source?.data.value).toEqual({instruments: [...others, ...own]})
    // Places are those of the root's file, in which its records stand first.
    const first = others.length
    expect(source?.data.locate(['instruments', first, 'number']).start.line).toBe(2)
    expect(source?.data.isOwn(['instruments', first])).toBe(true)
    expect(source?.data.isOwn(['instruments', first - 1])).toBe(false)
  })
})

describe('a file with an error', () => {
  const broken = (path: string): Loaded => rootWith({[path]: {nothing: 'known'}})

  test.each(['labels.en', 'phrases.fr', 'usage.es', 'styles', 'numbering', 'actors', 'instruments'])(
    'of %s is stood in for by ours',
    (name) => {
      const path = `templates/${name}.yaml`
      const {sources, messages} = validate(only(broken(path), path), schemas)
      expect(messages.map(({file}) => file)).toEqual([path])
      expect(sources.get(path)).toMatchObject({isStandIn: true, data: {value: oursIn(path)}})
      expect(sources.get(path)?.data.isOwn([])).toBe(false)
    },
  )

  test.each(['kinds/agenda', 'profiles/2007-2010'])('of %s is left out, with what it is of', (name) => {
    const path = `templates/${name}.yaml`
    expect(validate(only(broken(path), path), schemas).sources.has(path)).toBe(false)
  })
})

test('a file that the root has like ours is ours, and the root’s to mend', () => {
  const loaded = mergeTemplates(load(new Map()), packaged, new Set(['templates/styles.yaml']))
  expect(loaded.sources.get('templates/styles.yaml')?.data.isOwn(['font'])).toBe(true)
  expect(loaded.sources.get('templates/numbering.yaml')?.data.isOwn(['paragraphs'])).toBe(false)
})
