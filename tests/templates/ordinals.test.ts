import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {type Labels, ordinalDigits, ordinalWord} from '../../src/resolve/index.ts'
import {repository} from '../support/content-root.ts'

// The rules of templates/labels.<language>.yaml make the ordinals 1 to 199. They are compared with those of ICU, and this
// is the one place where the differences are named, each with its source.

const icu = parse(readFileSync(join(repository, 'tests/fixtures/ordinals/icu.yaml'), 'utf8')) as Record<
  string,
  string[]
>
const labelsOf = (language: string): Labels =>
  parse(readFileSync(join(repository, `templates/labels.${language}.yaml`), 'utf8'))
const numbers = Array.from({length: 199}, (_, index) => index + 1)
const ofIcu = (table: string, number: number): string => icu[table]?.[number - 1] ?? ''

interface Difference {
  language: string
  source: string
  /** The numbers that differ, among those that are left by the differences above. */
  isOf(number: number): boolean
  /** What ours is, made from what ICU has. */
  ours(number: number): string
}

/** The number at which a word ends that ICU puts together: 58 ends in 8, 171 in 71. */
const under = (number: number): number => number % 100
const masculine = (words: string): string => {
  const [last = '', ...others] = words.split(' ').reverse()
  return [...others.reverse().map((word) => word.replace(/a$/, 'o')), last].join(' ')
}

const differences: Difference[] = [
  {
    language: 'fr',
    source:
      'the orthography before 1990, in which the documents of 1999-2022 are written (United Nations: A/RES/61/295, “Soixante et unième session”); no cover with such a number was found',
    isOf: (number) => [21, 31, 41, 51, 61, 71].includes(under(number)),
    ours: (number) => ofIcu('fr', number).replace('-et-', ' et '),
  },
  {
    language: 'fr',
    source:
      "ICU's own cardinals, which have no “et” there: quatre-vingt-un, quatre-vingt-onze, cent un, cent onze",
    isOf: (number) => [81, 91, 101, 111, 181, 191].includes(number),
    ours: (number) => ofIcu('fr-cardinals', number).replace(/onze$/, 'onzième').replace(/un$/, 'unième'),
  },
  {
    language: 'es',
    source:
      'Real Academia Española, Diccionario panhispánico de dudas, “ordinales”: undécimo and duodécimo are the usual forms, decimoprimero and decimosegundo are accepted; and of more than two words as below',
    isOf: (number) => under(number) === 11 || under(number) === 12,
    ours: (number) =>
      masculine(ofIcu('es', number))
        .replace('decimoprimera', 'undécima')
        .replace('decimosegunda', 'duodécima'),
  },
  {
    language: 'es',
    source:
      'covers of 2009, 2010 and 2011: Quincuagésimo octava, Quincuagésimo novena, Sexagésimo primera (SC58 Doc. 45.2, SC59, SC61 Acta resumida): only the last word agrees',
    isOf: (number) => number > 20 && ofIcu('es', number).includes(' '),
    ours: (number) => masculine(ofIcu('es', number)),
  },
]

describe.each(['en', 'fr', 'es'])('ordinals in words: %s', (language) => {
  const labels = labelsOf(language)
  const named = differences.filter((difference) => difference.language === language)

  test('1 to 199 are those of ICU, but for the differences that are named', () => {
    const made = numbers.map((number) => ordinalWord(labels, number)?.toLowerCase())
    const expected = numbers.map(
      (number) => named.find(({isOf}) => isOf(number))?.ours(number) ?? ofIcu(language, number),
    )
    expect(made).toEqual(expected)
  })

  test.each(named)('differs as named: $source', (difference) => {
    const differing = numbers.filter((number) => named.find(({isOf}) => isOf(number)) === difference)
    for (const number of differing)
      expect(difference.ours(number), String(number)).not.toBe(ofIcu(language, number))
    expect(differing).not.toEqual([])
  })

  test('each begins with a capital, and none is twice', () => {
    const made = numbers.map((number) => ordinalWord(labels, number) ?? '')
    expect(made.filter((word) => !/^\p{Lu}/u.test(word))).toEqual([])
    expect(new Set(made).size).toBe(199)
  })

  test('there is none for 200: no rule puts together what is no word', () => {
    expect(ordinalWord(labels, 200)).toBeUndefined()
  })
})

test('the forms that covers have are made as they stand there', () => {
  const seen = (language: string, ...ofMeetings: number[]): unknown =>
    ofMeetings.map((number) => ordinalWord(labelsOf(language), number))
  expect(seen('en', 14, 15, 57, 58, 59, 61)).toEqual([
    'Fourteenth',
    'Fifteenth',
    'Fifty-seventh',
    'Fifty-eighth',
    'Fifty-ninth',
    'Sixty-first',
  ])
  expect(seen('fr', 1, 14, 15, 57, 58)).toEqual([
    'Première',
    'Quatorzième',
    'Quinzième',
    'Cinquante-septième',
    'Cinquante-huitième',
  ])
  expect(seen('es', 14, 15, 30, 58, 59, 61)).toEqual([
    'Decimocuarta',
    'Decimoquinta',
    'Trigésima',
    'Quincuagésimo octava',
    'Quincuagésimo novena',
    'Sexagésimo primera',
  ])
})

test('in digits the end of the number decides, as the language says', () => {
  const digits = (language: string, ...of: number[]): unknown =>
    of.map((number) => ordinalDigits(labelsOf(language), number))
  expect(digits('en', 1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112, 113, 121)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 101st 111th 112th 113th 121st'.split(' '),
  )
  expect(digits('fr', 1, 2, 14, 21, 101)).toEqual([
    '1:sup[re]',
    '2:sup[e]',
    '14:sup[e]',
    '21:sup[e]',
    '101:sup[e]',
  ])
  expect(digits('es', 1, 57, 111)).toEqual(['1ª', '57ª', '111ª'])
})

test('a single ordinal is written over the rules, in words, in digits or both', () => {
  const labels = {...labelsOf('es'), ordinals: {'58': {word: 'Quincuagésima octava'}, '60': {number: '60a.'}}}
  expect(ordinalWord(labels, 58)).toBe('Quincuagésima octava')
  expect(ordinalDigits(labels, 58)).toBe('58ª')
  expect([ordinalWord(labels, 60), ordinalDigits(labels, 60)]).toEqual(['Sexagésima', '60a.'])
})

test('a period writes the digits that are not listed one by one', () => {
  const older = [{write: '{number}a.'}]
  expect(ordinalDigits(labelsOf('es'), 11, older)).toBe('11a.')
  expect(ordinalDigits({...labelsOf('es'), ordinals: {'11': {number: 'XI'}}}, 11, older)).toBe('XI')
})

test('languages of other forms need no code', () => {
  const portuguese = {
    'ordinal-rules': {
      ends: {'8': 'oitava', '50': 'quinquagésima'},
      begins: {'50': 'quinquagésima {rest}'},
      digits: [{write: '{number}.ª'}],
    },
  }
  expect([ordinalWord(portuguese, 58), ordinalDigits(portuguese, 58)]).toEqual([
    'Quinquagésima oitava',
    '58.ª',
  ])
  // Units stand before tens.
  const arabic = {
    'ordinal-rules': {
      ends: {'8': 'الثامن', '50': 'الخمسون'},
      begins: {'50': '{rest} والخمسون'},
      digits: [{write: '{number}'}],
    },
  }
  expect(ordinalWord(arabic, 58)).toBe('الثامن والخمسون')
})
