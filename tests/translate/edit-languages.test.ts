import {expect, test} from 'vitest'
import {withLanguage} from '../../src/translate/edit-languages.ts'

test.each([
  ['in braces', 'languages: {en: complete}\n', 'languages: {en: complete, es: drafting}\n'],
  [
    'with a comma behind the last',
    'languages: { en: complete, }\n',
    'languages: { en: complete, es: drafting, }\n',
  ],
  [
    'over two lines',
    'languages: {en: complete,\n  fr: drafting}\n',
    'languages: {en: complete,\n  fr: drafting, es: drafting}\n',
  ],
  [
    'with a comment',
    'languages: {en: complete} # all\nkind: x\n',
    'languages: {en: complete, es: drafting} # all\nkind: x\n',
  ],
  [
    'on lines of their own',
    'languages:\n  en: complete # done\nkind: x\n',
    'languages:\n  en: complete # done\n  es: drafting\nkind: x\n',
  ],
  [
    'at the end, without a line break',
    'languages:\n    en: complete',
    'languages:\n    en: complete\n    es: drafting\n',
  ],
  [
    'with other line ends',
    '\ufefflanguages:\r\n  en: complete\r\n',
    '\ufefflanguages:\r\n  en: complete\r\n  es: drafting\r\n',
  ],
  ['quoted', '"languages": {"en": "complete"}\n', '"languages": {"en": "complete", es: drafting}\n'],
  [
    'all in braces',
    '{kind: x, languages: {en: complete}}\n',
    '{kind: x, languages: {en: complete, es: drafting}}\n',
  ],
  ['there already', 'languages: {es: complete, en: complete}\n', 'languages: {es: complete, en: complete}\n'],
])('a language is put behind the others: %s', (_name, before, after) => {
  expect(withLanguage(before, 'es')).toBe(after)
})

test('where no place is found nothing is given back', () => {
  expect(withLanguage('languages:\n', 'es')).toBeUndefined()
  expect(withLanguage('kind: [\n', 'es')).toBeUndefined()
})
