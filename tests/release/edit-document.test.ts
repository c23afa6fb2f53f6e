import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parse as parseYaml} from 'yaml'
import {withPosting, withSymbol} from '../../src/release/edit-document.ts'

// Only what is set changes: comments, order, quotation marks and the ends of lines stay as their author left them.

test.each([
  [
    'in braces',
    'symbol: {number: null, revision: null} # ours\n',
    'symbol: {number: "24", revision: 1} # ours\n',
  ],
  [
    'on lines of their own',
    "symbol:\n  number: '9' # planned\n  revision: ~\n",
    'symbol:\n  number: "24" # planned\n  revision: 1\n',
  ],
  ['without a value', 'symbol:\n  number:\n  revision:\n', 'symbol:\n  number: "24"\n  revision: 1\n'],
  [
    'with CRLF',
    'a: 1\r\nsymbol: {number: null, revision: null}\r\n',
    'a: 1\r\nsymbol: {number: "24", revision: 1}\r\n',
  ],
  [
    'after a byte order mark',
    '\ufeffsymbol: {number: null, revision: null}',
    '\ufeffsymbol: {number: "24", revision: 1}',
  ],
  ['that are the same', "symbol: {number: '24', revision: 1}", "symbol: {number: '24', revision: 1}"],
  ['that are not there', 'kind: register\n', 'kind: register\n'],
])('number and revision %s', (_where, before, after) => {
  expect(withSymbol(before, '24', 1)).toBe(after)
})

test('a revision that is not asked for stays', () => {
  expect(withSymbol('symbol: {number: null, revision: 2}', '24', undefined)).toBe(
    'symbol: {number: "24", revision: 2}',
  )
})

const first = '{revision: null, date: "2009-05-22", words: {en: "0000000000000000"}}'
const entry = '{revision: 1, date: "2009-06-15", words: {en: "0123456789abcdef"}}'

test.each([
  ['the first', 'a: 1\n', `a: 1\nposted:\n  - ${entry}\n`],
  ['the first, after a line without an end', 'a: 1', `a: 1\nposted:\n  - ${entry}\n`],
  ['the first, with CRLF', 'a: 1\r\n', `a: 1\r\nposted:\r\n  - ${entry}\r\n`],
  ['the first, in braces', '{a: 1}\n', `{a: 1, posted: [${entry}]}\n`],
  [
    'after another',
    `posted:\n- ${first} # seen\n# the rest\na: 1\n`,
    `posted:\n- ${first} # seen\n- ${entry}\n# the rest\na: 1\n`,
  ],
  [
    'after another on lines of its own',
    'posted:\n  - revision: null\n    date: "2009-05-22" # seen\na: 1\n',
    `posted:\n  - revision: null\n    date: "2009-05-22" # seen\n  - ${entry}\na: 1\n`,
  ],
  ['after another at the end of the file', `posted:\n  - ${first}`, `posted:\n  - ${first}\n  - ${entry}\n`],
  ['after another in brackets', `posted: [${first}]\na: 1\n`, `posted: [${first}, ${entry}]\na: 1\n`],
])('a posting, %s', (_where, before, after) => {
  const posting = {revision: 1, date: '2009-06-15', words: {en: '0123456789abcdef'}}
  expect(withPosting(before, posting)).toBe(after)
})

// The same document.yaml, written in every way that YAML allows: both edits find their place, and change nothing else.
const keys = {
  kind: ['register', "'register'", '"register"', '>-\n    register', '|-\n    register'],
  symbol: [
    '{number: null, revision: null}',
    '{ "number": ~ , revision: }',
    '{number, revision}',
    '{\n    number: null, # planned\n    revision: null,\n  }',
    '\n    number:\n    revision: null',
    '\n    "number": # planned\n    \'revision\': ~ # none',
    '\n    number: >-\n      7\n    revision: null',
  ],
  languages: ['{en: complete}', '\n    en: complete', '{en: complete} # ours', '{\n    "en": complete}'],
  note: [
    'plain\n    on two lines',
    '"in \\\n    quotes"',
    "'it''s'",
    '|\n    kept\n\n    words\n',
    '|+\n    kept\n\n',
  ],
  posted: [
    '',
    '[]',
    '[{revision: null, date: "2009-05-22"}]',
    '[\n    {revision: null, date: "2009-05-22"}, # seen\n  ]',
    '\n    - {revision: null, date: "2009-05-22"} # seen\n    # the last',
    '\n  - revision: null\n    date: "2009-05-22"\n    words:\n      en: "0000000000000000"\n',
    '\n    -\n      revision: null\n      date: >-\n        2009-05-22',
  ],
} as const
type Key = keyof typeof keys

const style = fc.record({
  order: fc.shuffledSubarray(Object.keys(keys) as Key[], {minLength: 2}),
  choice: fc.array(fc.nat(6), {minLength: 5, maxLength: 5}),
  indent: fc.constantFrom('', '  ', '    '),
  quotes: fc.constantFrom('', '"', "'"),
  start: fc.constantFrom('', '---\n', '--- # ours\n', '# ours\n\n', '\n'),
  end: fc.constantFrom('', '\n', '\n...\n', '\n... # done\n# after\n', '\n# the end', '\n\n\n', '\n  # in'),
  isMarked: fc.boolean(),
  newline: fc.constantFrom('\n', '\r\n'),
})

type Style = typeof style extends fc.Arbitrary<infer Chosen> ? Chosen : never

/** A text in that style; all of it is set in, values on lines of their own too. */
function inStyle({order, choice, indent, quotes, start, end, isMarked, newline}: Style): string {
  const lines = order.map((key, index) => {
    const values: readonly string[] = keys[key]
    return `${quotes}${key}${quotes}: ${values[(choice[index] ?? 0) % values.length]}`
  })
  const body = lines.join('\n').replaceAll(/^(?=.)/gm, indent)
  return `${isMarked ? '\ufeff' : ''}${start}${body}${end}`.replaceAll('\n', newline)
}

// As it is read: without its byte order mark.
const parse = (text: string): unknown => parseYaml(text.replace(/^\ufeff/, ''))

/** In braces, where values on lines of their own cannot stand. */
function inBraces(text: string, comma: string): string {
  const data = parse(text) as Record<string, unknown>
  const pairs = Object.entries(data).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  return `{${pairs.join(', ')}${comma}}\n`
}

const posting = {revision: 1, date: '2009-06-15', words: {en: '0123456789abcdef'}}

function holds(text: string): void {
  const before = parse(text) as {symbol?: object; posted?: unknown[] | null}
  const symbol = before.symbol && {...before.symbol, number: '24', revision: 1}
  expect(parse(withSymbol(text, '24', 1) ?? '')).toEqual({...before, ...(symbol ? {symbol} : {})})
  const edited = withPosting(text, posting) ?? ''
  expect(parse(edited)).toEqual({...before, posted: [...(before.posted ?? []), posting]})
  // What was there is there, in its order and to the last comment.
  let at = 0
  for (const character of text.replace(/(posted["']?: )(?:\[\]|null)/, '$1')) {
    at = edited.indexOf(character, at) + 1
    expect(at).toBeGreaterThan(0)
  }
}

test('both edits find their place in every way of writing the same', () => {
  fc.assert(
    fc.property(style, (chosen) => {
      holds(inStyle(chosen))
      holds(inBraces(inStyle(chosen), ''))
      holds(inBraces(inStyle(chosen), ', '))
    }),
    {numRuns: 60},
  )
})
