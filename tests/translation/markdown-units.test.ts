import {expect, test} from 'vitest'
import {load, type Source} from '../../src/load/index.ts'
import {isHint, type TranslationUnit, translationUnits} from '../../src/translation/index.ts'

const path = 'documents/sc58/bears/body.en.md'

function unitsOf(text: string): TranslationUnit[] {
  const bytes = new TextEncoder().encode(`---\ntitle: Bears\n---\n\n${text}`)
  const {sources} = load(new Map([[path, bytes]]), () => true)
  return translationUnits(sources.get(path) as Source)
}

test('a reference to a note at the end of a unit is part of it, the id behind it is not', () => {
  const units = unitsOf('The value of bears.[^rates] ^value\n\n[^rates]: At the rates of the year.\n')
  expect(units.map(({key, source}) => [key, source])).toEqual([
    ['body#front-matter.title', 'Bears'],
    ['body#value', 'The value of bears.[^rates]'],
    ['body#note-rates', 'At the rates of the year.'],
  ])
})

test.each([
  [':hint[Say what this is about.]', true],
  [':hint[the value]:[^rates]', true],
  [':hint[The cost is :fact[cost]].', true],
  ['The cost is :hint[the amount].', false],
  [':hint[The cost] is high.', false],
  ['hint[The cost]', false],
])('%s is a hint alone: %s', (words, isAlone) => {
  const unit = unitsOf(`${words} ^value\n\n[^rates]: Of the year.\n`).find(({key}) => key === 'body#value')
  expect(unit && isHint(unit)).toBe(isAlone)
})
