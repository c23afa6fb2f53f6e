import {beforeAll, expect, test} from 'vitest'
import {integrityFaults, readPackage} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'
import {validated} from '../support/word/validator.ts'

const timeout = 600_000

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

const versions = ['Office2007', 'Office2016', 'Microsoft365'] as const

/** A file of every document: its languages, which differ in their words alone, take turns at the versions. */
function filesFor(turn: number): Built[] {
  return [...new Set(built.map(({path}) => path))].flatMap((path, index) => {
    const own = built.filter((file) => file.path === path)
    return own.slice((index + turn) % own.length).slice(0, 1)
  })
}

test('every file is looked at for one version, and every document for each', () => {
  const names = versions.flatMap((_, turn) => filesFor(turn).map(({name}) => name))
  expect([...new Set(names)].sort()).toEqual(built.map(({name}) => name).sort())
})

test.each(versions.map((officeVersion, turn) => [officeVersion, turn] as const))(
  'a Word file of every document is valid for %s',
  async (officeVersion, turn) => {
    const files = filesFor(turn)
    const results = await validated(
      files.map(({docxPath}) => docxPath),
      officeVersion,
    )
    for (const [index, {name}] of files.entries())
      expect({name, ...results[index]}).toMatchObject({name, ok: true, errors: []})
  },
  timeout,
)

test('every Word file is sound where the validator does not look', () => {
  for (const {name, docx} of built) expect(integrityFaults(readPackage(docx)), name).toEqual([])
})
