import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type BuildResult, build, check} from '../../src/index.ts'
import {formats} from '../../src/render/index.ts'
import type {CrossReference, DocumentTree} from '../../src/tree/index.ts'
import {visit, visitLabelled} from '../../src/tree/index.ts'
import {checkedProject} from '../support/built.ts'
import {repository} from '../support/content-root.ts'
import {story} from '../support/story.ts'

// What a reviewer's diff shows: a unit a line, and nothing that is counted.

const unitsOf = async (tree: DocumentTree): Promise<string> => {
  const {styles, numbering} = (await checkedProject()).dossier.templates
  const bytes = await formats.get('units')?.render({tree, styles, numbering})
  return new TextDecoder().decode(bytes)
}

describe('the lines of the SC58 report', () => {
  const lines = readFileSync(join(story, 'out/sc58/internet-trade.en.units.txt'), 'utf8')
    .replaceAll('\u00a0', ' ')
    .split('\n')
  test.each([
    ['= SC58 Doc. XX: INTERNET TRADE IN SPECIMENS OF CITES-LISTED SPECIES'],
    ['== body: SC58 Doc. XX – p.'],
    ['# mandate: Mandate'],
    ['decision-secretariat: 14.35° The Secretariat shall:'],
    ['  problem-time: offers that were withdrawn before an enforcement officer could act; and'],
    ['  participation.management-authorities.attendance: See paragraph {wildlife-authorities}'],
    ['  replies.africa.parties: 4'],
  ])('have %s', (line) => expect(lines).toContain(line))
})

test('no label and no result of a reference is in them: with other numbers they are the same', async () => {
  const {compositions} = await checkedProject()
  for (const {tree} of compositions) {
    const other = structuredClone(tree)
    let count = 0
    visitLabelled(other, (node) => {
      node.label = `label ${count++}`
    })
    visit(other, 'crossReference', (node: CrossReference) => {
      for (const link of node.links ?? []) if (link.unit !== undefined) link.label = `result ${count++}`
    })
    expect(await unitsOf(other)).toBe(await unitsOf(tree))
  }
})

/** Lines that differ between the committed units of all documents and those of changed sources. */
async function changedLines(changes: Record<string, (text: string) => string>): Promise<string[]> {
  const edited = Object.entries(changes).map(([path, change]) => {
    const text = readFileSync(join(story, path), 'utf8')
    expect(change(text)).not.toBe(text)
    return [path, change(text)] as const
  })
  const {compositions} = await check({root: story, changes: new Map(edited)})
  const lines: string[] = []
  for (const {plan, language, tree} of compositions) {
    const file = join(story, `out/${plan.path}.${language.code}.units.txt`)
    const before = new Set(readFileSync(file, 'utf8').split('\n'))
    const after = (await unitsOf(tree)).split('\n')
    lines.push(...after.filter((line) => !before.has(line)))
    lines.push(...[...before].filter((line) => !after.includes(line)).map((line) => `gone: ${line}`))
  }
  return lines
}

test('a word changes one line of all of them: what was and what is', async () => {
  const body = 'documents/sc58/internet-trade/body.en.md'
  const lines = await changedLines({
    [body]: (text) => text.replace('were asked to reply', 'were requested to reply'),
  })
  expect(lines).toEqual([
    expect.stringMatching(/^notification-issued: .* were requested to reply /),
    expect.stringMatching(/^gone: notification-issued: .* were asked to reply /),
  ])
})

test('a paragraph in the middle of the report in three languages changes three lines', async () => {
  const insert = (text: string): string =>
    text.replace(/(?=^## .* \^review-and-funding$)/m, 'A new paragraph. ^new-paragraph\n\n')
  const lines = await changedLines(
    Object.fromEntries(
      ['en', 'fr', 'es'].map((code) => [`documents/sc58/internet-trade/body.${code}.md`, insert]),
    ),
  )
  expect(lines).toEqual(Array(3).fill('new-paragraph: A new paragraph.'))
})

describe('a picture, a note, an amendment', () => {
  let built: BuildResult
  beforeAll(async () => {
    built = await build({
      root: join(repository, 'tests/fixtures/constructs'),
      documents: ['cop15/pictures', 'cop15/revision'],
      languages: ['en'],
      formats: ['units'],
    })
  })
  const linesIn = (name: string): string[] =>
    new TextDecoder().decode(built.outputs.get(`cop15/${name}.en.units.txt`)?.bytes).split('\n')

  test('a picture is told by its description and its bytes', () => {
    expect(linesIn('pictures')).toContainEqual(expect.stringMatching(/^[a-z-]+: \[.+\] \([0-9a-f]{12}\)$/))
  })
  test('new and struck words stand between marks', () => {
    const lines = linesIn('revision')
    expect(lines).toContainEqual(expect.stringContaining('[+'))
    expect(lines).toContainEqual(expect.stringContaining('[-'))
  })
})
