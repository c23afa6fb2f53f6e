import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {wordsRules} from '../../src/check/index.ts'
import type {Setting, WordsRule} from '../../src/check/types.ts'
import type {Passage, Words} from '../../src/check/words/index.ts'
import {repository} from '../support/content-root.ts'
import {foundWhile, nearMatches} from '../support/near-matches.ts'
import {messagesOf} from '../support/rule-examples.ts'

// A rule walks through a text once, whatever stands in it: four times the text take four times as long, and not sixteen.
// What its own patterns find in the examples of its page is written again and again, whole and in part: some of it in CI,
// all with GROWTH=1 npx vitest run tests/rules/growth.

const examples = /```((?:md|pair)[^\n]*)\n([\s\S]*?)\n```/g
const place = {start: {line: 1, column: 1, offset: 0}, end: {line: 1, column: 2, offset: 1}}

function passageOf(text: string, first: number): Passage {
  return {
    role: 'paragraph',
    text,
    offsets: Int32Array.from({length: text.length + 1}, (_, at) => first + at),
    escaped: new Set(),
    whole: place,
  }
}

/** The words of a file that is one paragraph, and of one that is a list of short items. */
function wordsOf(text: string, length: number): Words {
  const passages: Passage[] = []
  for (let at = 0; at < text.length; at += length) passages.push(passageOf(text.slice(at, at + length), at))
  const items = passages.map((passage) => ({passage}))
  const lists = passages.length > 1 ? [{items, isInClause: false}] : []
  return {path: 'documents/x.en.md', text, passages, lists, adopted: [], unled: []}
}

const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** Seconds of CPU time. */
function taken(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** In so many seconds nothing is slow. */
const quick = 0.06

/** In CI the shortest, which are repeated most often, and some of the others. */
function chosen(pieces: readonly string[]): readonly string[] {
  if (process.env.GROWTH) return pieces
  const sorted = [...pieces].sort((a, b) => a.length - b.length)
  const others = sorted.slice(16)
  return [...sorted.slice(0, 16), ...others.filter((_, at) => at % Math.ceil(others.length / 8) === 0)]
}

/** What the rule finds in the examples of its page, and the language and period of the first. */
function ownMatches({id, look}: WordsRule): {found: Set<string>; setting: Setting | undefined} {
  const rule = wordsRules.find((one) => one.id === id) as WordsRule
  const found = new Set<string>()
  let first: Setting | undefined
  rule.look = (words, setting) => {
    first ??= setting
    let messages: ReturnType<typeof look> = []
    const pieces = foundWhile(() => {
      messages = look(words, setting)
    })
    for (const piece of pieces) found.add(piece)
    return messages
  }
  try {
    const page = readFileSync(join(repository, `docs/rules/${id}.md`), 'utf8')
    for (const [, kind = '', text = ''] of page.matchAll(examples)) messagesOf(kind, text)
  } finally {
    rule.look = look
  }
  return {found, setting: first}
}

describe.each(wordsRules.map((rule) => [rule.id, rule] as const))('%s', (_, {...rule}) => {
  test('takes as long as the text is', () => {
    const {found, setting} = ownMatches(rule)
    if (!setting) throw new Error(`The page of ${rule.id} has no example.`)
    const slow: string[] = []
    let [most, slowest] = [0, '']
    for (const piece of chosen(nearMatches(found)))
      for (const length of [Number.POSITIVE_INFINITY, 120]) {
        const of = (kilobytes: number): number => {
          const words = wordsOf(repeated(piece, kilobytes * 1024), length)
          return taken(() => rule.look(words, setting))
        }
        // What is slow is so from here on, and what is not is not looked at longer.
        const much = of(32)
        if (much > quick && of(64) > 6 * of(16) && of(256) > 6 * of(64)) slow.push(JSON.stringify(piece))
        if (length === Number.POSITIVE_INFINITY && much > most) [most, slowest] = [much, piece]
      }
    expect(slow).toEqual([])
    if (slowest === '') return
    const words = wordsOf(repeated(slowest, 256 * 1024), Number.POSITIVE_INFINITY)
    expect(
      taken(() => rule.look(words, setting)),
      slowest,
    ).toBeLessThan(16 * Math.max(most, quick))
  })
})

test('a rule that looks back from each place over all that stands before it is slow', () => {
  const look = (text: string): number => [...text.matchAll(/(?<=a.*)b/g)].length
  const of = (kilobytes: number): number => taken(() => look(repeated('b', kilobytes * 1024)))
  expect(of(24)).toBeGreaterThan(8 * of(6))
})
