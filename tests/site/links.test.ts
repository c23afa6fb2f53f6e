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

test('from the index every page, Word file, numbered text and calendar is reached', () => {
  const reached = new Set(['index.html'])
  for (const path of reached)
    for (const link of linksOf(texts.get(path) ?? '')) {
      const [file = ''] = link.split('#')
      if (file !== '' && !/^(?:https?|mailto):/.test(file)) reached.add(normalize(join(dirname(path), file)))
    }
  const due = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(
    (path) => /\.(?:html|docx|txt|ics)$/.test(path) && !path.endsWith('.units.txt'),
  )
  expect(due.filter((path) => !reached.has(path))).toEqual([])
  expect(due.length).toBeGreaterThan(100)
})

test.each([
  ['sc58/agenda.fr', ['sc58/internet-trade.fr.html', 'sc58/comments-on-workshop.en.html']],
  ['sc58/internet-trade.en', ['cop14/internet-trade.en.html', 'index.html#meeting-cop15']],
  ['workshop/report.es', ['workshop/review-of-replies.es.html']],
] as const)('%s leads to its other files, and to all that it names', (name, named) => {
  const [path = '', language] = name.split('.')
  const links = linksOf(texts.get(`${name}.html`) ?? '').map((link) => normalize(join(dirname(path), link)))
  const suffix = language === 'en' ? '' : `.${language}`
  expect(links).toEqual(
    expect.arrayContaining([
      `index${suffix}.html`,
      expect.stringMatching(new RegExp(`^index${suffix.replace('.', '\\.')}\\.html#meeting-`)),
      `bitext/${path}.html`,
      `${name}.docx`,
      `${name}.txt`,
      `decisions${suffix}.html#decision-internet-trade-secretariat`,
      ...named,
    ]),
  )
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
