import {statSync} from 'node:fs'
import {join} from 'node:path'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {beforeAll, describe, expect, test} from 'vitest'
import {reportMisquoted} from '../../src/check/rules/quotation-verbatim.ts'
import type {Composition} from '../../src/compose/index.ts'
import {type BuildResult, build} from '../../src/index.ts'
import {caps, load} from '../../src/load/index.ts'
import {formsWith, validateTree} from '../../src/validate/index.ts'
import {repository, type Sources, sourcesOf} from '../support/content-root.ts'
import {allOutputs} from '../support/documents.ts'
import {story} from '../support/story.ts'

// Each cap: what is just within it passes, one more is refused by its rule.
const fixtures = join(repository, 'tests/fixtures')
type Cap = keyof typeof caps
const body = 'documents/sc58/bears/body.en.md'
const facts = 'documents/decisions/bears/tasks.en.yaml'
const head = '---\ntitle: x\n---\n\n'

const table = (columns: number, rows: number): string => {
  const row = (cell: string): string => `|${` ${cell} |`.repeat(columns)}`
  return `${head}:::table[Bears]{id=bears}\n${row('a')}\n${row('-')}\n${`${row('b')}\n`.repeat(rows - 1)}:::\n`
}

/** Text of a file with so much of what the cap counts. */
const makers: Partial<Record<Cap, {path: string; of: (count: number) => string}>> = {
  yamlBytes: {path: facts, of: (count) => `a: b\n${'# comment\n'.repeat(count)}`.slice(0, count)},
  markdownBytes: {path: body, of: (count) => `${head}${'Words.\n\n'.repeat(count)}`.slice(0, count)},
  yamlLineBytes: {path: facts, of: (count) => `a: b\n#${'c'.repeat(count - 1)}\n`},
  markdownLineBytes: {path: body, of: (count) => `${head}${'c'.repeat(count)}\n`.replace('\n\n', '\n\n')},
  yamlTextBytes: {path: facts, of: (count) => `a: ${'c'.repeat(count)}\n`},
  yamlMarks: {path: facts, of: (count) => `a: b\n#${',\n#'.repeat(count - 1)}\n`},
  yamlDepth: {path: facts, of: (count) => `a: ${'['.repeat(count - 1)}b${']'.repeat(count - 1)}\n`},
  yamlKeys: {path: facts, of: (count) => Array.from({length: count}, (_, at) => `k${at}: b\n`).join('')},
  runBytes: {
    path: body,
    of: (count) => `${head}${'seven b\n'.repeat(count / 8)}`.slice(0, head.length + count),
  },
  tableRunBytes: {path: body, of: (count) => `${head}| a |\n| - |\n${'| bbb |\n'.repeat((count - 12) / 8)}`},
  marksInRun: {path: body, of: (count) => `${head}${'(\n'.repeat(count)}`},
  containersOnLine: {path: body, of: (count) => `${head}${'> '.repeat(count)}a\n`},
  containersInFile: {path: body, of: (count) => `${head}${'1. a\n\n'.repeat(count)}`},
  indentColumns: {path: body, of: (count) => `${head}${' '.repeat(count)}a\n`},
  openFences: {
    path: body,
    // Each with one colon more than those inside.
    of: (count) => {
      const colons = Array.from({length: count}, (_, at) => ':'.repeat(count + 2 - at))
      const close = colons.toReversed().map((one) => `${one}\n`)
      return `${head}${colons.map((one) => `${one}example\n`).join('')}a\n${close.join('')}`
    },
  },
  underlines: {path: body, of: (count) => `${head}${'a\n---\n\n'.repeat(count)}`},
  notes: {
    path: body,
    of: (count) => head + Array.from({length: count}, (_, at) => `[^n${at}]: a\n\n`).join(''),
  },
  tableColumns: {path: body, of: (count) => table(count, 2)},
  tableRows: {path: body, of: (count) => table(2, count)},
  tableCells: {path: body, of: (count) => table(20, count / 20)},
  linkCharacters: {path: body, of: (count) => `${head}[a](https://${'b'.repeat(count - 8)})\n`},
  elementDepth: {path: body, of: (count) => `${head}${'*a '.repeat(count)}a${' a*'.repeat(count)}\n`},
}
/** How many more is one too many, where that is not one. */
const steps: Partial<Record<Cap, number>> = {runBytes: 8, tableRunBytes: 8, tableCells: 20}
/** What else a file holds that is counted: paragraph and words above and below, the end of the front matter. */
const own: Partial<Record<Cap, number>> = {elementDepth: 2, underlines: 1}
/** Caps that are looked at elsewhere, and where. */
const elsewhere: Partial<Record<Cap, string>> = {
  files: 'tests/hostile/files.test.ts',
  folderBytes: 'tests/hostile/files.test.ts',
  folderDepth: 'tests/hostile/files.test.ts',
  pathBytes: 'tests/hostile/files.test.ts',
  madePieces: 'tests/hostile/bombs.test.ts',
  namedPieces: 'tests/hostile/bombs.test.ts',
  comparedWords: 'tests/hostile/bombs.test.ts',
  elements: 'a file within the other caps has at most a third of it',
  sheetBytes: 'tests/commands/table.test.ts',
  sheetCellCharacters: 'tests/commands/table.test.ts',
  manifestBytes: 'tests/hostile/manifests.test.ts',
  outputBytes: 'a document within the other caps stays below it',
  pictureBytes: 'tests/hostile/pictures.test.ts',
  picturePixels: 'tests/picture/hostile.test.ts',
  pictureSide: 'tests/picture/hostile.test.ts',
  documentPixels: 'tests/hostile/pictures.test.ts',
  allPixels: 'tests/hostile/pictures.test.ts',
  pictures: 'tests/hostile/pictures.test.ts',
  documentPictureBytes: 'tests/hostile/pictures.test.ts',
  allPictureBytes: 'tests/hostile/pictures.test.ts',
}

function rulesOf(path: string, text: string): string[] {
  const {sources, messages} = load(new Map([[path, new TextEncoder().encode(text)]]))
  const source = sources.get(path)
  const ofTree =
    source?.kind === 'markdown'
      ? validateTree(source.tree, {path, text: String(source.file)}, formsWith([]))
      : []
  return [...messages, ...ofTree].map(({ruleId}) => String(ruleId))
}

test('every cap is looked at here, or it is said where', () => {
  expect([...Object.keys(makers), ...Object.keys(elsewhere)].sort()).toEqual(Object.keys(caps).sort())
})

describe.each(Object.entries(makers))('%s', (name, {path, of}) => {
  const {most, rule} = caps[name as Cap]
  const within = most - (own[name as Cap] ?? 0)

  test('is no fault where it is just reached', () => {
    expect(rulesOf(path, of(within))).not.toContain(rule)
  })

  test('is a fault of its rule one further', () => {
    expect(rulesOf(path, of(within + (steps[name as Cap] ?? 1)))).toContain(rule)
  })
})

describe('the longest of the real sources', () => {
  let base: Sources
  let built: BuildResult[]
  beforeAll(async () => {
    base = await sourcesOf(story)
    // With the longest text in force, the longest quotations, and one of each construct.
    const roots = [story, ...['amend', 'quoted', 'constructs'].map((name) => join(fixtures, name))]
    built = await Promise.all(roots.map((root) => build({root, formats: ['txt']})))
  })
  const all = (): Composition[] => built.flatMap(({compositions}) => compositions)
  const longest = (texts: Iterable<string>, measure: (text: string) => number): number =>
    Math.max(...[...texts].map(measure))
  const count =
    (pattern: RegExp) =>
    (text: string): number =>
      text.match(pattern)?.length ?? 0
  const largestFolder = (texts: ReadonlyMap<string, string>): number => {
    const sums = new Map<string, number>()
    for (const [path, text] of texts) {
      const folder = path.split('/').slice(0, -1).slice(0, 3).join('/')
      sums.set(folder, (sums.get(folder) ?? 0) + Buffer.byteLength(text))
    }
    return Math.max(...sums.values())
  }
  const runs = (text: string): string[] => text.split(/\n[ \t]*\n/)
  const mostKeys = (value: unknown): number => {
    if (typeof value !== 'object' || value === null) return 0
    const below = Object.values(value)
    return Math.max(Array.isArray(value) ? 0 : below.length, ...below.map(mostKeys))
  }
  const compared = ({compositions, dossier}: BuildResult): number[] =>
    compositions.map((composition) => {
      const one = new Map([[composition.language.code, composition]])
      const {templates, texts} = dossier
      const {plan} = composition
      return reportMisquoted({plan, compositions: one, isFinal: false, templates, texts}, () => undefined)
    })
  const nodesOf = (tree: Node): number => {
    let nodes = 0
    visit(tree, () => void nodes++)
    return nodes
  }

  test('uses at most a quarter of each cap on bytes, marks, cells and elements', () => {
    const texts = [...base.loaded.texts]
    const markdown = texts.filter(([path]) => path.endsWith('.md')).map(([, text]) => text)
    const yaml = texts.filter(([path]) => path.endsWith('.yaml')).map(([, text]) => text)
    const lines = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split('\n'))
    const used: Partial<Record<Cap, number>> = {
      yamlBytes: longest(yaml, Buffer.byteLength),
      markdownBytes: longest(markdown, Buffer.byteLength),
      folderBytes: largestFolder(base.loaded.texts),
      yamlLineBytes: longest(lines(yaml), Buffer.byteLength),
      markdownLineBytes: longest(lines(markdown), Buffer.byteLength),
      yamlTextBytes: longest(lines(yaml), Buffer.byteLength),
      yamlMarks: longest(yaml, count(/[:,[{-]/g)),
      runBytes: longest(
        markdown.flatMap(runs).filter((run) => !run.includes('|--')),
        Buffer.byteLength,
      ),
      tableRunBytes: longest(markdown.flatMap(runs), Buffer.byteLength),
      marksInRun: longest(
        markdown.flatMap(runs).filter((run) => !run.includes('|--')),
        count(/[[\](*_~<&`]/g),
      ),
      containersInFile: longest(markdown, count(/^\s*\d+\. /gm)),
      notes: longest(markdown, count(/^\[\^/gm)),
      tableRows: longest(markdown.flatMap(runs), count(/^\|/gm)),
      tableCells: longest(markdown.flatMap(runs), count(/\|/g)),
      yamlKeys: Math.max(...[...base.loaded.sources.values()].map(({data}) => mostKeys(data.value))),
      elements: Math.max(...all().map(({tree}) => nodesOf(tree))),
      madePieces: Math.max(...all().map(({made}) => made.pieces)),
      namedPieces: Math.max(...all().map(({made}) => made.mostWithin)),
      comparedWords: Math.max(...built.flatMap(compared)),
      outputBytes: Math.max(...allOutputs.map((path) => statSync(join(story, 'out', path)).size)),
    }
    const shares = Object.entries(used).map(
      ([name, value]) => [name, value / caps[name as Cap].most] as const,
    )
    expect(shares.filter(([, share]) => share > 0.25)).toEqual([])
    expect(shares.filter(([, share]) => share === 0).map(([name]) => name)).toEqual([])
  })
})
