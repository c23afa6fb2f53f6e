import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {largeSite, perMeeting} from '../support/large-site.ts'
import {searchOf} from '../support/search.ts'

// A dossier that is too large for one page: its pages are divided by meeting, and its search by folder.
let site: Map<string, string>
beforeAll(async () => {
  site = await largeSite()
})

const page = (path: string): string => site.get(path) ?? ''

describe('a dossier with more documents than a page holds', () => {
  test('has an index that leads to a list for each meeting, in the order of their numbers', () => {
    const lists = [...site.keys()].filter((path) => path.startsWith('meetings/'))
    expect(lists.sort()).toEqual([
      'meetings/cop14/1.fr.html',
      'meetings/cop14/1.html',
      'meetings/sc58/1.fr.html',
      'meetings/sc58/1.html',
    ])
    expect(page('index.html')).toContain('id="meeting-sc58"')
    expect(page('index.html')).toContain('href="meetings/sc58/1.html"')
    expect(page('index.html')).not.toContain('sc58/d1.en.html')
    const numbers = [...page('meetings/sc58/1.fr.html').matchAll(/<li><p>SC58\D*(\d+)<\/p>/g)]
    expect(numbers.map(([, number]) => Number(number))).toEqual(
      Array.from({length: perMeeting}, (_, index) => index + 1),
    )
  })

  test('leads nowhere to a file that is not there', () => {
    const isOfDocument = /^(?:sc58|cop14)\/d\d+\.(?:en|fr)\.(?:html|docx|txt)$/
    for (const path of ['index.html', 'index.fr.html', 'meetings/sc58/1.html', 'meetings/cop14/1.fr.html']) {
      const links = [...page(path).matchAll(/ href="([^"#]+)/g)].map(([, href = '']) =>
        join(path, '..', href),
      )
      expect(links.filter((link) => !site.has(link) && !isOfDocument.test(link))).toEqual([])
    }
  })

  test('has a page of decisions that leads to those of each subject, under the ids that they have there', () => {
    const lists = [...site.keys()].filter((path) => path.startsWith('decisions/'))
    const links = [
      ...page('decisions.html').matchAll(/<li id="(decision-[^"]+)"><a href="([^"#]+)#([^"]+)">/g),
    ]
    expect(new Set(links.map(([, , href]) => href))).toEqual(
      new Set(lists.filter((path) => !path.endsWith('.fr.html'))),
    )
    expect(links.length).toBeGreaterThan(0)
    for (const [, id, href = '', target] of links) {
      expect(target).toBe(id)
      expect(page(href)).toContain(` id="${id}"`)
    }
  })

  test('has a search that reads files of out/, which its policy allows to nothing but its script', () => {
    const html = page('search.fr.html')
    expect(html).toMatch(/script-src &#x27;sha256-[^;]+&#x27; &#x27;strict-dynamic&#x27;;/)
    const {files, documents, find} = searchOf(html, page)
    expect(files).toEqual(
      [...site.keys()].filter((path) => path.startsWith('search/') && path.endsWith('.fr.js')).sort(),
    )
    expect(documents.length).toBe(2 * perMeeting)
    expect(find('SC58 7').shown[0]?.document.href).toBe('sc58/d6.fr.html')
  })

  test('has none of these pages where they are not wanted, and the same calendars and register', async () => {
    const without = await largeSite(new Map(), false, false)
    expect([...without.keys()].sort()).toEqual(['deadlines.en.ics', 'deadlines.fr.ics', 'register.json'])
    for (const [path, text] of without) expect(text, path).toBe(page(path))
  })

  test('is the same whatever the order of its documents, and an edited one changes the parts of its meeting alone', async () => {
    const edited = await largeSite(new Map([['sc58/d5', 'Trade in toy owls']]), true)
    const changed = [...edited].flatMap(([path, text]) => (text === page(path) ? [] : [path]))
    expect([...edited.keys()].sort()).toEqual([...site.keys()].sort())
    expect(changed.filter((path) => /\.(?:html|js)$/.test(path)).sort()).toEqual([
      'meetings/sc58/1.html',
      'search/sc58/1.js',
    ])
  })
})
