import fc from 'fast-check'
import {expect, test} from 'vitest'
import {remembering} from '../../src/load/index.ts'

/** A function that remembers, and the texts for which it had to make something. */
function counted(most: number): {ask: (text: string) => string; made: string[]} {
  const made: string[] = []
  const ask = remembering((text) => {
    made.push(text)
    return `made of ${text}`
  }, most)
  return {ask, made}
}

test('what is remembered is what would be made, and the latest texts are never made again', () => {
  const texts = fc.array(fc.constantFrom(...'abcdefgh'), {maxLength: 60})
  fc.assert(
    fc.property(texts, fc.integer({min: 1, max: 5}), (asked, most) => {
      const {ask, made} = counted(most)
      for (const [index, text] of asked.entries()) {
        const before = made.length
        expect(ask(text)).toBe(`made of ${text}`)
        const since = asked.slice(asked.lastIndexOf(text, index - 1) + 1, index)
        if (asked.lastIndexOf(text, index - 1) >= 0 && index > 0 && new Set(since).size < most)
          expect(made.length, `${text} after ${since.join('')}`).toBe(before)
      }
    }),
  )
})

test('no more than twice as many are kept', () => {
  const {ask, made} = counted(100)
  for (let index = 0; index < 300; index++) ask(String(index))
  made.length = 0
  for (let index = 0; index < 100; index++) ask(String(index))
  expect(made).toHaveLength(100)
})
