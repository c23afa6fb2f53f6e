import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parse, parseDocument, visit} from 'yaml'
import {repository} from '../support/content-root.ts'

// What can be computed is not typed: a number or a date that stands in words goes stale when its fact changes.
// This finds every one that is typed in bodies, annexes and the words of YAML files: digits, Roman numerals in
// capitals, and the names of months. Number words (“two”, “eighth”) are not looked for.
const listFile = 'tests/house/typed-numbers.yaml'

interface Entry {
  why: string
  text: Record<string, string | string[]>
  where: string[]
}

const read = (path: string): string => readFileSync(join(repository, path), 'utf8')
const entries = parse(read(listFile)) as Entry[]

/** Files that hold words: path from the root to text. */
const files = new Map(
  readdirSync(join(repository, 'documents'), {recursive: true, encoding: 'utf8'})
    .map((name) => `documents/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.[a-z]{2}\.(?:md|yaml)$/.test(path))
    .sort()
    .map((path) => [path, read(path)]),
)

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** What stands in a Markdown text and is not words. */
const notWords = [
  /^ *\d+\. /gm, // `1. ` of a list
  /(?<=\]|^:{2,3}[a-z-]+)\{[^}]*\}/gm, // `{form=days}`
  /(?<!:):(?!(?:ins|del|sup|lang)\[)[a-z-]+\[[^\]]*\]/g, // `:fact[reply-by]`, but not `:ins[words]`, `:::table[words]`
  /\[\^[^\]]+\]/g, // `[^note]`
  /(?<=\])\(https?:[^)]*\)/g, // the address of a link
  /(?<=^|\s)\^[a-z][a-z0-9-]*/gm, // ` ^unit-id`
]

const markdownWords = (text: string): string =>
  notWords.reduce((words, pattern) => words.replace(pattern, blank), text)

/** The values of a YAML text, without its keys and comments, each at its place. */
function yamlWords(text: string): string {
  let words = blank(text)
  visit(parseDocument(text), {
    Scalar(key, {range}) {
      if (key === 'key' || !range) return
      words = words.slice(0, range[0]) + text.slice(range[0], range[1]) + words.slice(range[1])
    },
  })
  return markdownWords(words)
}

/** The words of a file at their places, and blanks in place of all else; a space that does not break is a space. */
function wordsOf(path: string, source: string): string {
  const text = source.replace(/[\u00a0\u202f]/g, ' ')
  if (path.endsWith('.yaml')) return yamlWords(text)
  const [head = ''] = /^---\n[\s\S]*?\n---\n/.exec(text) ?? []
  return yamlWords(head.replaceAll('---', '   ')) + markdownWords(text.slice(head.length))
}

const months = ['en', 'es', 'fr']
  .flatMap((code) => (parse(read(`templates/labels.${code}.yaml`)) as {months: string[]}).months)
  .flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)])
  .join('|')
const number = String.raw`\d+(?:[.,]\d+)*`
const typed = new RegExp(
  [
    String.raw`(?:${number}\P{L}{1,2}(?:de )?)?(?<!\p{L})(?:${months})(?!\p{L})(?: (?:de )?\d{4})?`,
    number,
    String.raw`(?<!\p{L})[IVX]+(?![\p{L}'’])`,
  ].join('|'),
  'gu',
)

interface Span {
  from: number
  to: number
}

function spans(words: string, pattern: RegExp): Span[] {
  return [...words.matchAll(pattern)].map(({index, 0: match}) => ({from: index, to: index + match.length}))
}

const literally = (text: string): RegExp =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'g')

/** One text of an entry in one of the files that the entry names. */
interface Claim {
  entry: number
  text: string
  language: string
  /** Without the ending: `sc58/internet-trade/body.fr`. */
  file: string
  isNeeded: boolean
}

function claimsOf(list: readonly Entry[]): Claim[] {
  return list.flatMap(({text, where}, index) =>
    Object.entries(text).flatMap(([language, texts]) =>
      [texts].flat().flatMap((typing) =>
        where.map((name) => {
          return {entry: index + 1, text: typing, language, file: `${name}.${language}`, isNeeded: false}
        }),
      ),
    ),
  )
}

/** What a file types that no claim holds. Claims that hold something are needed from now on. */
function unclaimed(path: string, text: string, claims: readonly Claim[]): string[] {
  const file = path.replace(/^documents\/|\.[a-z]+$/g, '')
  const words = wordsOf(path, text)
  const own = claims
    .filter((claim) => claim.file === file)
    .map((claim) => ({claim, at: spans(words, literally(claim.text))}))
  return spans(words, typed).flatMap(({from, to}) => {
    const holding = own.filter(({at}) => at.some((span) => span.from <= from && to <= span.to))
    for (const {claim} of holding) claim.isNeeded = true
    if (holding.length > 0) return []
    const line = words.slice(0, from).split('\n').length
    const before = words.slice(0, from).split('\n').at(-1)?.slice(-30) ?? ''
    const after = words.slice(to, to + 30).split('\n')[0] ?? ''
    const typing = words.slice(from, to)
    return [
      `${path}:${line} types “${typing}” in “… ${(before + typing + after).trim()} …”. Let a directive print it (docs/writing.md, docs/facts.md). If none can, add it to ${listFile} with the reason.`,
    ]
  })
}

/** Texts that nothing needs in any of their files, and files that need no text of the entry. */
function unneeded(claims: readonly Claim[]): string[] {
  const rest = claims.filter(({isNeeded}) => !isNeeded)
  const isGone = (same: (claim: Claim) => unknown) => (claim: Claim) =>
    !claims.some((other) => other.entry === claim.entry && other.isNeeded && same(other) === same(claim))
  const say = (entry: number, what: string): string =>
    `${listFile}: entry ${entry} ${what} any more. Delete it there.`
  return [
    ...new Set([
      ...rest.filter(isGone(({file}) => file)).map(({entry, file}) => say(entry, `is not needed by ${file}`)),
      ...rest
        .filter(isGone(({language, text}) => `${language} ${text}`))
        .map(({entry, text, language}) => say(entry, `has “${text}” (${language}), which no file types`)),
    ]),
  ]
}

function faultsOf(contents: ReadonlyMap<string, string>, list: readonly Entry[]): string[] {
  const claims = claimsOf(list)
  const found = [...contents].flatMap(([path, text]) => unclaimed(path, text, claims))
  return [...found, ...unneeded(claims)]
}

test('every number and every date that is typed is in the list, and the list has no more', () => {
  expect(faultsOf(files, entries)).toEqual([])
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
