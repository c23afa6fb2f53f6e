import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type BuildResult, build} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {repository} from '../support/content-root.ts'
import {smallDossier} from '../support/fixture-root.ts'

// tests/fixtures/meetings is a dossier with a document of each body and period: what its covers and sentences say of the
// meeting stands in expected/, one file a language. A meeting is one record of meetings.yaml and a line of words; no
// template names one.

const root = join(repository, 'tests/fixtures/meetings')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const textOf = ({outputs}: BuildResult, path: string): string =>
  new TextDecoder().decode(outputs.get(path)?.bytes).replaceAll('\u00a0', ' ')

let built: BuildResult
beforeAll(async () => {
  built = await build({root, formats: ['txt']})
})

test('nothing is reported of meetings that are right', () => {
  expect(built.messages.map(String)).toEqual([])
})

test.each(['en', 'fr', 'es'])(
  'covers and sentences name the meeting as its body and period do: %s',
  async (language) => {
    const paths = [...built.outputs.keys()].filter((path) => path.endsWith(`.${language}.txt`)).sort()
    const texts = paths.map((path) => `===== ${path}\n${textOf(built, path)}`)
    expect(paths).toHaveLength(17)
    await expect(texts.join('\n')).toMatchFileSnapshot(join(root, 'expected', `${language}.txt`))
  },
)

const symbols: [string, string][] = [
  ['sc42/rules', 'Doc. SC.42.6.2'],
  ['cop11/report', 'Doc. 11.9.1'],
  ['ac16/species', 'Inf. AC.16.1'],
  ['ac20/group', 'AC20 DG1 Doc. 1 (Rev. 1)'],
  ['sc50/reporting', 'SC50 Doc. 26.2'],
  ['sc58/rules', 'SC58 Doc. 4'],
  ['ac24/reports', 'AC24 Doc. 6/PC18 Doc. 6'],
  ['ac26/joint', 'AC26 Doc. 7/PC20 Doc. 11.2'],
  ['cop15/draft', 'CoP15 Com. II. 12 (Rev. 1)'],
  ['cop15/session', 'CoP15 Com. I Rec. 7'],
  ['cop15/plenary', 'CoP15 Plen. 4 (Rev. 2)'],
]

test.each(symbols)('the symbol of %s is %s in every language', (path, symbol) => {
  const compositions = built.compositions.filter(({plan}) => plan.path === path)
  expect(compositions).toHaveLength(3)
  for (const {tree} of compositions) expect(tree.meta.symbol.replaceAll('\u00a0', ' ')).toBe(symbol)
})

test('a name or a symbol that is not confirmed has the sign of an example, and is refused as final', async () => {
  expect(textOf(built, 'nc4/names.fr.txt')).toContain('Quatrième session du Comité de la nomenclature°')
  expect(textOf(built, 'nc4/names.en.txt')).toContain('Doc. NC.4.3°')
  const {messages} = await build({root, formats: ['txt'], final: true, documents: ['nc4/names']})
  const said = messages.map(({ruleId, reason}) => `${ruleId} ${reason}`.replaceAll('\u00a0', ' ')).join('\n')
  expect(said).toContain('The name of “nomenclature-committee” is an example in this language.')
  expect(said).toContain('The form of the symbol “Doc. NC.4.3” is an example.')
})

describe('another meeting', () => {
  const record =
    '  - {id: pc5, code: PC5, body: plants-committee, ordinal: 5, starts: "1994-05-16", ends: "1994-05-20", profile: "2002-2006"}\n'
  const places = {en: 'Mexico', fr: 'Mexico', es: 'México'}

  test('is one record and its words in each language, nothing in templates', async () => {
    const changes = new Map([
      [
        'documents/meetings.yaml',
        read('documents/meetings.yaml').replace('joint-meetings:', `${record}joint-meetings:`),
      ],
      ...Object.entries(places).map(([code, city]): [string, string] => [
        `documents/meetings.${code}.yaml`,
        `${read(`documents/meetings.${code}.yaml`)}  pc5: {city: ${city}, country: ${city}}\n`,
      ]),
      [
        'documents/sc50/reporting/document.yaml',
        read('documents/sc50/reporting/document.yaml').replace('meeting: sc50', 'meeting: pc5'),
      ],
    ])
    const result = await build({root, formats: ['txt'], changes, documents: ['sc50/reporting']})
    expect(besideLedgers(result.messages).map(String)).toEqual([])
    expect(textOf(result, 'sc50/reporting.en.txt')).toContain('Fifth meeting of the Plants Committee')
    expect(textOf(result, 'sc50/reporting.fr.txt')).toContain('Cinquième session du Comité pour les plantes')
    expect(textOf(result, 'sc50/reporting.es.txt')).toContain('Quinta reunión del Comité de Flora')
  })
})

test('the days of a meeting with a break are two events of the calendar', async () => {
  const meetings = readFileSync(join(smallDossier, 'documents/meetings.yaml'), 'utf8')
  const again = '    again: {starts: "2009-07-13", ends: "2009-07-14"}\n'
  const changes = new Map([['documents/meetings.yaml', `${meetings}${again}`]])
  const calendar = textOf(await build({root: smallDossier, changes}), 'deadlines.en.ics')
  for (const line of ['UID:meetings#sc58@', 'DTSTART;VALUE=DATE:20090706', 'DTEND;VALUE=DATE:20090711'])
    expect(calendar).toContain(line)
  for (const line of ['UID:meetings#sc58.2@', 'DTSTART;VALUE=DATE:20090713', 'DTEND;VALUE=DATE:20090715'])
    expect(calendar).toContain(line)
})

describe('docs/meetings.md', () => {
  const page = readFileSync(join(repository, 'docs/meetings.md'), 'utf8')
  const records = page.split('\n').filter((line) => line.startsWith('  - {id: '))

  test('shows joint meetings as the fixture has them, every symbol and every period', () => {
    const meetings = read('documents/meetings.yaml')
    for (const record of records.filter((line) => line.includes('meetings: [')))
      expect(meetings).toContain(record)
    for (const [, symbol] of symbols.filter(([path]) => path !== 'sc50/reporting'))
      expect(page).toContain(symbol)
    for (const name of readdirSync(join(repository, 'templates/profiles')))
      expect(page, name).toContain(`\`${name.replace('.yaml', '')}\``)
  })

  test('prints what it says of a meeting and of a break', async () => {
    const added = records.filter((line) => !line.includes('meetings: ['))
    expect(added.map((line) => /id: (\w+)/.exec(line)?.[1])).toEqual(['sc61', 'ac25'])
    const before = read('documents/meetings.yaml')
    const words = (code: string): [string, string] => [
      `documents/meetings.${code}.yaml`,
      `${read(`documents/meetings.${code}.yaml`)}  sc61: {city: Geneva, country: Switzerland}\n  ac25: {city: Geneva, country: Switzerland}\n`,
    ]
    const changes = new Map([
      ['documents/meetings.yaml', before.replace('joint-meetings:', `${added.join('\n')}\njoint-meetings:`)],
      ...['en', 'fr', 'es'].map(words),
      [
        'documents/sc58/rules/document.yaml',
        read('documents/sc58/rules/document.yaml').replace('meeting: sc58', 'meeting: sc61'),
      ],
      [
        'documents/sc58/rules/body.en.md',
        `${read('documents/sc58/rules/body.en.md')}\n:meeting[sc61], :date[ac25]. ^added\n`,
      ],
    ])
    const result = await build({
      root,
      formats: ['txt'],
      changes,
      documents: ['sc58/rules'],
      languages: ['en'],
    })
    const text = textOf(result, 'sc58/rules.en.txt')
    for (const [, block = ''] of page.matchAll(/^```text\n([\s\S]*?)^```/gm))
      for (const line of block.trim().split('\n')) expect(text).toContain(line)
    for (const [, words = ''] of page.matchAll(/prints \*([^*]+)\*/g)) expect(text).toContain(words)
  })
})
