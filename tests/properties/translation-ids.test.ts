import {expect, test} from 'vitest'
import {withUnitIds} from '../../src/fix/index.ts'

/** `a b- c`: paragraphs with the ids a and c, and one between them that has none. */
function body(units: string): string {
  return units
    .split(' ')
    .map((unit) => {
      const text = unit.startsWith('#') ? `## Heading ${unit}` : `Paragraph ${unit}`
      return unit.endsWith('-') ? text : `${text} ^${unit.replace('#', '')}`
    })
    .join('\n\n')
}

/** Ids by unit, as the two languages have them afterwards. */
function idsOf(original: string, translation: string): Record<string, string | undefined>[] {
  const files = withUnitIds({name: 'en', text: body(original)}, [{name: 'fr', text: body(translation)}])
  return files.map(({text}) =>
    Object.fromEntries(
      text.split('\n\n').map((block) => {
        const [, unit = '', id] = /(\S+?)(?: \^(\S+))?$/.exec(block) ?? []
        return [unit, id]
      }),
    ),
  )
}

test.each([
  ['nothing there', 'a new- b more- c', 'a b more- c'],
  ['two for one', 'a new- b more- c', 'a new- other- b more- c'],
  ['a heading for a paragraph', 'a new- b more- c', 'a #new- b more- c'],
  ['one of its own at the end', 'a b more- c', 'a b more- c new-'],
])('where the two differ (%s) a translation is left alone, and elsewhere it gets the id', (_case, en, fr) => {
  const [original, translation] = idsOf(en, fr)
  expect(original?.['more-']).toMatch(/^[a-z]{6}$/)
  expect(translation?.['more-']).toBe(original?.['more-'])
  for (const unit of ['new-', '#new-', 'other-']) expect(translation?.[unit]).toBeUndefined()
})

test('units that have changed places are left alone between them', () => {
  const [original, translation] = idsOf('a b new- c', 'b a new- c')
  expect(original?.['new-']).toBeDefined()
  expect(translation).toMatchObject({a: 'a', b: 'b', c: 'c'})
})

test('an id that only the translation has is kept, and never given to another', () => {
  const [original, translation] = idsOf('a new- c', 'a own c')
  expect(translation).toEqual({a: 'a', own: 'own', c: 'c'})
  expect(original?.['new-']).not.toBe('own')
})

test('every paragraph of the original gets an id also when the translation has none', () => {
  const [original, translation] = idsOf('a- b- c-', 'a- b-')
  expect(Object.values(original ?? {}).filter(Boolean)).toHaveLength(3)
  expect(Object.values(translation ?? {}).filter(Boolean)).toHaveLength(0)
})
