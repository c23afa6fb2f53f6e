import {createHash} from 'node:crypto'
import type {Node} from 'unist'
import {visit} from 'unist-util-visit'
import {beforeAll, expect, test} from 'vitest'
import type {CrossReference, DocumentTree} from '../../src/tree/index.ts'
import {type Built, builtDocuments} from '../support/built.ts'
import {expectedDocuments} from '../support/documents.ts'

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

const idsOf = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')

/** Links that a page must have: to its text, and one for each label, note and reference that leads somewhere. */
function linksOf(tree: DocumentTree): number {
  let links = 1
  visit(tree as Node, (node) => {
    const {label, unit} = node as {label?: string; unit?: string}
    // To the note, and from the note back.
    if (node.type === 'footnoteReference') links += 2
    else if (node.type === 'crossReference') links += (node as CrossReference).links?.at(-1)?.unit ? 1 : 0
    else if (label && unit && node.type !== 'part' && node.type !== 'note') links += 1
  })
  return links
}

test('every label and every reference is a link, each link has its target, and every id occurs once', () => {
  for (const {name, html, tree} of built) {
    const ids = idsOf(html)
    expect(new Set(ids).size, name).toBe(ids.length)
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(links.length, name).toBe(linksOf(tree))
    expect(
      links.filter((link) => !ids.includes(link)),
      name,
    ).toEqual([])
  }
})

test('the ids of a document are the same in every language, in the same order', () => {
  for (const path of new Set(built.map((document) => document.path))) {
    const pages = built.filter((document) => document.path === path).map(({html}) => idsOf(html))
    expect(pages, path).toHaveLength(expectedDocuments[path]?.languages.length ?? 0)
    for (const ids of pages) expect(ids, path).toEqual(pages[0])
  }
})

// That the file and the record exist is held by tests/facts/leads-back.test.ts.
test('every value made from a fact names the file and the record it comes from', () => {
  for (const {name, html, tree} of built) {
    const facts: string[] = []
    visit(tree as Node, 'factValue', (node: Node & {fact: string}) => void facts.push(node.fact))
    const titles = [...html.matchAll(/<span class="fact" title="([^"]*)"/g)].map((match) => match[1] ?? '')
    expect(titles, name).toEqual(facts)
    expect(facts, name).not.toEqual([])
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
  for (const {name, path, html, tree} of built) {
    expect(html, name).toContain(`<html lang="${tree.meta.tag}">`)
    expect(html.match(/<h1\b/g), name).toHaveLength(1)
    expect(tree.meta.alternatives.map(({language}) => language).sort(), name).toEqual(
      expectedDocuments[path]?.languages,
    )
    for (const {language} of tree.meta.alternatives) {
      if (language !== tree.meta.language)
        expect(html, name).toContain(`<a href="${path.split('/')[1]}.${language}.html" hreflang=`)
    }
  }
})
