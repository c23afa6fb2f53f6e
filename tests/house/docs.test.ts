import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

// A page is read when it is short and its links lead somewhere. What the house is stands in ARCHITECTURE.md, why it is so
// in docs/reasons/.

const mostWords = 1900

const pages = new Map(
  [
    ...readdirSync(repository),
    ...readdirSync(join(repository, 'docs'), {recursive: true, encoding: 'utf8'}).map(
      (name) => `docs/${name.replaceAll('\\', '/')}`,
    ),
  ]
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => [path, readFileSync(join(repository, path), 'utf8')]),
)

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** A page without its code, which may show links that lead nowhere. */
const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```$/gm, '').replace(/^ {4}.*$|`[^`\n]*`/gm, '')

/** Anchors of the headings of a page, as code hosts make them. */
function anchorsIn(text: string): Set<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)) {
    const words = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '')
    const anchor = words.trim().replaceAll(' ', '-')
    let number = 0
    while (anchors.has(number === 0 ? anchor : `${anchor}-${number}`)) number++
    anchors.add(number === 0 ? anchor : `${anchor}-${number}`)
  }
  return anchors
}

/** Relative links of a page that lead to no file, or to no heading of it. */
function brokenLinks(path: string, text: string, exists: (path: string) => boolean): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return []
    const [file = '', heading] = target.split('#')
    const found = file === '' ? path : posix.join(posix.dirname(path), file)
    if (!exists(found)) return [`${path}: ${target} leads to no file`]
    const anchors = heading === undefined ? undefined : anchorsIn(pages.get(found) ?? text)
    return anchors && !anchors.has(heading ?? '') ? [`${path}: ${target} leads to no heading`] : []
  })
}

const isThere = (path: string): boolean => existsSync(join(repository, path))

test(`ARCHITECTURE.md has ${mostWords} words at most`, () => {
  expect(wordsIn(pages.get('ARCHITECTURE.md') ?? '')).toBeLessThanOrEqual(mostWords)
  expect(wordsIn(' One  word\nand | two ')).toBe(5)
})

test('every relative link of a page leads to a file and a heading that are there', () => {
  expect(pages.size).toBeGreaterThan(60)
  expect([...pages].flatMap(([path, text]) => brokenLinks(path, text, isThere))).toEqual([])
})

test('a link that leads nowhere is found', () => {
  const text =
    '# A page\n\n## Facts of “your” own\n\n## A page\n\n[a](none.md) [b](#a-page-1) [c](#b) [d](https://x.org/y.md)\n\n    [e](code.md)\n\n`[f](code.md)` [g](facts.md#why-quotation-marks) [h](facts.md#why) [i](#facts-of-your-own)'
  expect(brokenLinks('docs/a.md', text, (path) => path === 'docs/a.md' || isThere(path))).toEqual([
    'docs/a.md: none.md leads to no file',
    'docs/a.md: #b leads to no heading',
    'docs/a.md: facts.md#why leads to no heading',
  ])
})

test('the index of reasons lists every page, and ARCHITECTURE.md leads to each', () => {
  const names = readdirSync(join(repository, 'docs/reasons')).filter((name) => name !== 'README.md')
  const index = pages.get('docs/reasons/README.md') ?? ''
  const listed = [...index.matchAll(/^\| \[([a-z-]+)\]\(\1\.md\) \| .+ \|$/gm)].map(
    ([, name]) => `${name}.md`,
  )
  expect(listed).toEqual(names.sort())
  const linked = withoutCode(pages.get('ARCHITECTURE.md') ?? '')
  expect(names.filter((name) => !linked.includes(`(docs/reasons/${name}`))).toEqual([])
})

test('the page of libraries says what each package is for', () => {
  const {dependencies, devDependencies} = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  const table = pages.get('docs/reasons/libraries.md') ?? ''
  const told = new Set([...table.matchAll(/@?[a-z0-9][a-z0-9./-]*[a-z0-9]/g)].map(([name]) => name))
  const names = Object.keys({...dependencies, ...devDependencies})
  // Types belong to the package that they describe.
  const needed = names.filter((name) => !name.startsWith('@types/') || name === '@types/sarif')
  expect(needed.filter((name) => !told.has(name))).toEqual([])
  expect(told.has('left-pad')).toBe(false)
})
