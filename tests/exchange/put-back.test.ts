import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import type {Segment} from '../../src/exchange/index.ts'
import {segmentOf} from '../../src/exchange/segment.ts'
import {translationUnits} from '../../src/translation/index.ts'
import {allOf, parsed, planned, returnedWith, roots, translationsOf} from '../support/exchange.ts'

/** Words, and signs that Markdown or YAML would take for marks; no digits, which stand as in the original. */
const word = fc.constantFrom(
  ...[
    'mot',
    'eau',
    'Été',
    'ñandú',
    "l'ours",
    '“dit”',
    '«\u00a0lui\u00a0»',
    'a_b',
    '*',
    '[sic]',
    '|',
    '`',
    '~~',
    '<b>',
    '&amp;',
    '&',
  ],
  ...[
    '#',
    '- ',
    '> ',
    ':',
    'fin:',
    '::note',
    '{',
    '}',
    '^',
    'a\\b',
    '"',
    "''",
    '%',
    '@',
    '!',
    '?',
    ',',
    '—',
    '…',
    'CO\u2011op',
    '=',
  ],
)
const sentence = fc.array(word, {minLength: 1, maxLength: 8}).map((words) => words.join(' ').trim())

/** Other words between the same codes; digits stay. */
function reworded(segment: Segment, words: () => string): Segment {
  return segment.map((piece) => {
    if (typeof piece !== 'string') return {...piece, pieces: piece.pieces && reworded(piece.pieces, words)}
    return `${/^\s/.test(piece) ? ' ' : ''}${(piece.match(/\p{Nd}+(?:[.,]\p{Nd}+|[ \u00a0\u202f]\p{Nd}{3}(?!\p{Nd}))*/gu) ?? []).join(' y ')} ${words()} x${/\s$/.test(piece) ? ' ' : ''}`.trimStart()
  })
}

const runs = Number(process.env.RUNS ?? 12)

describe.each(roots)('%s', async (root) => {
  const translations = await translationsOf(root)

  test('whatever words come back are read again as they were written, and all else stays as it was', () => {
    fc.assert(
      fc.property(
        fc.nat(translations.length - 1),
        fc.array(sentence, {minLength: 4, maxLength: 4}),
        fc.integer({min: 1, max: 9}),
        (index, sentences, step) => {
          const own = translations[index] as (typeof translations)[number]
          const exported = allOf(own)
          let next = 0
          const words = (): string => sentences[next++ % sentences.length] ?? ''
          const wanted = new Map(
            exported.units
              .filter(({target}, at) => target && at % step === 0)
              .map(({key, target = []}) => [key, reworded(target, words)]),
          )
          const returned = returnedWith([exported], ({key, target}) => wanted.get(key) ?? target)
          const plan = planned(returned, [own])
          expect(plan.refusals).toEqual([])
          const expected = new Map(returned.flatMap(({units}) => units.map(({key, target}) => [key, target])))
          for (const {path, text, edits} of plan.files) {
            const before = own.files.find((file) => file.path === path)?.translation
            const was = new Map(before ? translationUnits(before).map((unit) => [unit.key, unit.source]) : [])
            const source = parsed(path, text)
            for (const unit of source ? translationUnits(source) : []) {
              if (!wanted.has(unit.key)) expect(unit.source).toBe(was.get(unit.key))
              else expect(plain(segmentOf(unit.source))).toBe(plain(expected.get(unit.key) ?? []))
            }
            expect(rest(String(before?.file), edits ?? [])).toBe(restAfter(text, edits ?? []))
          }
          expect(plan.units.map(({key}) => key).filter((key) => !wanted.has(key))).toEqual([])
        },
      ),
      {numRuns: runs},
    )
  })
})

const plain = (pieces: readonly (string | {pieces: readonly unknown[] | undefined})[]): string =>
  pieces
    .map((piece) =>
      typeof piece === 'string' ? piece : `\u0001${plain((piece.pieces ?? []) as string[])}\u0002`,
    )
    .join('')
    .trim()

type Edits = readonly {start: number; end: number; text: string}[]

/** A text without what edits put in another's place, and the edited text without what they put there. */
const rest = (text: string, edits: Edits): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, {start, end}) => all.slice(0, start) + all.slice(end), text)

function restAfter(text: string, edits: Edits): string {
  let moved = 0
  let all = ''
  let at = 0
  for (const {start, end, text: put} of [...edits].sort((a, b) => a.start - b.start)) {
    all += text.slice(at, start + moved)
    at = start + moved + put.length
    moved += put.length - (end - start)
  }
  return all + text.slice(at)
}
