import {beforeAll, expect, test} from 'vitest'
import {resolveContent} from '../../src/content.ts'
import {type Dossier, factNamed, readingFacts} from '../../src/resolve/index.ts'
import {smallDossier} from '../support/fixture-root.ts'

// Which facts are read is noted by the objects that give them out, so that no way to them goes by it.

let subjects: Dossier['subjects']
beforeAll(async () => {
  subjects = (await resolveContent({root: smallDossier})).dossier.subjects
})

type Facts = Record<string, {value: Record<string, unknown>; data: {value: Record<string, unknown>}}>

/** Names of what is read, without that there are these sorts of facts. */
function readBy(work: (facts: Facts, words: Record<string, unknown>) => unknown): string[] {
  const {read} = readingFacts(() => {
    const subject = subjects.get('bear-trade')
    if (!subject) throw new Error('The small dossier has it.')
    return work(subject.facts as unknown as Facts, subject.words as unknown as Record<string, unknown>)
  })
  return [...read].filter((name) => name !== 'bear-trade *').sort()
}

test.each<[string, (facts: Facts, words: Record<string, unknown>) => unknown, string[]]>([
  ['a key', ({decisions}) => decisions?.value.decisions, ['bear-trade decisions decisions']],
  [
    'a key by another way',
    ({decisions}) => decisions?.data.value.decisions,
    ['bear-trade decisions decisions'],
  ],
  ['a key that is not there', ({decisions}) => decisions?.value.nothing, ['bear-trade decisions nothing']],
  [
    'whether there is a key',
    ({decisions}) => 'none' in (decisions?.value ?? {}),
    ['bear-trade decisions none'],
  ],
  [
    'whether it has one of its own',
    ({decisions}) => Object.hasOwn(decisions?.value ?? {}, 'none'),
    ['bear-trade decisions none'],
  ],
  ['the list of keys', ({decisions}) => Reflect.ownKeys(decisions?.value ?? {}), ['bear-trade decisions *']],
  ['words', (_, {decisions}) => decisions, ['bear-trade decisions']],
  ['nothing', () => undefined, []],
])('%s that is read is noted', (_, work, names) => {
  expect(readBy(work)).toEqual(names)
})

test('which sorts of facts there are is noted whatever is read', () => {
  const {read} = readingFacts(() => subjects.get('bear-trade')?.facts.decisions)
  expect([...read]).toEqual(['bear-trade *'])
  expect(factNamed(subjects, 'bear-trade *')).toEqual([
    expect.arrayContaining(['decisions']),
    expect.arrayContaining(['decisions']),
  ])
})

test('what is read inside is read outside too, and nothing is noted when nobody asks', () => {
  const value = (): unknown => subjects.get('bear-trade')?.facts.decisions.value.decisions
  const {read} = readingFacts(() => readingFacts(value))
  expect(read).toContain('bear-trade decisions decisions')
  value()
  expect(readingFacts(() => undefined).read.size).toBe(0)
})

test('a name leads to what was read; what is not there is nothing', () => {
  const decisions = factNamed(subjects, 'bear-trade decisions decisions')
  expect(decisions).toHaveLength(1)
  expect(factNamed(subjects, 'bear-trade decisions *')).toMatchObject({decisions})
  expect(factNamed(subjects, 'bear-trade decisions')).toContainEqual(['en', expect.anything()])
  for (const name of [
    'bear-trade decisions nothing',
    'bear-trade workshop starts',
    'otters decisions decisions',
  ])
    expect(factNamed(subjects, name)).toBeUndefined()
})
