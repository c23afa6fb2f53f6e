import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {smallDossier} from '../support/fixture-root.ts'

// What each period asks of French and Spanish, and of what it says nothing since nobody knows. docs/meetings.md has the
// source of each difference.

const read = (path: string): string => readFileSync(join(smallDossier, path), 'utf8')

/** Words that a habit is about, by the name of what is asked; non-breaking spaces are written ~. */
const french = {
  'no space before a colon': 'Trois points~: un, deux, trois.',
  'a space before a colon': 'Trois points: un, deux, trois.',
  'no « »': 'Le mot «~ours~» est court.',
  'a dash with spaces': 'Le Comité se réunit les 6-10~juillet 2009.',
  'no accents on capitals': 'Les États sont nombreux.',
  'a raised e': 'La 14e session est finie.',
}

const asked: Record<string, (keyof typeof french)[]> = {
  '1999-2001': [],
  '2002-2006': [],
  '2007-2010': [
    'no space before a colon',
    'no « »',
    'a dash with spaces',
    'no accents on capitals',
    'a raised e',
  ],
  '2013': ['no space before a colon', 'no « »', 'a dash with spaces', 'a raised e'],
  '2013-on': ['a dash with spaces', 'a raised e'],
  '2017-on': ['a dash with spaces', 'a raised e'],
  '2022-on': ['a space before a colon', 'a dash with spaces', 'a raised e'],
  'web-pages': ['no space before a colon', 'no « »', 'a dash with spaces', 'a raised e'],
}

describe.each(Object.entries(asked))('French of %s', (profile, habits) => {
  test(`asks for ${habits.join(', ') || 'nothing'}`, async () => {
    const body = 'documents/sc58/bear-trade/body.fr.md'
    const text = read(body)
    const before = text.split('\n').length
    const paragraphs = Object.values(french).map(
      (words, index) => `${words.replaceAll('~', '\u00a0')} ^probe-${index}\n`,
    )
    const meetings = read('documents/meetings.yaml').replaceAll('"2007-2010"', `"${profile}"`)
    const {messages} = await build({
      root: smallDossier,
      formats: ['txt'],
      changes: new Map([
        ['documents/meetings.yaml', meetings],
        [body, `${text}\n${paragraphs.join('\n')}`],
      ]),
    })
    const lines = messages
      .filter(({file, ruleId}) => file === body && ruleId !== 'parity-units')
      .map(({line}) => line ?? 0)
    const found = Object.keys(french).filter((_, index) => lines.includes(before + 1 + 2 * index))
    expect(found).toEqual(habits)
  })
})
