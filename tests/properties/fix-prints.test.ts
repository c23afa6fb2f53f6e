import {readdirSync, readFileSync} from 'node:fs'
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {checkWordsOf} from '../../src/content.ts'
import {fixWords} from '../../src/fix/index.ts'

// Every case of the rules and of Markdown as a document of its own in one dossier, mended at once: what prints is what
// printed before, but for the spaces and marks of the lines of which something was said.
const fixtures = fileURLToPath(new URL('../fixtures', import.meta.url))

/** Bodies of the cases, by the name of their document, with their language. */
const bodies = new Map(
  ['rules', 'markdown'].flatMap((kind) =>
    readdirSync(join(fixtures, kind), {recursive: true, encoding: 'utf8'})
      .filter((name) => /(?:^|\/)input\.[a-z]{2}\.md$/.test(name))
      .sort()
      .map((name, index) => [
        `${kind}-${index}`,
        {
          language: /\.([a-z]{2})\.md$/.exec(name)?.[1] ?? '',
          text: readFileSync(join(fixtures, kind, name), 'utf8'),
        },
      ]),
  ),
)

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-fix-prints-'))
  await cp(join(fixtures, 'release'), root, {recursive: true})
  const yaml = await readFile(join(root, 'documents/sc58/internet-trade/document.yaml'), 'utf8')
  for (const [name, {language, text}] of bodies) {
    const folder = join(root, 'documents/sc58', name)
    await mkdir(folder)
    const own = yaml
      .replace(/^symbol: .*$/m, 'symbol: {number: null, revision: null}')
      .replace(/^original: .*$/m, `original: ${language}`)
      .replace(/^languages: .*$/m, `languages: {${language}: complete}`)
      .replace(/^annexes: .*$/m, '')
    await writeFile(join(folder, 'document.yaml'), own)
    await writeFile(join(folder, `body.${language}.md`), `---\ntitle: A case\n---\n\n${text}`)
  }
})
afterAll(() => rm(root, {recursive: true}))

const pathOf = (name: string): string => `documents/sc58/${name}/body.${bodies.get(name)?.language}.md`

/** What a mend never changes: letters, digits, escaped signs, what stands between brackets and braces. */
const withoutMarks = (line: string): string => line.normalize('NFKC').replace(/(?<!\\)[\s.,:;!?–—-]+/g, '')

test('a line of which nothing is said stays as it is, and of the others only spaces and marks change', async () => {
  const said = new Map<string, Set<number>>()
  for (const {file = '', line = 0, fix} of await checkWordsOf({root})) {
    if (fix) said.set(file, (said.get(file) ?? new Set()).add(line))
  }
  const before = new Map<string, string>()
  for (const name of bodies.keys()) before.set(name, await readFile(join(root, pathOf(name)), 'utf8'))
  const mended = await fixWords(root, [])
  expect(mended.length).toBeGreaterThan(10)
  const wrong: string[] = []
  for (const [name, text] of before) {
    const after = (await readFile(join(root, pathOf(name)), 'utf8')).split('\n')
    for (const [index, line] of text.split('\n').entries()) {
      const isSaid = said.get(pathOf(name))?.has(index + 1) ?? false
      const isSame = isSaid ? withoutMarks(after[index] ?? '') === withoutMarks(line) : after[index] === line
      if (!isSame) wrong.push(`${name}:${index + 1} ${line} → ${after[index]}`)
    }
    expect(after.length).toBe(text.split('\n').length)
  }
  expect(wrong).toEqual([])
  expect(await fixWords(root, [])).toEqual([])
})
