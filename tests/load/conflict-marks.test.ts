import {expect, test} from 'vitest'
import {load, sidesOf} from '../../src/load/index.ts'

// Marks that git leaves where it could not join two versions: one message, and no parser sees the file.
const found = (path: string, text: string): string[] =>
  load(new Map([[path, new TextEncoder().encode(text)]])).messages.map(
    ({line, column, ruleId}) => `${line}:${column} ${ruleId}`,
  )

const body = 'documents/sc58/case/body.en.md'
const head = '---\ntitle: A case\n---\n\n'
const conflict = (before: string, words = 'The one.', other = 'The other.'): string =>
  `${before}<<<<<<< HEAD\n${before}${words}\n${before}=======\n${before}${other}\n${before}>>>>>>> main\n`

const marked: [string, string, string, number][] = [
  ['in a paragraph', body, `${head}${conflict('')}`, 5],
  ['in the front matter', body, `---\n${conflict('', 'title: One', 'title: Two')}---\n\nWords.\n`, 2],
  ['around the front matter', body, `${conflict('', '---', '---')}title: One\n---\n\nWords.\n`, 1],
  ['in a list that was set in', body, `${head}So:\n\n1. one:\n${conflict('   ')}`, 8],
  ['in a quotation', body, `${head}So:\n\n${conflict('> ')}`, 7],
  [
    'with the ancestor of both',
    body,
    `${head}<<<<<<< HEAD\na\n||||||| 1a2b3c4\nb\n=======\nc\n>>>>>>> main\n`,
    5,
  ],
  ['with the line ends of Windows', body, `${head}${conflict('')}`.replaceAll('\n', '\r\n'), 5],
  ['of which one line is left', body, `${head}Words.\n>>>>>>> main\n`, 6],
  ['without the name of a branch', body, `${head}<<<<<<<\na\n=======\nb\n>>>>>>>\n`, 5],
  ['inside another conflict', body, `${head}<<<<<<<<< HEAD\na\n=========\nb\n>>>>>>>>> main\n`, 5],
  ['in several places', body, `${head}${conflict('')}\nWords.\n\n${conflict('')}`, 5],
  ['in YAML', 'documents/meetings.yaml', `meetings:\n${conflict('', '  - {id: a}', '  - {id: b}')}`, 2],
  [
    'in a text over several lines',
    'documents/meetings.en.yaml',
    `a: >\n  words\n${conflict('  ')}  words\n`,
    3,
  ],
]

test.each(marked)('%s', (_, path, text, line) => {
  expect(found(path, text)).toEqual([`${line}:1 conflict-marks`])
})

test.each([
  ['a line of equals signs under words', `${head}Words\n=======\n\nWords.\n`],
  [
    'an empty row of a table',
    `${head}:::table[A]{id=a}\n| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n|||||||\n:::\n`,
  ],
  ['marks inside a line', `${head}Git writes <<<<<<< and >>>>>>> around them.\n`],
])('%s is no conflict', (_, text) => {
  expect(found(body, text)).toEqual([])
})

/** What is said of a body in which a place stands between marks. */
const said = (text: string, path = body): string | undefined =>
  load(new Map([[path, new TextEncoder().encode(text)]])).messages[0]?.reason

test.each([
  ['one line each', conflict(''), 'one (“HEAD”) is line 6, the other (“main”) is line 8.'],
  [
    'several lines, of which one side has none',
    '<<<<<<< HEAD\n=======\na\nb\nc\n>>>>>>> 1a2b3c4 (Say it)\n',
    'one (“HEAD”) has nothing there, the other (“1a2b3c4 (Say it)”) is lines 7 to 9.',
  ],
  [
    'with what was there before',
    '<<<<<<< HEAD\na\n||||||| 1a2b3c4\nb\n=======\nc\n>>>>>>> main\n',
    'one (“HEAD”) is line 6, the other (“main”) is line 10; what was there before both is line 8.',
  ],
  [
    'with a conflict in what was there before',
    '<<<<<<< HEAD\na\n||||||| both\n<<<<<<<<< one\nb\n||||||||| x\nd\n=========\nc\n>>>>>>>>> two\n=======\nd\n>>>>>>> main\n',
    'one (“HEAD”) is line 6, the other (“main”) is line 16; what was there before both is lines 8 to 14.',
  ],
  ['without names', '<<<<<<<\na\n=======\nb\n>>>>>>>\n', 'one is line 6, the other is line 8.'],
])('where both stand is said: %s', (_, text, places) => {
  expect(said(head + text)).toContain(`left both: ${places}`)
})

test('what to do is said, and how many places are like it', () => {
  expect(said(`${head}${conflict('')}\n${conflict('')}\n${conflict('')}`)).toMatch(
    /Keep the words that are right, and delete the other version and the lines .* 2 other places of this file are like it\.$/,
  )
})

test('a mark that stands alone is said to be left behind', () => {
  expect(said(`${head}Words.\n>>>>>>> main\n`)).toMatch(/was left behind.*delete the line\.$/)
})

test('names are the words of anybody: they are quoted and cut', () => {
  const reason = said(`${head}<<<<<<< \u001b[2J::error::x\na\n=======\nb\n>>>>>>> ${'x'.repeat(9000)}\n`)
  expect(reason ?? '').not.toMatch(/\u001b/)
  expect(reason?.length).toBeLessThan(500)
})

const ledger = '{"ledger":"source-1"}\n'
test.each([
  ['both sides, each whole', `a\n${conflict('', 'b', 'c')}d\n`, 'a\nb\nd\n', 'a\nc\nd\n'],
  [
    'without what was there before',
    'a\n<<<<<<< HEAD\nb\n||||||| 1\nx\n=======\nc\n>>>>>>> m\n',
    'a\nb\n',
    'a\nc\n',
  ],
  [
    'with a conflict in what was there before',
    'a\n<<<<<<< HEAD\nb\n||||||| 1\n<<<<<<<<< x\nq\n=========\nr\n>>>>>>>>> y\n=======\nc\n>>>>>>> m\n',
    'a\nb\n',
    'a\nc\n',
  ],
  ['of several places', conflict('', 'a', 'b') + conflict('', 'c', 'd'), 'a\nc\n', 'b\nd\n'],
])('the two versions of a file: %s', (_, text, own, other) => {
  expect(sidesOf(ledger + text)).toEqual({own: ledger + own, other: ledger + other})
})

test.each([
  ['nothing is in conflict', 'a\nb\n'],
  ['a mark stands alone', `${conflict('')}>>>>>>> main\n`],
  ['the end is missing', '<<<<<<< HEAD\na\n=======\nb\n'],
])('there are no two versions where %s', (_, text) => {
  expect(sidesOf(text)).toBeUndefined()
})
