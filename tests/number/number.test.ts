import type {Node, Parent} from 'unist'
import {visit} from 'unist-util-visit'
import {expect, test} from 'vitest'
import {number} from '../../src/number/index.ts'
import type {Level, Numbering} from '../../src/resolve/index.ts'
import type {DocumentTree} from '../../src/tree/index.ts'

const level = (format: Level['format'], text: string): Level => ({
  format,
  text,
  left: 0,
  hanging: 0,
  style: 'a',
})
const below = [level('lower-letter', '%2)'), level('lower-roman', '%3)'), level('upper-letter', '%4.')]
const numbering: Numbering = {
  paragraphs: {levels: [level('decimal', '%1.'), ...below]},
  decision: {levels: [level('literal', ''), ...below]},
  'quoted-decision': {levels: [level('literal', ''), ...below]},
  'clause-list': {levels: [level('lower-letter', '%1)'), level('lower-roman', '%2)')]},
  comments: {levels: [level('upper-letter', '%1.'), level('lower-letter', '%2)')]},
}

/** Kinds of the sequences that the tests use; the others are numbered paragraphs. */
const kinds = new Map([
  ['d', 'decision'],
  ['e', 'decision'],
  ['list-of-one', 'clause-list'],
  ['list-of-two', 'clause-list'],
  ['section', 'comments'],
])
const kindOf = (sequence: string): string => kinds.get(sequence) ?? 'paragraphs'

type Tree = Node & {children?: Tree[]; [key: string]: unknown}

const lead: Tree = {type: 'leadParagraph', children: []}
const list = (...children: Tree[]): Tree => ({type: 'provisionList', children})
const item = (sequence: string, depth: number, unit: string, ...children: Tree[]): Tree => ({
  type: 'provision',
  sequence,
  sequenceKind: kindOf(sequence),
  level: depth,
  unit,
  children: children.length > 0 ? [lead, list(...children)] : [lead],
})
const paragraph = (sequence: string, unit: string, ...children: Tree[]): Tree => ({
  type: 'numberedParagraph',
  sequence,
  sequenceKind: kindOf(sequence),
  level: 0,
  unit,
  children: [lead, ...children],
})
const decision = (unit: string, literal: string, ...children: Tree[]): Tree => ({
  type: 'decision',
  sequence: unit,
  sequenceKind: 'decision',
  level: 0,
  unit,
  literal,
  children: [lead, list(...children)],
})
/** A clause of a resolution: it has no number, and its list, if it has one, is a sequence of its own. */
const clause = (unit: string, ...items: Tree[]): Tree => ({
  type: 'clause',
  unit,
  children: items.length > 0 ? [lead, list(...items)] : [lead],
})
const part = (name: string, ...children: Tree[]): Tree => ({type: 'part', name, unit: name, children})
const reference = (more: object): Tree => ({type: 'crossReference', ...more})

function numbered(...parts: Tree[]): DocumentTree {
  return number({type: 'citesDocument', sequences: [], children: parts} as unknown as DocumentTree, numbering)
}

function labels(tree: DocumentTree): string[] {
  const found: string[] = []
  visit(tree as Parent, (node) => {
    const {unit, label} = node as Tree
    if (label) found.push(`${unit} ${label}`)
  })
  return found
}

test('letters begin again under each decision', () => {
  const tree = numbered(
    part(
      'body',
      decision(
        'd',
        '14.XX',
        item('d', 1, 'd.a', item('d', 2, 'd.a.i'), item('d', 2, 'd.a.ii')),
        item('d', 1, 'd.b'),
      ),
      decision('e', '14.XX', item('e', 1, 'e.a', item('e', 2, 'e.a.i'))),
    ),
  )
  const expected = ['d 14.XX', 'd.a a)', 'd.a.i i)', 'd.a.ii ii)', 'd.b b)', 'e 14.XX', 'e.a a)', 'e.a.i i)']
  expect(labels(tree)).toEqual(expected)
  expect(tree.sequences).toEqual([
    {id: 'd', kind: 'decision', literal: '14.XX'},
    {id: 'e', kind: 'decision', literal: '14.XX'},
  ])
})

test('paragraphs run on over headings, tables and quoted decisions; their letters begin again', () => {
  const p = 'paragraphs'
  const tree = numbered(
    part(
      'body',
      {type: 'sectionHeading', depth: 1, children: []},
      paragraph(p, 'one', list(item(p, 1, 'one-a'), item(p, 1, 'one-b'))),
      {type: 'sectionHeading', depth: 1, children: []},
      paragraph(p, 'two', decision('d', '14.35', item('d', 1, 'd.a'))),
      {type: 'captionedTable', children: []},
      paragraph(p, 'three', list(item(p, 1, 'three-a'))),
    ),
  )
  const expected = ['one 1.', 'one-a a)', 'one-b b)', 'two 2.', 'd 14.35', 'd.a a)', 'three 3.', 'three-a a)']
  expect(labels(tree)).toEqual(expected)
})

test('an annex begins again at 1', () => {
  const tree = numbered(
    part('body', paragraph('paragraphs', 'one'), paragraph('paragraphs', 'two')),
    part('annex-1', paragraph('annex-1', 'annex-one')),
    part('annex-2', paragraph('annex-2', 'annex-two')),
  )
  expect(labels(tree)).toEqual(['one 1.', 'two 2.', 'annex-one 1.', 'annex-two 1.'])
  expect(tree.sequences.map(({kind}) => kind)).toEqual(['paragraphs', 'paragraphs', 'paragraphs'])
})

test('the items of each clause begin again at a), and the clause itself has no number', () => {
  const [one, two] = ['list-of-one', 'list-of-two']
  const tree = numbered(
    part('body', paragraph('paragraphs', 'first')),
    part(
      'annex-1',
      clause('preamble'),
      {type: 'pivot', unit: 'annex-1.pivot', children: []},
      clause(
        'one',
        item(one, 0, 'one-a', item(one, 1, 'one-a-i'), item(one, 1, 'one-a-ii')),
        item(one, 0, 'one-b'),
      ),
      clause('two', item(two, 0, 'two-a')),
    ),
  )
  const expected = ['first 1.', 'one-a a)', 'one-a-i i)', 'one-a-ii ii)', 'one-b b)', 'two-a a)']
  expect(labels(tree)).toEqual(expected)
  expect(tree.sequences.map(({id, kind}) => `${id}: ${kind}`)).toEqual([
    'paragraphs: paragraphs',
    'list-of-one: clause-list',
    'list-of-two: clause-list',
  ])
})

test('a section may have a numbering of its own; after it the paragraphs run on', () => {
  const [p, s] = ['paragraphs', 'section']
  const tree = numbered(
    part(
      'body',
      paragraph(p, 'one'),
      {type: 'sectionHeading', depth: 1, children: []},
      paragraph(s, 'comment', list(item(s, 1, 'comment-a'))),
      paragraph(s, 'comment-2'),
      {type: 'sectionHeading', depth: 1, children: []},
      paragraph(p, 'two'),
    ),
  )
  expect(labels(tree)).toEqual(['one 1.', 'comment A.', 'comment-a a)', 'comment-2 B.', 'two 2.'])
  expect(tree.sequences).toEqual([
    {id: 'paragraphs', kind: 'paragraphs'},
    {id: 'section', kind: 'comments'},
  ])
})

test('a reference names the letter of a section of its own, and of a clause the item alone', () => {
  const [s, one] = ['section', 'list-of-one']
  const [toComment, toItem] = [reference({target: 'comment-a'}), reference({target: 'one-b'})]
  numbered(
    part(
      'body',
      paragraph(s, 'comment', list(item(s, 1, 'comment-a'))),
      clause('one', item(one, 0, 'one-a'), item(one, 0, 'one-b')),
      // Words made from a fact may hold a reference.
      {type: 'sectionHeading', children: [toComment, {type: 'factValue', children: [toItem]}]},
    ),
  )
  expect(toComment.links).toEqual([
    {unit: 'comment', label: 'A'},
    {unit: 'comment-a', label: 'a)'},
  ])
  expect(toItem.links).toEqual([{unit: 'one-b', label: 'b)'}])
})

test('a reference has one link for each level that leads to its target, before or after it', () => {
  const p = 'paragraphs'
  const many = Array.from({length: 11}, (_, index) => paragraph(p, `p${index}`))
  const whole = reference({target: 'deep'})
  const last = reference({target: 'deep', from: -1})
  const deep = item(p, 1, 'b', item(p, 2, 'deep'))
  const tree = numbered(
    part(
      'body',
      ...many,
      {type: 'sectionHeading', children: [whole]},
      paragraph(p, 'p12', list(item(p, 1, 'a'), deep)),
      {
        type: 'sectionHeading',
        children: [last],
      },
    ),
  )
  expect(labels(tree).at(-1)).toBe('deep i)')
  expect((whole.links as {label: string}[]).map(({label}) => label).join(' ')).toBe('12 b) i)')
  expect((whole.links as {unit: string}[]).map(({unit}) => unit)).toEqual(['p12', 'b', 'deep'])
  expect(last.links).toEqual([{unit: 'deep', label: 'i)'}])
  expect(last).not.toHaveProperty('from')
})

test('a provision that is not quoted here has links without a unit', () => {
  const outside = reference({elsewhere: {literal: '14.35', path: [2, 3]}})
  numbered(part('body', {type: 'sectionHeading', children: [outside]}))
  expect(outside.links).toEqual([{label: '14.35'}, {label: 'b)'}, {label: 'iii)'}])
})

test('notes are numbered in the order in which the text refers to them', () => {
  const call = (identifier: string): Tree => ({type: 'footnoteReference', identifier})
  const note = (identifier: string): Tree => ({type: 'note', identifier, unit: identifier, children: []})
  const tree = numbered(part('body', call('late'), call('early'), call('late'), note('early'), note('late')))
  expect(labels(tree)).toEqual(['undefined 1', 'undefined 2', 'undefined 1', 'early 2', 'late 1'])
})
