import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {strFromU8, unzipSync} from 'fflate'
import type {Html, Nodes} from 'mdast'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/diff.ts'
import {jsonDiff, markdownDiff, terminalDiff} from '../../src/diff/index.ts'
import {printed} from '../../src/message/index.ts'
import {ran} from '../support/commands.ts'
import {change, git, gitRoot, newFolder} from '../support/diff/git-root.ts'
import {changedDocument, hostileReport, reportOf} from '../support/diff/report.ts'
import {faultsBySchema} from '../support/output-schema.ts'

// What a reviewer is given: on a terminal, in a comment on a pull request, as data.
let root: string
const diff = (...args: string[]): ReturnType<typeof ran> => ran(run, ['--root', root, ...args])

beforeAll(async () => {
  let top: string
  ;({top, root} = await gitRoot())
  await change(root, 'documents/sc58/bear-trade/body.en.md', (text) =>
    text
      .replace('the size; and', 'the *weight*; and')
      .replace('\n## Recommendations', '\nAnother paragraph, of @octocat. ^put-in\n\n## Recommendations'),
  )
  await change(root, 'documents/sc58/bear-trade/body.fr.md', (text) =>
    text.replace('\n## Recommandations', '\nUn autre paragraphe. ^put-in\n\n## Recommandations'),
  )
  await change(root, 'documents/meetings.yaml', (text) => text.replace('2009-07-10', '2009-07-11'))
  git(top, 'status')
})

test('on a terminal each change has its number, its place and its words', async () => {
  const {out} = await diff('--language', 'en', '--document', 'sc58/bear-trade')
  expect(out.replace(/\([0-9a-f]{10}\)/, '(…)')).toMatchInlineSnapshot(`
    "HEAD (…) → the folder as it stands
    1 document differs for a reader, 0 are the same.

    sc58/bear-trade  SC58 Doc. 12: TRADE IN TOY BEARS
      en
        2. item 3 a)
           the [-size-]{+weight+}; and
        3. paragraph 4 added
           {+Another paragraph, of @octocat.+}
        4. renumbered: paragraph 4 → 5
        1 change follows from facts, below

    Facts
      meetings#sc58 ends: 2009-07-10 → 2009-07-11
        1. sc58/bear-trade en, cover
           Geneva (Switzerland), 6-[-10-]{+11+} July 2009

    Deadlines
      meetings#sc58: 2009-07-06/2009-07-10 → 2009-07-06/2009-07-11

    Sources
      changed: documents/meetings.yaml, documents/sc58/bear-trade/body.en.md,
      documents/sc58/bear-trade/body.fr.md
    "
  `)
})

test('as data it has the form of its schema, and the same bytes each time', async () => {
  const {out, status} = await diff('--format', 'json')
  expect(status).toBe(0)
  expect(faultsBySchema('diff', JSON.parse(out))).toEqual({value: [], examples: []})
  expect((await diff('--format', 'json')).out).toBe(out)
  for (const report of [hostileReport('x'), reportOf({documents: [changedDocument('sc58/a', 2)]})])
    expect(faultsBySchema('diff', JSON.parse(jsonDiff(report))).value).toEqual([])
})

test.each(['terminal', 'markdown', 'html', 'json'])('as %s it is written into a file', async (format) => {
  const file = join(await newFolder(), 'below/diff.txt')
  const {out, status} = await diff('--format', format, '--output', file)
  expect(status).toBe(0)
  expect(out).toMatch(/→ the folder as it stands: 2 documents differ for a reader, 0 are the same\.\n$/)
  // What is printed goes another way and is the same.
  expect(await readFile(file, 'utf8')).toBe((await diff('--format', format)).out)
})

describe('in a comment on a pull request', () => {
  const hostile =
    'a @octocat b@c.org #12 GH-1 o/r#1 o/r@1234567 !3 $4 %5 &6 ~bug :smile: ::warning::x ##[error]x https://evil.example www.evil.example <img src=x onerror=alert(1)> </details></summary> [x](http://y) ![z](q) `code` **b** | 0123456789abcdef0123456789abcdef01234567 \u202e\u0007\n/close\n# h'
  const nodesOf = (markdown: string): Nodes[] => {
    const nodes: Nodes[] = []
    visit(unified().use(remarkParse).parse(markdown), (node) => void nodes.push(node))
    return nodes
  }
  const shownIn = (markdown: string): string =>
    markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))

  test('nothing in it is a command, a mention, a reference, an address or markup of whoever wrote the words', () => {
    const markdown = markdownDiff(hostileReport(hostile))
    const nodes = nodesOf(markdown)
    expect(
      nodes.filter(({type}) =>
        /^(?:link|image|code|heading|thematicBreak|definition|inlineCode|emphasis)/.test(type),
      ),
    ).toEqual([])
    const html = nodes.flatMap((node) => (node.type === 'html' ? [(node as Html).value] : []))
    const tags = html.flatMap((value) => value.match(/<[^>]*>?/g) ?? [])
    expect([...new Set(tags)].sort()).toEqual([
      '</b>',
      '</del>',
      '</details>',
      '</ins>',
      '</summary>',
      '<b>',
      '<del>',
      '<details>',
      '<ins>',
      '<summary>',
    ])
    // As the forge sees it, with its own marks of no width.
    const shown = shownIn(markdown)
    expect(shown).not.toMatch(/@[\w-]|(?<!&)#\w|GH-\d|[!$%&~]\w|:\/\/|www\.|:[a-z:]|[0-9a-f]{7}/i)
    expect(printed(markdown)).toBe(markdown)
    expect(markdown).not.toMatch(/^\s*(?:::|\/|#)/m)
  })

  test('the same holds on a terminal and on a page', () => {
    const report = hostileReport(hostile)
    const text = terminalDiff(report, {width: 80, color: false})
    expect(text).not.toMatch(/[\u202e\u0007]|##\[/)
    // Where a long text is wrapped the one way out looks at what begins a line.
    expect(printed(text)).not.toMatch(/^\s*::/m)
  })

  test('thirty documents take sixty lines at most, what matters most first', () => {
    const documents = Array.from({length: 30}, (_, index) =>
      changedDocument(`sc58/document-${index + 10}`, 12),
    )
    const gone = {...changedDocument('workshop/gone', 0), fate: 'deleted'} as const
    const some = Array.from({length: 9}, (_, index) => index)
    const markdown = markdownDiff(
      reportOf({
        documents: [...documents, gone],
        facts: some.map((index) => ({fact: `a/b#${index}`, file: 'a', path: ['x'], before: '1', after: '2'})),
        tasks: some.map((index) => ({task: `a/${index}`, field: 'status', before: 'x', after: 'y'})),
        deadlines: some.map((index) => ({id: `a#${index}`, kind: 'task', after: 'y'})),
        translations: some.map((index) => ({folder: 'f', language: 'fr', unit: `u${index}`, after: 'stale'})),
        templates: some.map((index) => ({path: `templates/${index}.yaml`, kind: 'changed'})),
      }),
    )
    const lines = markdown.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(60)
    expect(lines[2]).toBe('- **workshop/gone** deleted')
    expect(lines.filter((line) => line.startsWith('- **sc58/document-'))).toHaveLength(30)
    expect(lines[3]).toBe(
      '- **sc58/document-&#8203;10** all languages: paragraph 1: Some <del>words</del><ins>words and more</ins>; and 11 changes more',
    )
    expect(lines).toContain('- … and 8 more.')
  })

  test('two hundred documents take sixty lines, and the rest is counted', () => {
    const documents = Array.from({length: 200}, (_, index) =>
      changedDocument(`sc58/document-${index + 100}`, 1),
    )
    const lines = markdownDiff(reportOf({documents})).trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(60)
    expect(lines.at(-1)).toMatch(/^- … and 14\d documents more\.$/)
  })

  test('sixty lines of nothing but signs are no longer than a forge takes', () => {
    const text = '@#'.repeat(20_000)
    const documents = Array.from({length: 9}, (_, index) => ({
      ...changedDocument(`sc58/document-${index}`, 9, text),
      symbol: text,
    }))
    const markdown = markdownDiff(reportOf({...hostileReport(text), documents}))
    expect(markdown.length).toBeLessThan(65_536)
    expect(markdown.trimEnd().split('\n').length).toBeLessThanOrEqual(60)
  })

  test('a document with several changes is folded, with its changes on lines of their own', async () => {
    expect((await diff('--format', 'markdown')).out).toMatchInlineSnapshot(`
      "**2 documents differ for a reader, 0 are the same** (HEAD → the folder as it stands).

      <details><summary><b>sc58/bear-trade</b> SC58 Doc. 12: 2 changes follow from facts; 3 changes</summary>

      - en: item 3 a&#41;: the <del>size</del><ins>weight</ins>; and
      - all languages: paragraph 4 added: <ins>Another paragraph, of &#64;&#8203;octocat.</ins>
      - all languages: renumbered: paragraph 4 → 5

      </details>

      - **sc58/otter-trade** 2 changes follow from facts

      **Facts**
      - meetings&#35;&#8203;sc58 ends: 2009-07-10 → 2009-07-11 &#40;4 sentences follow&#41;

      **Deadlines**
      - meetings&#35;&#8203;sc58: 2009-07-06/2009-07-10 → 2009-07-06/2009-07-11

      **Translations to be looked at**
      - documents/sc58/bear-trade fr: body&#35;&#8203;report-size is stale
      "
    `)
  })
})

test('as Word files with revisions, by the author and on the day of the document, or of whoever is named', async () => {
  const folder = await newFolder()
  const {status, err} = await diff('--docx', folder, '--document', 'sc58/bear-trade')
  expect(status).toBe(0)
  expect(err).toContain(`2 Word files with revisions in ${folder}`)
  const file = join(folder, 'sc58/bear-trade.en.docx')
  const revisions = async (): Promise<string[]> => {
    const xml = strFromU8(unzipSync(await readFile(file))['word/document.xml'] ?? new Uint8Array())
    return [...xml.matchAll(/<w:(?:ins|del) [^>]*w:author="([^"]*)" w:date="([^"]*)"/g)].map((match) =>
      match.slice(1).join(' '),
    )
  }
  expect([...new Set(await revisions())]).toEqual(['Secretariat 2009-05-07T00:00:00Z'])
  await diff('--docx', folder, '--author', 'A & B', '--date', '2009-06-01')
  expect([...new Set(await revisions())]).toEqual(['A &amp; B 2009-06-01T00:00:00Z'])
})

test('a day that is none is refused before anything is compared', async () => {
  const {status, err} = await diff('--docx', 'x', '--date', '2009-02-30')
  expect(status).toBe(2)
  expect(err).toContain('“--date 2009-02-30” is no day.')
})
