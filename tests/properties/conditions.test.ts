import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {expect, test} from 'vitest'
import {markdown} from '../../src/load/index.ts'
import {type Asking, printedBlocks} from '../../src/resolve/index.ts'

// What is printed of words under conditions is what the same file without these lines would be: with what stands in the
// lines where they hold, without it where they do not. So no number, list or note can tell the two apart.

const held = 'outcome.measures'
const plan = {
  yaml: {value: {date: '2009-07-11'}},
  asOf: '2009-07-11',
  subject: {facts: {outcome: {value: {entries: [{date: '2009-07-10', decision: 'measures'}]}}}},
} as unknown as Asking

/** Lines with conditions in them, and the same lines as they are read on the day. */
interface Written {
  typed: string[]
  read: string[]
}

const plain = (line: string): Written => ({typed: [line], read: [line]})
const all = (parts: readonly Written[]): Written => ({
  typed: parts.flatMap(({typed}) => typed),
  read: parts.flatMap(({read}) => read),
})
const spaced = (parts: readonly Written[]): Written => all(parts.flatMap((part) => [part, plain('')]))
const indented = ({typed, read}: Written): Written => {
  const further = (line: string): string => (line === '' ? '' : `   ${line}`)
  return {typed: typed.map(further), read: read.map(further)}
}

const condition = fc.record({
  name: fc.constantFrom('when', 'unless'),
  facts: fc.constantFrom(held, 'outcome.open', `outcome.open ${held}`, 'outcome.amendment outcome.open'),
})

/** Puts lines around words, with so many colons. */
function under(
  {name, facts}: {name: string; facts: string},
  colons: number,
  {typed, read}: Written,
): Written {
  const fence = ':'.repeat(colons)
  const isRead = (name === 'when') === facts.includes(held)
  return {typed: [`${fence}${name}{${facts}}`, ...typed, fence], read: isRead ? read : []}
}

const maybe = (words: fc.Arbitrary<Written>, colons: number): fc.Arbitrary<Written> =>
  fc
    .tuple(fc.option(condition), words)
    .map(([around, written]) => (around ? under(around, colons, written) : written))

let count = 0
const word = fc.nat().map((): string => `words ${count++}`)
const item = word.map((words) => plain(`1. ${words};`))
const nested = fc
  .tuple(word, fc.array(maybe(item, 3), {minLength: 1, maxLength: 4}))
  .map(([words, items]) => all([plain(`1. ${words}:`), indented(all(items))]))
const items = fc.array(maybe(fc.oneof(item, nested), 5), {minLength: 1, maxLength: 5}).map(all)
const led = fc.tuple(word, items).map(([words, list]) => spaced([plain(`${words}:`), list]))
const paragraph = word.map((words) => spaced([plain(`${words}.`)]))
const example = fc
  .array(maybe(paragraph, 3), {minLength: 1, maxLength: 3})
  .map((blocks) =>
    all([plain('::::example'), plain('first.'), plain(''), spaced(blocks), plain('::::'), plain('')]),
  )
const file = fc
  .array(maybe(fc.oneof(paragraph, led, example), 6), {minLength: 1, maxLength: 6})
  .map((blocks) => all(blocks.flatMap((block) => [block, plain(''), plain('between.'), plain('')])))

const parsed = (lines: readonly string[]): Root => {
  const text = lines.join('\n')
  return markdown.runSync(markdown.parse(text), text) as Root
}

/** Types and words, without places. */
const shapeOf = (node: Nodes): unknown => [
  node.type,
  'value' in node ? node.value : 'children' in node ? (node.children as Nodes[]).map(shapeOf) : '',
]

test('what is printed is the file without the lines', () => {
  fc.assert(
    fc.property(file, ({typed, read}) => {
      const {nodes} = printedBlocks(parsed(typed).children, plan)
      expect(nodes.map(shapeOf)).toEqual(parsed(read).children.map(shapeOf))
    }),
    {numRuns: 40},
  )
})
