import {readdirSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

// The cases are shared out among the files beside this one by the letters that their names begin with.
test('every letter is in one file', () => {
  const folder = new URL('.', import.meta.url)
  const letters = readdirSync(folder).flatMap(
    (name) =>
      /testCases\('([a-z]+)'\)/.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1]?.split('') ?? [],
  )
  expect(letters.sort().join('')).toBe('abcdefghijklmnopqrstuvwxyz')
  const cases = readdirSync(new URL('../fixtures/messages', import.meta.url), {withFileTypes: true})
  for (const entry of cases)
    if (entry.isDirectory()) expect(letters, entry.name).toContain(entry.name.charAt(0))
})
