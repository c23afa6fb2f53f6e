import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {Ajv2020} from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {repository, schemaFiles} from '../support/content-root.ts'
import {partialSchemas} from '../support/partial-schemas.ts'

const folder = join(repository, 'schemas')
const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'))

describe('the schemas of words', () => {
  /** Objects of a schema, with the keys that lead to them. */
  function objectsIn(value: unknown, pointer: string): {pointer: string; schema: Record<string, unknown>}[] {
    if (typeof value !== 'object' || value === null) return []
    const below = Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${pointer}/${key}`))
    return 'properties' in value ? [{pointer, schema: value as Record<string, unknown>}, ...below] : below
  }

  test.each(['labels', 'phrases', 'usage', 'starters'])('%s lists no key twice', (name) => {
    const twice = objectsIn(read(`${name}.schema.json`), '').filter(
      ({schema: {required, properties}}) =>
        Array.isArray(required) && required.length === Object.keys(Object(properties)).length,
    )
    expect(twice.map(({pointer}) => pointer)).toEqual([])
  })

  test('what may be left out is a key that there is', () => {
    const stray = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => objectsIn(read(name), name))
      .flatMap(({pointer, schema: {'x-optional': optional = [], properties}}) =>
        (optional as string[])
          .filter((key) => !(key in Object(properties)))
          .map((key) => `${pointer} ${key}`),
      )
    expect(stray).toEqual([])
  })
})

describe('the schemas of what a root changes (schemas/partial/)', () => {
  const partials = partialSchemas()

  // They are written by `npx vitest run tests/house --update`.
  test.each([...partials])('%s is made from the full schema and the templates', async (name, schema) => {
    const text = `${JSON.stringify(schema, null, 1)}\n`
    await expect(text).toMatchFileSnapshot(join(folder, 'partial', `${name}.schema.json`))
  })

  test('there is no other', () => {
    expect(readdirSync(join(folder, 'partial'))).toEqual(
      [...partials.keys()].map((name) => `${name}.schema.json`).sort(),
    )
  })

  const ajv = new Ajv2020({strict: true, allErrors: true, allowUnionTypes: true, messages: false})
  ajv.addKeyword({keyword: 'x-files', schemaType: 'array'})
  const formats = addFormats as unknown as {default: typeof addFormats.default}
  ;(formats.default ?? addFormats)(ajv, {mode: 'full'})
  for (const schema of [...schemaFiles().values(), ...partials.values()]) ajv.addSchema(schema)
  const faultsOf = (name: string, yaml: string): unknown[] => {
    const validate = ajv.getSchema(partials.get(name)?.$id ?? '')
    if (!validate) throw new Error(`There is no schema ${name}.`)
    return validate(parse(yaml))
      ? []
      : (validate.errors ?? []).map(({instancePath, keyword}) => `${instancePath} ${keyword}`)
  }

  test.each([
    ['labels', 'ordinals: {"60": {word: Sixtieth, number: 60th}, "58": {word: Fifty-Eighth}}'],
    ['labels', 'ordinal-rules: {ends: {"8": eighth}}'],
    ['profile', 'symbols: {notes: {of: "{meeting} Doc. {number}", write: "{initials}{ordinal}/{number}"}}'],
    ['labels', 'geographical-note: {example: false}'],
    ['labels', 'columns: {seizures: Seizures, total: Sum}'],
    ['phrases', 'only-in: "In {language} only"'],
    ['phrases', 'of-facts: {seizures-caption: Seizures}'],
    ['styles', 'paragraph-styles: {title: {after: 300}, stamp: {word: CITES Stamp}}'],
    [
      'numbering',
      'paragraphs: {levels: [{format: decimal, text: "%1.", left: 1, hanging: 1, style: a}, {format: decimal, text: "%1.", left: 1, hanging: 1, style: a}, {format: decimal, text: "%1.", left: 1, hanging: 1, style: a}, {format: decimal, text: "%1.", left: 1, hanging: 1, style: a}]}',
    ],
    ['kind', 'pages: 15'],
    ['kind', 'deadline: {days-before-meeting: 30}'],
    ['profile', 'unaccented-capitals: []'],
  ])('%s takes %s', (name, yaml) => expect(faultsOf(name, yaml)).toEqual([]))

  test.each([
    ['labels', 'ordinals: {"60": {}}', '/ordinals/60 minProperties'],
    ['labels', 'ordinal-rules: {begins: {"50": fifty}}', '/ordinal-rules/begins/50 pattern'],
    [
      'profile',
      'symbols: {notes: {of: "{meeting} Doc. {number}", write: "Doc. {number}"}}',
      '/symbols/notes/write pattern',
    ],
    ['labels', 'ordinals: {"58": {wrd: Sixtieth}}', '/ordinals/58 additionalProperties'],
    ['labels', 'months: [January]', '/months minItems'],
    ['labels', 'contry: a', ' additionalProperties'],
    ['styles', 'paragraph-styles: {stamp: {after: 300}}', '/paragraph-styles/stamp required'],
    ['usage', 'money: {write: 7}', '/money/write type'],
    ['kind', 'pagse: 15', ' additionalProperties'],
  ])('%s does not take %s', (name, yaml, fault) => expect(faultsOf(name, yaml)).toContain(fault))
})
