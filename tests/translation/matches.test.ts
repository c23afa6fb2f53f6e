import {describe, expect, test} from 'vitest'
import type {Translation} from '../../src/resolve/index.ts'
import {
  bestMatch,
  digestOf,
  type Memory,
  memoryOf,
  type TranslationUnit,
  type UnitPair,
} from '../../src/translation/index.ts'

const folder = 'documents/sc58/one'

/** A memory of sources by key, each translated by itself in capitals. */
function memory(sources: Record<string, string>, edited: readonly string[] = []): Memory {
  const pairs = Object.entries(sources).map(([key, source]): UnitPair => {
    const target = source.toUpperCase()
    const translation = digestOf(edited.includes(key) ? 'as it was' : target)
    return {
      key,
      original: {source} as TranslationUnit,
      translation: {source: target} as TranslationUnit,
      verdict: 'current',
      entry: {unit: key, state: 'final', source, digest: digestOf(source), translation},
      standIn: undefined,
      isSmall: false,
    }
  })
  return memoryOf([{folder, pairs: () => pairs} as unknown as Translation])
}

const ten = 'one two three four five six seven eight nine ten'

describe('the best of a memory', () => {
  test.each([
    ['its own earlier words', 'body#a', `${ten} eleven`, 'same-unit', 90],
    ['its own earlier words, however far they are', 'body#a', 'quite another sentence', 'same-unit', 0],
    ['the same words of another unit', 'body#b', ten, 'exact', 100],
    ['other punctuation only', 'body#b', `${ten}!`, '85-99', 99],
    ['one word of ten', 'body#b', ten.replace('three', 'tree'), '85-99', 90],
    ['two words of ten', 'body#b', ten.replace('three four', 'tree fore'), '65-84', 80],
    ['words behind', 'body#b', `${ten} a b c d e`, '65-84', 66],
    ['too many others', 'body#b', 'one two three four five six a b c d', undefined, undefined],
  ])('%s', (_, key, source, band, percent) => {
    const match = bestMatch({folder, key, source}, memory({'body#a': ten}))
    expect([match?.band, match?.percent]).toEqual([band, percent])
    if (match) expect(match.entry).toEqual({folder, key: 'body#a', source: ten, target: ten.toUpperCase()})
  })

  test('of two the nearer, whatever stands first', () => {
    const sources = {'body#a': `${ten} x y`, 'body#c': ten.replace('ten', 'end'), 'body#d': `x y ${ten}`}
    const match = bestMatch({folder, key: 'body#b', source: ten}, memory(sources))
    expect(match?.entry.key).toBe('body#c')
  })

  test('not a translation that was edited since it was confirmed', () => {
    expect(
      bestMatch({folder, key: 'body#b', source: ten}, memory({'body#a': ten}, ['body#a'])),
    ).toBeUndefined()
  })

  test('ten thousand units are looked through twenty times in a second or two', () => {
    const sources = Object.fromEntries(
      Array.from({length: 10_000}, (_, at) => [
        `body#u${at}`,
        Array.from({length: 25 + (at % 7)}, (_, word) => `w${(at * 31 + word * 17) % 900}`).join(' '),
      ]),
    )
    const known = memory(sources)
    const start = process.cpuUsage().user
    for (let at = 0; at < 20; at++)
      bestMatch({folder, key: 'body#new', source: `${sources[`body#u${at * 99}`]} and more`}, known)
    expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(2)
  })
})
