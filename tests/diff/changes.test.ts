import {beforeAll, expect, test} from 'vitest'
import {changesOf} from '../../src/diff/changes/changes-of.ts'
import {
  type Change,
  compareSides,
  type DiffReport,
  differingPairs,
  readSide,
  type Side,
} from '../../src/diff/index.ts'
import {type Content, readContent} from '../../src/load/index.ts'
import type {DocumentTree} from '../../src/tree/index.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {png} from '../support/pictures.ts'

// Every kind of change, in a document small enough to be read: what was done in the sources is what is told, once.
const body = 'documents/sc58/bear-trade/body.en.md'
const yaml = 'documents/sc58/bear-trade/document.yaml'
let content: Content
let before: Side

const sideOf = (own: Content): Promise<Side> =>
  readSide({name: 'a side', root: smallDossier, read: {content: own, messages: []}})

beforeAll(async () => {
  ;({content} = await readContent(smallDossier, ['documents']))
  before = await sideOf(content)
})

type Edits = Record<string, (text: string) => string>

const withEdits = (from: Content, edits: Edits): Content => {
  const own = new Map(from)
  for (const [path, edit] of Object.entries(edits)) {
    const text = new TextDecoder().decode(own.get(path))
    if (edit(text) === text) throw new Error(`${path} is as it was.`)
    own.set(path, new TextEncoder().encode(edit(text)))
  }
  return own
}

const reportOf = async (edits: Edits, from = before): Promise<DiffReport> =>
  compareSides(from, await sideOf(withEdits(from.content as Content, edits)))

/** A change on one line: what, where, and the words that went and came. */
const line = ({kind, what, before: one, after, runs = [], count, references}: Change): string => {
  const words = (wanted: string): string =>
    runs.map(({kind: own, text}) => (own === wanted ? text : '')).join('')
  const spot =
    one?.label === after?.label ? (after?.label ?? '') : `${one?.label ?? ''}→${after?.label ?? ''}`
  const changed = runs.some(({kind: own}) => own !== 'same')
    ? ` -${words('deleted')} +${words('inserted')}`
    : ''
  const to = references ? ` ${references.map(({from, to}) => `${from}>${to}`).join()}` : ''
  return `${kind} ${what} ${spot}${changed}${count ? ` (${count})` : ''}${to}`.replace(/\s+/g, ' ').trim()
}

const linesIn = (report: DiffReport, language = 'en'): string[] =>
  report.documents.flatMap(({languages}) =>
    languages.flatMap((own) => (own.language === language ? own.changes.map(line) : [])),
  )

const put =
  (found: string, instead: string) =>
  (text: string): string =>
    text.replace(found, instead)

const moved = (text: string): string => {
  const block = /\nThe Secretariat opens[\s\S]*?second\n/.exec(text)?.[0] ?? ''
  return text.replace(block, '').replace(/(\nThe Standing Committee is invited[\s\S]*)$/, `$1${block}`)
}

test.each<[string, Edits, string[]]>([
  ['a word of an item', {[body]: put('the size', 'the weight')}, ['changed item 3 a) -size +weight']],
  [
    'a row that came',
    {[body]: put('| White', '| Black ^black | 3 |\n| White')},
    ['added row - +Black | 3 (2)'],
  ],
  ['a row that went', {[body]: put('| White ^white | 7 |\n', '')}, ['removed row -White | 7 + (2)']],
  [
    'a row under another name',
    {[body]: put('| White ^white | 7 |', '| White ^snow | 8 |')},
    ['removed row -White | 7 + (2)', 'added row - +White | 8 (2)'],
  ],
  [
    'rows in another order',
    {
      [body]: put(
        '| Brown ^brown | 12 |\n| White ^white | 7 |',
        '| White ^white | 7 |\n| Brown ^brown | 12 |',
      ),
    },
    ['moved row (2)'],
  ],
  [
    'a column that came',
    {
      [body]: (text) =>
        text
          .replace('Bears ^bears |', 'Bears ^bears | Year ^year |')
          .replace('|--:|', '|--:|---|')
          .replace('| 12 |', '| 12 | 2007 |')
          .replace('| 7 |', '| 7 | 2008 |'),
    },
    ['added cell - +Year', 'added cell - +2007', 'added cell - +2008'],
  ],
  [
    'a cell that is emptied',
    {[body]: put('| Brown ^brown | 12 |', '| Brown ^brown | |')},
    ['changed cell -12 +'],
  ],
  [
    'a table that went',
    {[body]: (text) => text.replace(/:::table[\s\S]*?\n:::\n/, '')},
    ['removed caption -Bears by colour | Colour | Bears | Brown | 12 | White | 7 + (7)'],
  ],
  ['its caption', {[body]: put('Bears by colour', 'Bears by size')}, ['changed caption -colour +size']],
  ['widths of its columns', {[body]: put('{id=colours}', '{id=colours widths="1 4"}')}, ['form caption']],
  ['a note', {[body]: put('rates of the year', 'rates of the month')}, ['changed note 1 -year +month']],
  [
    'a note before another',
    {
      [body]: (text) =>
        text
          .replace('as follows: ^mandate', 'as follows:[^first] ^mandate')
          .replace('[^rates]:', '[^first]: Another.\n\n[^rates]:'),
    },
    ['changed paragraph 2 - +[1]', 'added note →1 - +Another.', 'renumbered note 1→2 (1)'],
  ],
  [
    'a paragraph of a note',
    {[body]: put('At the rates of the year.', 'At the rates of the year.\n\n    Another paragraph.')},
    ['added note - +Another paragraph.'],
  ],
  [
    'a heading',
    {[body]: put('## Introduction', '## Beginning')},
    ['changed heading -Introduction +Beginning'],
  ],
  ['a title', {[body]: put('toy bears', 'toy cats')}, ['changed cover -BEARS +CATS']],
  [
    'a symbol',
    {[yaml]: put('"12"', '"14"')},
    ['field footer -SC58 Doc. 12 – p. +SC58 Doc. 14 – p.', 'changed cover -12 +14'],
  ],
  ['a date', {[yaml]: put('2009-05-07', '2009-05-06')}, ['field date -2009-05-07 +2009-05-06']],
  ['italics', {[body]: put('the size', 'the *size*')}, ['marks item 3 a) -size +size']],
  [
    'an address',
    {[body]: put('the size', 'the [size](https://cites.org/a)')},
    ['marks item 3 a) -size +size'],
  ],
  [
    'where a reference points',
    {[body]: put(':ref[report-second]', ':ref[report-first]')},
    ['references paragraph 4 -ii) +i) report-second>report-first'],
  ],
  ['the name of a paragraph', {[body]: (text) => text.replaceAll('report-second', 'report-last')}, []],
  [
    'an item that went',
    {[body]: put('1. the size; and ^report-size\n2. the value:', '1. the value:')},
    ['removed item 3 a)→ -the size; and +', 'renumbered item 3 b)→3 a) (1)'],
  ],
  [
    'a paragraph that is split',
    {
      [body]: put(
        'adopted :decision[parties], as follows: ^mandate',
        'adopted a decision on toys. ^half\n\nIt is called :decision[parties], and reads: ^mandate',
      ),
    },
    [
      'split paragraph 2→3 -as follows +a decision on toys. ¶ It is called and reads',
      'renumbered paragraph 2-4→3-5 (3)',
    ],
  ],
  [
    'a paragraph with its items that is moved',
    {[body]: moved},
    ['moved paragraph 3→4 (5)', 'renumbered paragraph 4→3 (1)'],
  ],
  ['a line that is broken elsewhere', {[body]: put('opens at', 'opens\nat')}, []],
])('%s', async (_claim, edits, told) => {
  expect(linesIn(await reportOf(edits))).toEqual(told)
})

test('a change of the symbol is that of a fact, from which the cover and the feet follow', async () => {
  const {facts, documents} = await reportOf({[yaml]: put('"12"', '"14"')})
  expect(facts).toMatchObject([{fact: 'sc58/bear-trade/document#symbol', before: '12', after: '14'}])
  const follows = documents.flatMap(({languages}) =>
    languages.flatMap(({changes}) => changes.map((own) => own.follows)),
  )
  expect(new Set(follows.flat())).toEqual(new Set(['sc58/bear-trade/document#symbol']))
})

test('a language that a document has no more vanishes, and nothing else differs', async () => {
  const own = withEdits(content, {[yaml]: put(', fr: complete', '')})
  own.delete(body.replace('.en.', '.fr.'))
  own.delete('documents/sc58/bear-trade/translation.fr.jsonl')
  const after = await sideOf(own)
  const [report, turned] = [compareSides(before, after), compareSides(after, before)]
  const verdicts = ({documents}: DiffReport): unknown =>
    documents.map(({fate, languages}) => [fate, languages.map(({language, verdict}) => [language, verdict])])
  expect(verdicts(report)).toEqual([
    [
      'stays',
      [
        ['en', 'bytes'],
        ['fr', 'vanishes'],
      ],
    ],
  ])
  expect(verdicts(turned)).toEqual([
    [
      'stays',
      [
        ['en', 'bytes'],
        ['fr', 'appears'],
      ],
    ],
  ])
})

test('names of paragraphs alone are told as bytes', async () => {
  const report = await reportOf({[body]: (text) => text.replaceAll('report-second', 'report-last')})
  expect(report.documents[0]?.languages[0]).toEqual({
    language: 'en',
    verdict: 'bytes',
    reasons: ['ids'],
    changes: [],
  })
})

test('a picture is told by its bytes, its description and its caption', async () => {
  const picture = '\n:::picture[A toy]{id=toy}\n![A bear of wood.](toy.png)\n:::\n'
  const from = withEdits(content, {
    [body]: put('\n## Recommendations', `${picture}\n## Recommendations`),
    [body.replace('.en.', '.fr.')]: put('\n## Recommandations', `${picture}\n## Recommandations`),
  })
  const file = 'documents/sc58/bear-trade/toy.png'
  from.set(file, png())
  const one = await sideOf(from)
  expect(one.compositions[0]?.tree.children[0]?.children.some(({type}) => type === 'captionedPicture')).toBe(
    true,
  )
  const other = async (edits: Edits, bytes = png()): Promise<string[]> => {
    const own = withEdits(from, edits)
    own.set(file, bytes)
    return linesIn(compareSides(one, await sideOf(own)))
  }
  expect(await other({}, png({width: 5}))).toEqual(['picture description', 'form description'])
  expect(await other({[body]: put('of wood', 'of stone')})).toEqual(['changed description -wood +stone'])
  expect(await other({[body]: put('A toy', 'A bear')})).toEqual(['changed caption -toy +bear'])
})

test('what a redline is made of are the trees of both sides, where words or numbers differ and nothing is refused', async () => {
  const after = await sideOf(withEdits(content, {[body]: put('the size', 'the weight')}))
  const pairs = differingPairs(before, after, compareSides(before, after))
  expect(pairs.map(({path, language}) => [path, language])).toEqual([['sc58/bear-trade', 'en']])
  expect([pairs[0]?.before.tree, pairs[0]?.after.tree].every((tree) => tree?.type === 'citesDocument')).toBe(
    true,
  )
  const broken = await sideOf(withEdits(content, {[body]: put('the size', 'a) the weight')}))
  expect(differingPairs(before, broken, compareSides(before, broken))).toEqual([])
})

/** A document of paragraphs without names. */
const documentOf = (paragraphs: readonly string[]): DocumentTree => ({
  ...(before.compositions[0]?.tree as DocumentTree),
  children: [
    {
      ...(before.compositions[0]?.tree.children[0] as DocumentTree['children'][number]),
      children: paragraphs.map((value) => ({
        type: 'textParagraph',
        style: 'x',
        children: [{type: 'text', value}],
      })),
    },
  ],
})
const kindsOf = (one: readonly string[], other: readonly string[]): string[] =>
  changesOf(documentOf(one), documentOf(other)).changes.map(({kind}) => kind)

test('paragraphs without names are known by their words', () => {
  expect(kindsOf(['One bear.', 'Two cats.'], ['One bear.', 'Two cats.'])).toEqual([])
  expect(kindsOf(['One bear.', 'Two cats.'], ['Two cats.'])).toEqual(['removed'])
  expect(kindsOf(['A bear of brown wood.'], ['A bear of old wood.'])).toEqual(['changed'])
  expect(kindsOf(['A bear.'], ['The price of ivory.'])).toEqual(['removed', 'added'])
})

test('sixteen thousand words that have nothing in common are two changes, and soon told', () => {
  const words = (letter: string): string =>
    Array.from({length: 8_000}, (_, index) =>
      `${letter}${index}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''),
    ).join(' ')
  const named = (value: string): DocumentTree => {
    const tree = documentOf([value])
    Object.assign(tree.children[0]?.children[0] ?? {}, {unit: 'same'})
    return tree
  }
  const started = process.cpuUsage()
  const {changes} = changesOf(named(words('q')), named(words('z')))
  const {user, system} = process.cpuUsage(started)
  expect(
    changes.map(({kind, runs = []}) => [kind, runs.filter((run) => run.kind !== 'same').length]),
  ).toEqual([['changed', 2]])
  expect((user + system) / 1e6).toBeLessThan(5)
})

test('thousands of paragraphs without names and with other words are not compared with one another', () => {
  const many = (letter: string): string[] =>
    Array.from({length: 2_000}, (_, index) => `${letter.repeat(4)} ${letter}${index} wood`)
  const started = process.cpuUsage()
  expect(kindsOf(many('q'), many('z')).length).toBe(4_000)
  const {user, system} = process.cpuUsage(started)
  expect((user + system) / 1e6).toBeLessThan(5)
})

test('a thousand paragraphs that changed beside a thousand new ones are soon told', () => {
  const words = (seed: number): string =>
    Array.from({length: 60}, (_, index) =>
      `w${(seed * 31 + index * 7) % 500}`.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? ''),
    ).join(' ')
  const many = Array.from({length: 1_000}, (_, index) => index)
  const named = (texts: readonly string[]): DocumentTree => {
    const tree = documentOf(texts)
    for (const [index, node] of (tree.children[0]?.children ?? []).entries())
      if (index % 2 === 0) Object.assign(node, {unit: `unit-${index}`})
    return tree
  }
  const earlier = named(many.flatMap((index) => [words(index), '']))
  const after = named(many.flatMap((index) => [`${words(index)} more`, words(index + 5_000)]))
  const started = process.cpuUsage()
  const {changes} = changesOf(earlier, after)
  const {user, system} = process.cpuUsage(started)
  expect(changes.filter(({kind}) => kind === 'changed')).toHaveLength(1_000)
  expect((user + system) / 1e6).toBeLessThan(10)
})
