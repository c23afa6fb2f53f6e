import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {cellNames} from '../../src/compose/described/cells.ts'
import {fieldSchemas} from '../../src/validate/own-facts.ts'
import {repository} from '../support/content-root.ts'

// What a description of facts may say is a closed form: lists of records, counts, sums. Whoever would add a condition to
// it would begin a programming language; what needs one is code (docs/reasons/). So these lists change only here too.

const schema = JSON.parse(readFileSync(join(repository, 'schemas/facts.schema.json'), 'utf8'))

test('the kinds of cells are these, in the code and in the schema', () => {
  const cells = [
    'date',
    'decision',
    'document',
    'label',
    'meeting',
    'money',
    'number',
    'share',
    'times',
    'words',
  ]
  expect([...cellNames].sort()).toEqual(cells)
  const others = ['id', 'width', 'by', 'of']
  expect(
    Object.keys(schema.$defs.column.properties)
      .filter((key) => !others.includes(key))
      .sort(),
  ).toEqual(cells)
})

test('the types of fields are these, in the code and in the schema', () => {
  const types = [
    'amount',
    'date',
    'document',
    'id',
    'meeting',
    'number',
    'provision',
    'share',
    'text',
    'word',
  ]
  expect(Object.keys(fieldSchemas).sort()).toEqual(types)
  expect([...schema.$defs.type.enum].sort()).toEqual(types)
})

test('a fact is one of these, and no key of a description holds a condition', () => {
  expect(Object.keys(schema.$defs.fact.properties).sort()).toEqual(
    [
      ...['count', 'sum', 'of', 'number', 'date', 'dates', 'words', 'text'],
      ...['money', 'phrase', 'known-from', 'record', 'example'],
    ].sort(),
  )
  expect(Object.keys(schema.$defs.table.properties).sort()).toEqual(
    [
      ...[
        'unit',
        'known-from',
        'record',
        'example',
        'caption',
        'rows',
        'row-id',
        'needs',
        'order',
        'split-by',
        'none',
      ],
      ...['columns', 'totals'],
    ].sort(),
  )
})
