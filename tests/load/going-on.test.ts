import type {Root} from 'mdast'
import {expect, test} from 'vitest'
import {markdown} from '../../src/load/index.ts'
import {toText, visit} from '../../src/tree/index.ts'

// Words that go on after a list are known by two things: the list ends without a full stop, and they begin small.

function goingOn(text: string): string[] {
  const tree = markdown.runSync(markdown.parse(text), text) as Root
  const found: string[] = []
  visit(tree, 'paragraph', (node) => {
    if (node.data?.goesOn) found.push(toText(node))
  })
  return found
}

const list = (end: string): string => `Bears:\n\n1. brown; and\n1. white${end}\n\n`

test.each([',', ';', '', ' (with ribbons)', ', or of :meeting[cop14]', ' ^white'])(
  'a small letter after a list that ends with “%s” goes on',
  (end) => expect(goingOn(`${list(end)}unless they are old.`)).toEqual(['unless they are old.']),
)

test.each(['.', '?', ':', '…', '.”', '. ^white', '.)'])('a list that ends with “%s” is finished', (end) =>
  expect(goingOn(`${list(end)}unless they are old.`)).toEqual([]),
)

test.each(['Unless they are old.', '12 of them.', ':ref[bears] is right.', '“unless”'])(
  '“%s” is a paragraph of its own',
  (words) => expect(goingOn(`${list(',')}${words}`)).toEqual([]),
)

test.each(['à moins que', '*unless*', ':ins[unless] they', ':del[:lang[ou]{is=fr}] they'])(
  '“%s” goes on',
  (words) => expect(goingOn(list(',') + words)).toHaveLength(1),
)

test('so does it in a quotation, after a nested list, and not after another paragraph', () => {
  expect(goingOn('> Bears:\n>\n> 1. white,\n>\n> if old.')).toEqual(['if old.'])
  expect(goingOn('> c) white,\n>\n> if old.')).toEqual(['if old.'])
  expect(goingOn('Bears are white,\n\nif old.')).toEqual([])
  expect(goingOn('Bears:\n\n1. of:\n   1. wood,\n\nif old.')).toEqual(['if old.'])
  expect(goingOn('Bears:\n\n1. say:\n\n   > We do.\n\nif old.')).toEqual(['if old.'])
  expect(goingOn(`${list(',')}unless old,\n\nor new.`)).toEqual(['unless old,'])
})
