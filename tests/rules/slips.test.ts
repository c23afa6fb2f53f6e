import type {VFileMessage} from 'vfile-message'
import {beforeAll, describe, expect, test} from 'vitest'
import {pairRules, rules, wordsRules} from '../../src/check/index.ts'
import {everyFinding, type Sources, sourcesOf} from '../support/content-root.ts'
import {type Slip, slips} from '../support/slips.ts'
import {story} from '../support/story.ts'

// One place of a real document is written as it should not be, for each rule and language: the rule says so at that
// line, and nothing else is said but what follows from the same change (see `allowed` in tests/support/slips.ts).
const idsOf = new Map([
  ...rules.map(({id, reports}) => [id, reports] as const),
  ...[...wordsRules, ...pairRules].map(({id}) => [id, [id]] as const),
])

let base: Sources
let all: Slip[]
beforeAll(async () => {
  base = await sourcesOf(story)
  all = slips(base.loaded.texts)
})

/** What is found in the changed file and in every document that depends on it. */
const found = ({rule, path, text}: Slip): VFileMessage[] => everyFinding(base, path, text, rule === 'final')

const before = new Map<string, ReadonlySet<string>>()

/** What is said before the slip: several are made in one file. */
function saidBefore({rule, path}: Slip): ReadonlySet<string> {
  const isFinal = rule === 'final'
  const key = `${path} ${isFinal}`
  const said =
    before.get(key) ??
    new Set(everyFinding(base, path, base.loaded.texts.get(path) ?? '', isFinal).map(saidIn))
  before.set(key, said)
  return said
}

const isOfPairs = (id: string): boolean => pairRules.some((rule) => rule.id === id)

const saidIn = ({reason, file}: VFileMessage): string => `${file} ${reason}`
const shown = ({file, line, ruleId}: VFileMessage): string => `${file}:${line} ${ruleId}`

describe('a slip in a real document', () => {
  test('is made for each rule, at least sixty in all', () => {
    expect([...new Set(all.map(({rule}) => rule))].sort()).toEqual([...idsOf.keys()].sort())
    expect(all.length).toBeGreaterThanOrEqual(60)
  })

  test.each([...rules, ...pairRules].map(({id}) => id))(
    '%s is broken in each language, or in a file that is for all',
    (id) => {
      const codes = all
        .filter(({rule}) => rule === id)
        .map(({path}) => /\.([a-z]{2})\.(?:md|yaml)$/.exec(path)?.[1] ?? 'all')
      // A translation is compared with the original, never the other way round.
      const expected = id.startsWith('parity-') ? ['fr', 'es'] : ['en', 'fr', 'es']
      if (!codes.includes('all')) expect([...new Set(codes)].sort()).toEqual(expected.sort())
    },
  )

  test('is found at its line by its rule, and by nothing that does not follow from it', {
    timeout: 300_000,
  }, () => {
    const missed: string[] = []
    for (const slip of all) {
      const ids = idsOf.get(slip.rule) ?? []
      const name = `${slip.rule} in ${slip.path}:${slip.at.line}`
      const before = saidBefore(slip)
      const messages = found(slip).filter((message) => !before.has(saidIn(message)))
      if (
        !messages.some(
          ({file, line, ruleId = ''}) =>
            ids.includes(ruleId) && file === slip.at.path && line === slip.at.line,
        )
      )
        missed.push(`${name} is not found: ${messages.map(shown).join(', ')}`)
      const others = messages.filter(
        ({ruleId = ''}) =>
          !ids.includes(ruleId) &&
          !slip.allowed.includes(ruleId) &&
          // Any other slip makes a translation another than its original.
          (isOfPairs(slip.rule) || !isOfPairs(ruleId)),
      )
      if (others.length > 0) missed.push(`${name} is also: ${others.map(shown).join(', ')}`)
    }
    expect(missed).toEqual([])
  })
})
