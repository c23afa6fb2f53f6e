import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {textsIn, treeOfWords} from '../../src/load/index.ts'
import {markdown} from '../../src/load/markdown.ts'
import {projectRoot} from '../support/built.ts'

const parsed = (text: string): unknown => plainJson(markdown.runSync(markdown.parse(text), text))
const plainJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

// Letters and signs of the three languages beside every character that means something to Markdown.
const pieces = fc.constantFrom(
  ...'aéñÀßœ1 9.,;:!?()[]{}<>&|*_`~^\\/@#%+-=«»“”"\'’–—…'.split(''),
  '\u00a0',
  '\u202f',
  '\n',
  '\t',
  '😀',
  '\ufeff',
  '  ',
  'www.cites.org',
  'http://cites.org',
  'a@cites.org',
  ':sup[e]',
  ':a',
  ' ^id',
  '1. ',
  '&amp;',
  '{a=b}',
)
const words = fc.array(pieces, {minLength: 1, maxLength: 12}).map((parts) => parts.join(''))

describe('words without a mark of Markdown', () => {
  test('have the tree that the parser gives', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(plainJson(treeOfWords(text))).toEqual(parsed(text))
      }),
      {numRuns: 2000},
    )
  })

  test.each(['phrases.fr', 'labels.es', 'usage.en'])(
    'so have all those of templates/%s.yaml',
    async (name) => {
      const file = await readFile(join(projectRoot, 'templates', `${name}.yaml`), 'utf8')
      for (const {text} of textsIn(parse(file))) expect(plainJson(treeOfWords(text))).toEqual(parsed(text))
    },
  )
})
