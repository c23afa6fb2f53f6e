import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join, normalize} from 'node:path'
import {expect, test} from 'vitest'
import {story} from '../support/story.ts'

// Every link of every page of out/ leads to a file that is there, and to an id that is in it.
const folder = join(story, 'out')
const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((path) =>
  path.endsWith('.html'),
)
const texts = new Map(pages.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
const ids = new Map(
  [...texts].map(([path, text]) => [
    path,
    new Set([...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])),
  ]),
)

/** Addresses in the markup; those that a script holds are looked at in a browser. */
const linksOf = (text: string): string[] =>
  [...text.replace(/<script>.*<\/script>/s, '').matchAll(/ href="([^"]*)"/g)].map((match) => match[1] ?? '')

test('every link leads to a file and an id that are there, and no address is absolute', () => {
  const broken: string[] = []
  let seen = 0
  for (const [path, text] of texts) {
    for (const link of linksOf(text)) {
      if (/^(?:https?|mailto):/.test(link)) continue
      seen += 1
      const [file = '', id] = link.split('#')
      const target = file === '' ? path : normalize(join(dirname(path), file))
      const isThere = !file.startsWith('/') && existsSync(join(folder, target))
      if (!isThere || (id !== undefined && !ids.get(target)?.has(id))) broken.push(`${path}: ${link}`)
    }
  }
  expect(broken).toEqual([])
  expect(seen).toBeGreaterThan(5000)
})

test('every id of a page occurs once in it', () => {
  for (const [path, text] of texts) {
    const all = [...text.replace(/<script>.*<\/script>/s, '').matchAll(/ id="([^"]+)"/g)].map(
      (match) => match[1],
    )
    expect(all.length, path).toBe(new Set(all).size)
  }
})

test('only the pages of the search hold a script, one each, which their policy allows by its hash', () => {
  for (const [path, text] of texts) {
    const scripts = text.match(/<script\b/g)?.length ?? 0
    const isSearch = /^search(?:\.[a-z]{2})?\.html$/.test(path)
    expect({path, scripts, isAllowed: text.includes('script-src')}).toEqual({
      path,
      scripts: isSearch ? 1 : 0,
      isAllowed: isSearch,
    })
  }
})
