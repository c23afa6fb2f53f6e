import {expect, test} from 'vitest'
import {error} from '../../src/message/index.ts'
import {buildSummary} from '../../src/report/index.ts'

const written = {written: [], unchanged: [], removed: []}
const refused = (...names: [string, string][]): {path: string; language: string; isRefused: boolean}[] =>
  names.map(([path, language]) => ({path, language, isRefused: true}))
const lastLine = (documents: ReturnType<typeof refused>, errors: number): string | undefined => {
  const messages = Array.from({length: errors}, () => error('Wrong.', {path: 'a.yaml', ruleId: 'a'}))
  return buildSummary(documents, messages, ['txt'], written as never, {hints: 0, switchedOff: 0}, 1)
    .trimEnd()
    .split('\n')
    .at(-1)
}

test('what is not written is said once, by name where it is little', () => {
  expect(lastLine(refused(['sc58/bears', 'fr']), 1)).toBe(
    'sc58/bears (fr) is not written because of the error above. What was in out/ stays as it was.',
  )
  expect(lastLine(refused(['sc58/bears', 'en'], ['sc58/cats', '']), 2)).toBe(
    'sc58/bears (en), sc58/cats are not written because of the 2 errors above. What was in out/ stays as it was.',
  )
  const many = ['bears', 'cats'].flatMap((name) =>
    ['en', 'fr'].map((code): [string, string] => [`sc58/${name}`, code]),
  )
  expect(lastLine(refused(...many), 3)).toBe(
    '2 documents in en, fr are not written because of the 3 errors above. What was in out/ stays as it was.',
  )
})
