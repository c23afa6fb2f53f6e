import {beforeAll, expect, test} from 'vitest'
import {integrityFaults, readPackage} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'
import {validated} from '../support/word/validator.ts'

const timeout = 600_000

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

/** Of the versions after the first, which know what it knows and more: each document in one language, by turns. */
const laterVersions = ['Office2016', 'Microsoft365'] as const

async function expectValid(
  files: readonly Built[],
  officeVersion: Parameters<typeof validated>[1],
): Promise<void> {
  const results = await validated(
    files.map(({docxPath}) => docxPath),
    officeVersion,
  )
  for (const [index, {name}] of files.entries())
    expect({name, ...results[index]}).toMatchObject({name, ok: true, errors: []})
}

test('every Word file is valid for Office2007', () => expectValid(built, 'Office2007'), timeout)

test.each(laterVersions)(
  'a Word file of every document is valid for %s',
  async (officeVersion) => {
    const paths = [...new Set(built.map(({path}) => path))]
    const files = paths.flatMap((path, turn) => {
      const own = built.filter((file) => file.path === path)
      return own.slice(turn % own.length).slice(0, 1)
    })
    expect(files).toHaveLength(paths.length)
    await expectValid(files, officeVersion)
  },
  timeout,
)

test('every Word file is sound where the validator does not look', () => {
  for (const {name, docx} of built) expect(integrityFaults(readPackage(docx)), name).toEqual([])
})
