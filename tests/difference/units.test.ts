import fc from 'fast-check'
import {expect, test} from 'vitest'
import {compareUnits, type Unit} from '../../src/difference/index.ts'

/** A line for each change: its kind and the units of both sides. */
function changesOf(before: readonly Unit[], after: readonly Unit[]): string[] {
  const name = (units: readonly Unit[], index: number | undefined): string =>
    index === undefined ? '–' : (units[index]?.id ?? units[index]?.text ?? '')
  return compareUnits(before, after).map(
    (change) => `${change.kind}: ${name(before, change.before)} > ${name(after, change.after)}`,
  )
}

const unit = (id: string, text = `${id} alone.`, parent?: number): Unit => ({id, text, parent})

test('the same id is the same unit, whatever its words', () => {
  expect(changesOf([unit('a'), unit('b')], [unit('a', 'All is new here.'), unit('b')])).toEqual([
    'changed: a > a',
    'same: b > b',
  ])
})

test('without an id the words tell, and a place alone tells nothing', () => {
  const [first, second] = [
    {text: 'Parties keep registers of makers.'},
    {text: 'The Secretariat counts the offers of bears.'},
  ]
  const later = {text: 'The Secretariat counts all offers of bears.'}
  expect(compareUnits([first, second], [later])).toEqual([
    {kind: 'deleted', before: 0},
    {kind: 'changed', before: 1, after: 0},
  ])
  expect(compareUnits([first], [{text: 'INVITES donors to pay;'}]).map(({kind}) => kind)).toEqual([
    'deleted',
    'added',
  ])
  expect(
    compareUnits([{text: 'by the police; and'}], [{text: 'by the post;'}]).map(({kind}) => kind),
  ).toEqual(['deleted', 'added'])
})

test('of units with the same words the first is the first', () => {
  const same = {text: 'the species;'}
  expect(compareUnits([same, same], [same, same]).map(({kind}) => kind)).toEqual(['same', 'same'])
})

test('the fewest are moved, and a deleted unit stands in its old place', () => {
  const before = ['a', 'b', 'gone', 'c', 'd'].map((id) => unit(id))
  const after = ['d', 'a', 'b', 'new', 'c'].map((id) => unit(id))
  expect(changesOf(before, after)).toEqual([
    'moved: d > d',
    'same: a > a',
    'same: b > b',
    'deleted: gone > –',
    'added: – > new',
    'same: c > c',
  ])
})

test('a unit that stands under another than before is moved; where that one is gone it is not', () => {
  const before = [unit('a'), unit('item', undefined, 0), unit('b')]
  expect(changesOf(before, [unit('a'), unit('b'), unit('item', undefined, 1)])[2]).toBe('moved: item > item')
  expect(changesOf([unit('a'), unit('b', undefined, 0)], [unit('a'), unit('b')])[1]).toBe('moved: b > b')
  expect(changesOf(before, [unit('new', 'All is new here.'), unit('item', undefined, 0), unit('b')])).toEqual(
    ['deleted: a > –', 'added: – > new', 'same: item > item', 'same: b > b'],
  )
})

test('each unit of both sides is in one change, in the order of its side', () => {
  const units = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'))
    .map((ids) => ids.map((id) => unit(id)))
  fc.assert(
    fc.property(units, units, (before, after) => {
      const changes = compareUnits(before, after)
      expect(changes.flatMap((change) => change.after ?? [])).toEqual([...after.keys()])
      expect(changes.flatMap((change) => change.before ?? []).sort()).toEqual([...before.keys()])
      const staying = changes.filter(({kind}) => kind !== 'moved').flatMap((change) => change.before ?? [])
      expect(staying).toEqual([...staying].sort((a, b) => a - b))
    }),
  )
})
