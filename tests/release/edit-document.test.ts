import {expect, test} from 'vitest'
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
