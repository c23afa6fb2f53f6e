import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'
import {expectedDocuments} from '../support/documents.ts'
import {story} from '../support/story.ts'

// What the index says of each document, read off its markup, beside what the sources say.
interface DocumentYaml {
  meeting: string
  languages: Record<string, string>
  implements?: string[]
  posted?: unknown[]
}

const documents = Object.keys(expectedDocuments).map((path) => ({
  path,
  yaml: parse(readFileSync(join(story, 'documents', path, 'document.yaml'), 'utf8')) as DocumentYaml,
}))
const pageOf = (language: string): string =>
  readFileSync(join(story, 'out', language === 'en' ? 'index.html' : `index.${language}.html`), 'utf8')

/** The addresses between two places of a page. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/ href="([^"]+)"/g)].map((match) => match[1] ?? '')

describe.each(['en', 'fr', 'es'])('the index in %s', (language) => {
  const html = pageOf(language)
  const [meetings = '', rest = ''] = html.slice(html.indexOf('<main')).split('id="steps"')
  const [steps = ''] = rest.split('</table>')

  test('has each document under its meeting, with every file that is there', () => {
    const sections = meetings.split('<h3 id="meeting-').slice(1)
    const seen = sections.flatMap((section) => {
      const meeting = section.slice(0, section.indexOf('"'))
      return section
        .split(/\n<li><p>/)
        .slice(1)
        .map((item) => ({meeting, files: new Set(linksIn(item))}))
    })
    expect(seen.length).toBe(documents.length)
    for (const {path, yaml} of documents) {
      const item = seen.find(({files}) => [...files].some((file) => file.startsWith(`${path}.`)))
      expect(item?.meeting, path).toBe(yaml.meeting)
      const codes = Object.keys(yaml.languages)
      const due = [
        ...codes.flatMap((code) => ['html', 'docx', 'txt'].map((format) => `${path}.${code}.${format}`)),
        ...(codes.length > 1 ? [`bitext/${path}.html`] : []),
      ]
      expect([...(item?.files ?? [])].sort(), path).toEqual(due.sort())
    }
  })

  test('has each document under the provisions that it carries out, in the order of the decisions', () => {
    const rows = steps.split('<tr>').slice(2)
    const labels = rows.map((row) => />([^<]*)<\/th>/.exec(row)?.[1]?.replaceAll('\u00a0', ' '))
    const of = (reference: string): string[] =>
      documents.flatMap(({path, yaml}) => (yaml.implements?.includes(reference) ? [path] : []))
    const letters = ['ask-parties', 'review-replies', 'convene-workshop', 'publish-results', 'report']
    const expected = [
      ...letters.map((id, index) => [`14.35° ${'abcde'[index]})`, of(`secretariat.${id}`)] as const),
      ['14.36°', of('standing-committee')] as const,
    ]
    expect(labels.slice(0, -1)).toEqual(expected.map(([label]) => label))
    for (const [index, [label, paths]] of expected.entries()) {
      const listed = linksIn(rows[index] ?? '').map((link) => link.replace(/\.[a-z]{2}\.html$/, ''))
      expect(listed.sort(), label).toEqual([...paths].sort())
    }
    const others = linksIn(rows.at(-1) ?? '').map((link) => link.replace(/\.[a-z]{2}\.html$/, ''))
    expect(others.sort()).toEqual(documents.flatMap(({path, yaml}) => (yaml.implements ? [] : [path])).sort())
  })
})

test('no page of a document is missing from the index, and no page of the site from its list of pages', () => {
  const all = readdirSync(join(story, 'out'), {recursive: true, encoding: 'utf8'})
  const top = all.filter((path) => /^(?:[a-z]+|dashboard\/index)\.html$/.test(path)).sort()
  expect(top).toEqual([
    'dashboard/index.html',
    'decisions.html',
    'index.html',
    'search.html',
    'translations.html',
  ])
  for (const path of top) if (path !== 'index.html') expect(linksIn(pageOf('en'))).toContain(path)
})
