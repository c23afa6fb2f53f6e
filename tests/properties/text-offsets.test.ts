import fc from 'fast-check'
import type {Paragraph, Root, Text} from 'mdast'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {load, markdown, readContent, textOffsets} from '../../src/load/index.ts'
import {story} from '../support/story.ts'

const reading = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[\da-zA-Z]{1,31});/y

/** The ways to read what is written at an offset: as it stands, and as an escape or a reference. */
function readingsAt(source: string, offset: number, end: number): {typed: string; meaning: string}[] {
  reading.lastIndex = offset
  const typed = reading.exec(source.slice(0, end))?.[0]
  const asItStands = {typed: source[offset] ?? '', meaning: source[offset] ?? ''}
  return typed ? [asItStands, {typed, meaning: meaningOf(typed)}] : [asItStands]
}

/** The parser alone says what an escape or a reference is read as. */
function meaningOf(typed: string): string {
  const paragraph = markdown.parse(typed).children[0] as Paragraph
  return paragraph.children.map((node) => (node.type === 'text' ? node.value : '')).join('')
}

/** What may stand between two characters: white space at a line break, and what opens the next line. */
function isPassedOver(source: string, from: number, to: number): boolean {
  const between = source.slice(from, to)
  return (
    between === '' ||
    (/^[ \t]*$/.test(between) && source[to] === '\n') ||
    (/^[ \t>]*$/.test(between) && source[from - 1] === '\n')
  )
}

/** Reads a text again at the places it is said to have; undefined where that gives the text. */
function faultOf({value, position}: Text, offsets: Int32Array, source: string): string | undefined {
  const end = position?.end.offset ?? 0
  let reached = [position?.start.offset ?? 0]
  for (let index = 0; index < value.length; ) {
    const at = offsets[index] ?? -1
    // The one case that cannot be told: a line of the words begins with “>”.
    if (at < 0) return /\n>/.test(value) ? undefined : `${index} is nowhere`
    if (!reached.some((from) => isPassedOver(source, from, at)))
      return `${index} at ${at}: something is passed over`
    const fitting = readingsAt(source, at, end).filter(
      ({meaning}) =>
        meaning !== '' &&
        value.startsWith(meaning, index) &&
        offsets.slice(index, index + meaning.length).every((other) => other === at),
    )
    const [first] = fitting
    if (!first) return `${index} is not at ${at}`
    reached = fitting.map(({typed}) => at + typed.length)
    index += first.meaning.length
  }
  // An id at the end was taken off.
  const isAll = (from: number): boolean => /^[ \t>]*$|^(?:\s|&nbsp;|>)*\^\S*$/.test(source.slice(from, end))
  return value === '' || reached.some(isAll) ? undefined : 'something is left at the end'
}

function faultsIn(tree: Root, source: string): string[] {
  const faults: string[] = []
  visit(tree, 'text', (node) => {
    const fault = faultOf(node, textOffsets(node, source), source)
    if (fault) faults.push(`${JSON.stringify(node.value)}: ${fault}`)
  })
  return faults
}

const pieces = fc.constantFrom(
  ...[
    'a',
    'b',
    'é',
    '😀',
    '1',
    ' ',
    '  ',
    '\t',
    '\n',
    '\n\n',
    '\n   ',
    '\n> ',
    '\n>     > ',
    '#',
    ':',
    '-',
    '> ',
    '1. ',
  ],
  ...[
    '\\',
    '\\\\',
    '\\*',
    '\\>',
    '&',
    '&amp;',
    '&#62;',
    '&nbsp;',
    '&nope;',
    '&NotEqualTilde;',
    '&#x1F600;',
    '*',
    '**',
    '_',
  ],
  ...[
    '`',
    '[',
    ']',
    '](http://a.b)',
    '<',
    '>',
    '<http://a.b/\\*&amp;>',
    '|',
    '{',
    '~~',
    '!',
    '[^1]',
    ' ^id',
    '10:30',
  ],
  ...['x:sup[e]', ':sup[e]{a="\\*&amp;"}', '{a="\\*&amp;\\\\"}', '10:30[a]{a="\\*&amp;\\\\"}'],
)

test('each character of a text of Markdown is found where it was written', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, {maxLength: 16}).map((parts) => parts.join('')),
      (source) => {
        const tree = markdown.runSync(markdown.parse(source), source) as Root
        expect(faultsIn(tree, source), JSON.stringify(source)).toEqual([])
      },
    ),
    {numRuns: 2000},
  )
})

test('and so is each in the documents of this project', async () => {
  const {content} = await readContent(story, ['documents'])
  let files = 0
  for (const [path, source] of load(content).sources) {
    if (source.kind !== 'markdown') continue
    expect(faultsIn(source.tree, String(source.file)), path).toEqual([])
    files++
  }
  expect(files).toBeGreaterThan(30)
})

test.each([
  ['an escape stands at its backslash', 'a \\* b', [0, 1, 2, 4, 5]],
  ['a reference stands at its &', 'a&amp;amp; b', [0, 1, 6, 7, 8, 9, 10, 11]],
  ['white space around a line break is not in the text', '1. a  b \n   c', [3, 4, 5, 6, 8, 12]],
  [
    'an address between < and > has no escapes',
    '<http://a.b/?c&amp;d>',
    [...'http://a.b/?c&amp;d'].map((_, at) => at + 1),
  ],
  [
    'what only looks like a directive is as it was typed',
    '1:2[x]{a="&amp;"}',
    [...'1:2[x]{a="&amp;"}'].map((_, at) => at),
  ],
])('%s', (_, source, offsets) => {
  const found: number[] = []
  visit(markdown.runSync(markdown.parse(source), source) as Root, 'text', (node) => {
    found.push(...textOffsets(node, source))
  })
  expect(found).toEqual(offsets)
})
