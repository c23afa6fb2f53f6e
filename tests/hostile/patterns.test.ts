import {describe, expect, test} from 'vitest'
import {compileSchemas} from '../../src/validate/index.ts'
import {schemaFiles} from '../support/content-root.ts'

// A pattern with a repetition inside a repetition takes for ever on a text that almost fits.
const patterns = new Set<string>()
const walk = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, below] of Object.entries(value)) {
    if (key === 'pattern' && typeof below === 'string') patterns.add(below)
    else walk(below)
  }
}
for (const schema of schemaFiles().values()) walk(schema)

const length = 50_000
const alphabets = ['a', 'A', '1', 'a-', 'a-1', 'a.', 'aa-', '1.', '-', '.', ' ', 'a ', '/a', 'é', '{a}', ':']

test('the schemas are whole: none asks for another anywhere, or for a pattern that a source brings', () => {
  expect(schemaFiles().size).toBeGreaterThan(30)
  for (const {validator} of compileSchemas(schemaFiles())) expect(validator()).toBeTypeOf('function')
  for (const [name, schema] of schemaFiles()) expect(JSON.stringify(schema), name).not.toContain('"$data"')
})

describe('the patterns of the schemas', () => {
  test('are some, among them those with dashes', () => {
    expect(patterns.size).toBeGreaterThan(15)
  })

  test.each([...patterns])('%s is quick on a long text that almost fits', (pattern) => {
    const expression = new RegExp(pattern, 'u')
    const slow = alphabets.filter((alphabet) => {
      const text = `${alphabet.repeat(Math.ceil(length / alphabet.length)).slice(0, length)}!`
      const started = performance.now()
      expression.test(text)
      // One that takes for ever takes thousands of times as long.
      return performance.now() - started > 500
    })
    expect(slow).toEqual([])
  })
})
