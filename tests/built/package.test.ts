import {beforeAll, expect, test} from 'vitest'
import {integrityFaults, readPackage} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'
import {validated} from '../support/word/validator.ts'

const timeout = 600_000

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

test.each(['Office2007', 'Office2016', 'Microsoft365'] as const)(
  'every Word file is valid for %s',
  async (officeVersion) => {
    const results = await validated(
      built.map(({docxPath}) => docxPath),
      officeVersion,
    )
    for (const [index, {name}] of built.entries())
      expect({name, ...results[index]}).toMatchObject({name, ok: true, errors: []})
  },
  timeout,
)

test('every Word file is sound where the validator does not look', () => {
  for (const {name, docx} of built) expect(integrityFaults(readPackage(docx)), name).toEqual([])
})
