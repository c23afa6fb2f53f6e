import {expect, test} from 'vitest'
import {load} from '../../src/load/index.ts'

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

test('how many places there are is said, and what to do', () => {
  const text = new TextEncoder().encode(`${head}${conflict('')}\n${conflict('')}`)
  const [message] = load(new Map([[body, text]])).messages
  expect(message?.reason).toMatch(/^2 places in this file hold two versions/)
  expect(message?.reason).toMatch(
    /Keep the words that are right, and delete the other version and these lines\.$/,
  )
})
