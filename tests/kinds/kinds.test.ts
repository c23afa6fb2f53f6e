import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {type BuildResult, build} from '../../src/index.ts'
import {repository} from '../support/content-root.ts'

// Half a page of each kind of document, in three languages: tests/fixtures/kinds/README.md says what stands where.
// Nothing is said of any of them, so that no rule speaks of words as documents of 1999-2022 have them.
const folder = join(repository, 'tests/fixtures/kinds')
const sets = readdirSync(folder).filter((name) => name !== 'README.md')

/** Names without `.yaml` of the kinds that are shipped. */
const kinds = readdirSync(join(repository, 'templates/kinds')).map((name) => name.replace('.yaml', ''))

/** Files of a folder and all below it that end so, by their paths from there; none where it is not. */
const filesIn = (root: string, end: string): string[] =>
  existsSync(root)
    ? readdirSync(root, {recursive: true, encoding: 'utf8'})
        .filter((path) => path.endsWith(end))
        .sort()
    : []

/** The kind of a document of a root. */
const kindOf = (root: string, path: string): string | undefined =>
  /^kind: (.+)$/m.exec(readFileSync(join(root, 'documents', path, 'document.yaml'), 'utf8'))?.[1]

test('there is a sample of each kind that is shipped', () => {
  const roots = [repository, ...sets.map((name) => join(folder, name))]
  const used = roots.flatMap((root) =>
    filesIn(join(root, 'documents'), 'document.yaml').map((path) => kindOf(root, dirname(path))),
  )
  expect(kinds.filter((kind) => !used.includes(kind))).toEqual([])
})

describe.each(sets)('%s', (name) => {
  const root = join(folder, name)
  let built: BuildResult
  beforeAll(async () => {
    built = await build({root})
  })

  test('are right, and nothing is said of them', () => {
    expect(built.messages.map(({name: place, reason}) => `${place}: ${reason}`)).toEqual([])
  })

  // A document that is circulated in one language has a sample in each.
  test('are in three languages, one by one where a document is in one alone', () => {
    const isAlone = (path: string): boolean => built.documents.filter((one) => one.path === path).length === 1
    const languages = new Map<string, Set<string>>()
    for (const {path, language} of built.documents) {
      const name = isAlone(path) ? `${kindOf(root, path)} in one language` : path
      languages.set(name, (languages.get(name) ?? new Set()).add(language))
    }
    for (const [name, codes] of languages) expect([...codes].sort(), name).toEqual(['en', 'es', 'fr'])
  })

  test('read as the texts beside them', async () => {
    const texts = [...built.outputs].filter(([, {document}]) => document?.format === 'txt')
    for (const [path, {bytes}] of texts)
      await expect(new TextDecoder().decode(bytes), path).toMatchFileSnapshot(join(root, 'expected', path))
    expect(filesIn(join(root, 'expected'), '.txt')).toEqual(texts.map(([path]) => path).sort())
  })

  test('have pages on which the number of a heading hangs before it, and lines of a title stand together', () => {
    for (const [path, {bytes}] of built.outputs) {
      if (!/^[^/]+\/[^/]+\.html$/.test(path)) continue
      const html = new TextDecoder().decode(bytes)
      for (const [, style] of html.matchAll(/<h[23][^>]*?(?: class="([^"]*)")?><a class="num"/g))
        expect(html, path).toMatch(new RegExp(`\\n\\.${style}\\{padding-left:[\\d.]+em\\}`))
      const isTwoLines = html.includes('id="u-subtitle"')
      expect(html.includes('cover-line"'), path).toBe(isTwoLines)
      expect(html.includes('.cover-line{margin-bottom:0}'), path).toBe(isTwoLines)
    }
  })
})
