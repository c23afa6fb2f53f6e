import {createHash} from 'node:crypto'
import {beforeAll, expect, test} from 'vitest'
import {type Built, builtDocuments} from '../support/built.ts'

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

const idsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')

test('every link inside a page has its target, and every id occurs once', () => {
  for (const {name, html} of built) {
    const ids = idsOf(html)
    expect(new Set(ids).size, name).toBe(ids.length)
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(links.length, name).toBeGreaterThan(10)
    expect(
      links.filter((link) => !ids.includes(link)),
      name,
    ).toEqual([])
  }
})

test('the ids of a document are the same in every language, in the same order', () => {
  for (const path of ['cop14/internet-trade', 'sc58/internet-trade']) {
    const pages = built
      .filter((document) => document.name.startsWith(`${path}.`))
      .map(({html}) => idsOf(html))
    expect(pages).toHaveLength(3)
    for (const ids of pages) expect(ids).toEqual(pages[0])
  }
})

test('a page holds no script and nothing from elsewhere, and its policy allows exactly its style sheet', () => {
  for (const {name, html} of built) {
    expect(html, name).not.toMatch(/<(?:script|iframe|object|embed|form|img|svg)\b| on[a-z]+=| style=| src=/i)
    const css = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
    const hash = createHash('sha256').update(css).digest('base64')
    expect(html.replaceAll('&#x27;', "'"), name).toContain(`style-src 'sha256-${hash}'`)
  }
})

test('a page says its language, has one main heading and leads to the other languages', () => {
  for (const {name, html, tree} of built) {
    expect(html, name).toContain(`<html lang="${tree.meta.tag}">`)
    expect(html.match(/<h1\b/g), name).toHaveLength(1)
    for (const {language} of tree.meta.alternatives) {
      if (language !== tree.meta.language)
        expect(html, name).toContain(`href="internet-trade.${language}.html" hreflang=`)
    }
  }
})
