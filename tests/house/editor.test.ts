import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {newDossier} from '../../src/new/index.ts'
import {repository, schemaFiles} from '../support/content-root.ts'

const inEditor = <T>(name: string): T =>
  JSON.parse(readFileSync(join(repository, '.vscode', name), 'utf8')) as T

/** The patterns of a schema as the editor's YAML extension reads them: `*` holds full stops there. */
const patternsOf = (paths: readonly string[]): string[] =>
  paths
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => path.replace('{lang}', '??'))
    .flatMap((path) => (path.endsWith('/*.yaml') ? [path, `!${path.replace('*.yaml', '*.*.yaml')}`] : [path]))

/** As an editor reads a pattern: a star is within one folder, and holds full stops. */
const matchesGlob = (file: string, pattern: string): boolean =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}$`).test(
    file,
  )

test('the settings of the editor give each YAML file the schema that governs it', () => {
  const expected = [...schemaFiles()]
    .map(([name, schema]) => [`./schemas/${name}.schema.json`, patternsOf(schema['x-files'] ?? [])] as const)
    .filter(([, patterns]) => patterns.length > 0)
  const settings = inEditor<{'yaml.schemas': Record<string, string[]>}>('settings.json')
  expect(settings['yaml.schemas']).toEqual(Object.fromEntries(expected))
})

describe('the settings of a new dossier', () => {
  let folder: string
  let schemas: [string, string[]][]
  beforeAll(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'cites-docs-editor-')), 'dossier')
    await newDossier(folder)
    const settings = JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'))
    schemas = Object.entries(settings['yaml.schemas'])
  })
  afterAll(() => rmSync(join(folder, '..'), {recursive: true}))

  /** The schemas that the editor takes for a file: one of their patterns fits, and none that begins with “!”. */
  const schemasFor = (file: string): string[] =>
    schemas
      .filter(([, patterns]) => {
        const fits = (pattern: string): boolean => matchesGlob(file, pattern)
        const [not, of] = [
          patterns.filter((one) => one.startsWith('!')),
          patterns.filter((one) => !one.startsWith('!')),
        ]
        return of.some(fits) && !not.some((one) => fits(one.slice(1)))
      })
      .map(([path]) => path.replace(/^.*\/schemas\//, ''))

  test('lead to schemas that are there', () => {
    expect(schemas.length).toBeGreaterThan(40)
    for (const [path] of schemas) expect(existsSync(join(folder, path)), path).toBe(true)
  })

  test('give each file of the dossier one', () => {
    const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
      name.endsWith('.yaml'),
    )
    expect(files.length).toBeGreaterThan(40)
    for (const file of files) expect(schemasFor(file), file).toHaveLength(1)
  })

  test.each([
    ['templates/labels.en.yaml', 'partial/labels.schema.json'],
    ['templates/labels.pt.yaml', 'labels.schema.json'],
    ['templates/phrases.fr.yaml', 'partial/phrases.schema.json'],
    ['templates/usage.pt.yaml', 'usage.schema.json'],
    ['templates/starters.es.yaml', 'partial/starters.schema.json'],
    ['templates/actors.yaml', 'actors.schema.json'],
    ['templates/instruments.yaml', 'instruments.schema.json'],
    ['templates/styles.yaml', 'partial/styles.schema.json'],
    ['templates/kinds/agenda.yaml', 'partial/kind.schema.json'],
    ['templates/kinds/leaflet.yaml', 'kind.schema.json'],
    ['templates/profiles/2007-2010.yaml', 'partial/profile.schema.json'],
    ['templates/facts/budget.yaml', 'partial/facts.schema.json'],
    ['templates/facts/seizures.yaml', 'facts.schema.json'],
  ])('give %s, which a root may have, %s', (file, schema) => {
    expect(schemasFor(file)).toEqual([schema])
  })
})
