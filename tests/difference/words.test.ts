import fc from 'fast-check'
import {expect, test} from 'vitest'
import {compareTokens, compareWords, type TextRun, tokensIn} from '../../src/difference/index.ts'

/** A comparison as a line: [-what goes-], {+what comes+}. */
function shown(before: string, after: string): string {
  const marks = {same: ['', ''], deleted: ['[-', '-]'], inserted: ['{+', '+}']} as const
  return compareWords(before, after)
    .map(({kind, text}) => marks[kind].join(text))
    .join('')
}

test.each([
  ['14.35 is one', 'Decision 14.35 holds', 'Decision 14.36 holds', 'Decision [-14.35-]{+14.36+} holds'],
  ['and so is 1,250,000', 'USD 1,250,000.', 'USD 1,350,000.', 'USD [-1,250,000-]{+1,350,000+}.'],
  [
    'apostrophes and hyphens are inside',
    "l'e-commerce d’ours",
    "l'e-mail d’ours",
    "[-l'e-commerce-]{+l'e-mail+} d’ours",
  ],
  ['accents written apart are of their letter', 're\u0301gime', 'régime', '[-re\u0301gime-]{+régime+}'],
  ['a space of U+00A0 is white space', 'Doc.\u00a024 of', 'Doc.\u00a025 of', 'Doc.\u00a0[-24-]{+25+} of'],
  ['other writings have words', '熊 медведь دب', '熊 медведи دب', '熊 [-медведь-]{+медведи+} دب'],
  ['signs stand alone', 'offences; and', 'offences.', 'offences[-; and-]{+.+}'],
])('words are whole: %s', (_what, before, after, line) => {
  expect(shown(before, after)).toBe(line)
})

test.each([
  ['what goes stands before what comes', 'a fine old bear', 'a new bear', 'a [-fine old-]{+new+} bear'],
  [
    'a space does not part two changes',
    'many small bears',
    'few large bears',
    '[-many small-]{+few large+} bears',
  ],
  [
    'nor does a short word',
    'trade of all the bears there',
    'trade of few big bears there',
    'trade of [-all the-]{+few big+} bears there',
  ],
  [
    'a long one does',
    'keep complete records now',
    'keep full records then',
    'keep [-complete-]{+full+} records [-now-]{+then+}',
  ],
  [
    'spaces of both stay outside',
    'in ports by night',
    'in airports by night',
    'in [-ports-]{+airports+} by night',
  ],
  ['a word that comes takes one along', 'keep records', 'keep complete records', 'keep {+complete +}records'],
  ['and so does one that goes', 'keep complete records', 'keep records', 'keep [-complete -]records'],
  [
    'what both end with stays',
    'the Convention in their programmes',
    'the Convention, in particular here, in their programmes',
    'the Convention{+, in particular here,+} in their programmes',
  ],
  [
    'few words that are the same by chance part nothing',
    'Customs and the old border police report',
    'Customs, which also keeps the books, and police who visit each shop report',
    'Customs[- and the old border police-]{+, which also keeps the books, and police who visit each shop+} report',
  ],
  ['the same is no change', 'keep records', 'keep records', 'keep records'],
  ['nothing is all deleted', 'keep records', '', '[-keep records-]'],
  ['from nothing all comes', '', 'keep records', '{+keep records+}'],
])('changes are tidy: %s', (_what, before, after, line) => {
  expect(shown(before, after)).toBe(line)
})

const words = fc
  .array(fc.constantFrom('a', 'bear', 'bears', 'the', ' ', '  ', '\u00a0', '.', '14.35', '’', '[', '😀', 'é'))
  .map((some) => some.join(''))

const without = (runs: readonly TextRun[], kind: TextRun['kind']): string =>
  runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('')

test('a comparison gives back both texts, and turned round the same with the sides exchanged', () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string({unit: 'binary'})), words, (before, after) => {
      const runs = compareWords(before, after)
      expect(without(runs, 'inserted')).toBe(before)
      expect(without(runs, 'deleted')).toBe(after)
      const turned = compareWords(after, before)
      const swapped = runs.map(
        ({kind, text}) => `${kind === 'same' ? '=' : kind === 'deleted' ? '+' : '-'}${text}`,
      )
      expect(
        turned
          .map(({kind, text}) => `${kind === 'same' ? '=' : kind === 'deleted' ? '-' : '+'}${text}`)
          .sort(),
      ).toEqual(swapped.sort())
      // No change stands beside another of its kind, and none is empty.
      for (const [index, {kind, text}] of runs.entries()) {
        expect(text).not.toBe('')
        expect(runs[index + 1]?.kind).not.toBe(kind)
      }
    }),
    {numRuns: 300},
  )
})

test('the pieces of a text are the text', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), (text) => {
      expect(tokensIn(text).join('')).toBe(text)
    }),
  )
})

test('words that carry marks are told apart by their keys, and come back as they were', () => {
  const [plain, italic] = [
    {text: 'Ursus', key: 'Ursus'},
    {text: 'Ursus', key: '*Ursus'},
  ]
  const space = {text: ' ', key: ' '}
  expect(compareTokens([plain, space, plain], [italic, space, plain])).toEqual([
    {kind: 'deleted', before: [plain], after: []},
    {kind: 'inserted', before: [], after: [italic]},
    {kind: 'same', before: [space, plain], after: [space, plain]},
  ])
})

test('two long texts that share nothing are one deletion and one insertion, soon and always', () => {
  const [before, after] = ['a', 'b'].map((letter) =>
    Array.from({length: 8000}, (_, index) => `${letter}${'x'.repeat(index % 7)}`).join(' '),
  )
  const start = process.cpuUsage()
  expect(compareWords(`one ${before}`, `two ${after}`).map(({kind}) => kind)).toEqual(['deleted', 'inserted'])
  const {user, system} = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(5)
  // A few changes in as long a text are found one by one.
  const changed = before?.replace('axx', 'ayy')
  expect(compareWords(before ?? '', changed ?? '').map(({kind}) => kind)).toEqual([
    'same',
    'deleted',
    'inserted',
    'same',
  ])
})
