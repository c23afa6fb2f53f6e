import {expect, test} from 'vitest'
import {story} from '../support/story.ts'
import {entries, faultsOf, spans, typed, wordedFiles, wordsOf} from '../support/typed-numbers.ts'

// What can be computed is not typed in the documents of the project (tests/support/typed-numbers.ts).

test('every number and every date that is typed is in the list, and the list has no more', () => {
  expect(faultsOf(wordedFiles(story), entries)).toEqual([])
})

test('every entry says what, where and why', () => {
  for (const entry of entries) {
    expect(Object.keys(entry)).toEqual(['why', 'text', 'where'])
    expect(entry.why.length).toBeGreaterThan(20)
  }
})

/** What is found in a text, as it is typed. */
function typedIn(text: string, path = 'documents/sc58/a/body.en.md'): string[] {
  const words = wordsOf(path, text)
  return spans(words, typed).map(({from, to}) => words.slice(from, to))
}

test.each([
  ['22 Parties had replied.', ['22']],
  ['USD 85,000 was sought, and 85 000 in French, 85.000 in Spanish.', ['85,000', '85', '000', '85.000']],
  ['It met on 6 July 2009, in July, and in July 2009.', ['6 July 2009', 'July', 'July 2009']],
  ['Le 1:sup[er] mars 2009; en mars.', ['1', 'mars 2009', 'mars']],
  ['El 6 de julio de 2009; en Mayo.', ['6 de julio de 2009', 'Mayo']],
  ['document CoP14 Doc. 28, Committee II, Appendix-I species', ['14', '28', 'II', 'I']],
  ["Two may march to the eighth mayor; L'Internet, CITES, :lang[six]{is=fr}.", []],
  ['1. an item of 3 units ^item-4\n   1. :ins[within 5 days] of :fact[reply-by-6]', ['3', '5']],
  [':::table[Sums of 2009]{id=t-1}\n| One 1 ^one-1 | [link](https://a.org/2) |\n:::', ['2009', '1']],
  ['Replies.[^note-1] Days: :deadline[cop15/a]{form=days-2}.\n\n[^note-1]: After 3 days.', ['3']],
  ['---\ntitle: Report of 2009\nprovenance: "Doc. 7"\n---\n\nText.', ['2009', '7']],
])('in %j stand %j', (text, found) => {
  expect(typedIn(text)).toEqual(found)
})

test('in YAML the words are looked at, not the keys and comments', () => {
  const text =
    '# In 2007.\nsenders:\n  party-1: Party 2 # 3\n  party-4: "of :meeting[cop14]"\nlist: [a 5, 6]\n'
  expect(typedIn(text, 'documents/decisions/a/b.en.yaml')).toEqual(['2', '5', '6'])
})

test('a fault says where it is and what to do; an entry that is not needed is one', () => {
  const list = [
    {
      why: 'A reason.',
      text: {en: ['Doc. 28', 'Doc. 29'], fr: 'Doc. 28'},
      where: ['sc58/a/body', 'sc58/b/body'],
    },
  ]
  const contents = new Map([
    ['documents/sc58/a/body.en.md', 'As in Doc. 28.\n\nIn 3 days.\n'],
    ['documents/sc58/c/body.en.md', 'As in Doc. 28.\n'],
    ['documents/sc58/a/body.fr.md', 'Doc. 28\n'],
    ['documents/sc58/b/body.fr.md', 'Doc. 28\n'],
  ])
  expect(faultsOf(contents, list)).toEqual([
    'documents/sc58/a/body.en.md:3 types “3” in “… In 3 days. …”. Let a directive print it (docs/writing.md, docs/facts.md). If none can, add it to tests/house/typed-numbers.yaml with the reason.',
    expect.stringContaining('documents/sc58/c/body.en.md:1 types “28”'),
    'tests/house/typed-numbers.yaml: entry 1 is not needed by sc58/b/body.en any more. Delete it there.',
    'tests/house/typed-numbers.yaml: entry 1 has “Doc. 29” (en), which no file types any more. Delete it there.',
  ])
})
