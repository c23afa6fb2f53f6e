import {readFileSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type BuildResult, build, write} from '../../src/index.ts'
import {bytesOf, fixtureRoot} from '../support/fixture-root.ts'

// When a document is refused, pages about all documents are made from the others. It is listed by its title with its
// errors counted, and nothing leads to files that this build does not make.

let root: string
beforeAll(async () => {
  root = await fixtureRoot()
})
afterAll(() => rmSync(root, {recursive: true}))

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const folder = 'documents/sc58/bear-trade'
const pages = [
  'index.html',
  'index.fr.html',
  'search.html',
  'search.fr.html',
  'decisions.html',
  'register.json',
]

/** A build in which files have other texts. */
function builtWith(changes: Record<string, string>): Promise<BuildResult> {
  return build({root, changes: new Map(Object.entries(changes))})
}
const page = (result: BuildResult, path: string): string =>
  Buffer.from(result.outputs.get(path)?.bytes ?? []).toString('utf8')

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/(?:&nbsp;|&#xA0;|\s)+/g, ' ')
    .replace(/ (?=:)/g, '')
    .trim()

/** What the index says of the document whose symbol this is. */
function documentIn(html: string, symbol: string): string {
  const items = html.split('<h2')[1]?.split('<li><p>') ?? []
  return items.map(plain).find((item) => item.startsWith(`${symbol} `)) ?? ''
}

/** The items of the lists of what is not made. */
const notMade = (html: string): string[] =>
  [...html.matchAll(/<li>([^\n]*)<\/li>/g)]
    .map(([, item = '']) => plain(item))
    .filter(
      (item) => /^[^()]*: (?:Not available|Non disponible)/.test(item) && !/^(?:English|Français)/.test(item),
    )

/** Addresses in the pages of a build that lead to no file of it. */
function leadNowhere({outputs}: BuildResult): string[] {
  return [...outputs].flatMap(([path, {bytes, document}]) => {
    if (!path.endsWith('.html') || document) return []
    const own = Buffer.from(bytes).toString('utf8').split('<script>')[0] ?? ''
    const links = [...own.matchAll(/ href="([^"#]+)"/g)].map(([, href = '']) => join(path, '..', href))
    return links.filter((link) => !outputs.has(link)).map((link) => `${path}: ${link}`)
  })
}

const withErrors = (path: string, count: number): string =>
  `${read(path)}\n${':fact[nothing-of-this] of it. '.repeat(count).trim()}\n`

describe('a document that is refused in one language', () => {
  let result: BuildResult
  beforeAll(async () => {
    result = await builtWith({[`${folder}/body.fr.md`]: withErrors(`${folder}/body.fr.md`, 2)})
  })

  test('is listed with its files in the others, and its errors in that one', () => {
    const errors = result.messages.filter(({fatal}) => fatal).length
    expect(errors).toBeGreaterThan(1)
    for (const [path, words] of [
      ['index.html', `Not available because of ${errors} errors`],
      ['index.fr.html', `Non disponible en raison de ${errors} erreurs`],
    ] as const) {
      const html = page(result, path)
      expect(documentIn(html, 'SC58 Doc. 12'), path).toMatch(
        new RegExp(`English: HTML DOCX TXT Français: ${words}$`),
      )
      expect(html).toContain('href="sc58/bear-trade.en.html"')
    }
    expect(leadNowhere(result)).toEqual([])
  })

  test('is not beside its other language, and is found by the words of that one', () => {
    expect([...result.outputs.keys()]).toContain('bitext/sc58/otter-trade.html')
    expect([...result.outputs.keys()]).not.toContain('bitext/sc58/bear-trade.html')
    expect(page(result, 'search.fr.html')).toContain('"sc58/bear-trade.en.html"')
    expect(page(result, 'search.fr.html')).not.toContain('"sc58/bear-trade.fr.html"')
  })
})

describe('a document that is refused in every language', () => {
  let result: BuildResult
  beforeAll(async () => {
    const names = ['en', 'fr'].map((code) => `${folder}/body.${code}.md`)
    result = await builtWith(Object.fromEntries(names.map((name) => [name, withErrors(name, 1)])))
  })

  test('is listed by its title, without a link', () => {
    expect([...result.outputs.keys()]).toEqual(expect.arrayContaining(pages))
    const item = documentIn(page(result, 'index.html'), 'SC58 Doc. 12')
    expect(item).toMatch(/^SC58 Doc\. 12 Trade in toy bears .* Not available because of \d+ errors?$/)
    const french = documentIn(page(result, 'index.fr.html'), 'SC58 Doc. 12')
    expect(french).toMatch(
      /Commerce .* Non disponible en raison d(?:&#x27;une erreur|'une erreur|e \d+ erreurs)$/,
    )
    for (const path of pages.filter((name) => name.endsWith('.html')))
      expect(page(result, path), path).not.toContain('sc58/bear-trade.')
    expect(leadNowhere(result)).toEqual([])
  })

  test('is named below the search, which does not find it', () => {
    expect(notMade(page(result, 'search.html'))).toEqual([
      'Trade in toy bears: Not available because of 1 error',
    ])
  })
})

describe('a document of which little is known', () => {
  test('its document.yaml is wrong: it is listed by its title', async () => {
    const path = `${folder}/document.yaml`
    const result = await builtWith({[path]: read(path).replace(/^kind: .*$/m, 'kind: poem')})
    const html = page(result, 'index.html')
    expect(notMade(html)).toEqual(['Trade in toy bears: Not available because of 1 error'])
    expect(html).not.toContain('sc58/bear-trade.')
    expect(leadNowhere(result)).toEqual([])
  })

  test('nothing of it can be read: it is listed by its path', async () => {
    const result = await builtWith({
      [`${folder}/document.yaml`]: 'kind: [',
      [`${folder}/body.en.md`]: 'no title\n',
      [`${folder}/body.fr.md`]: 'no title\n',
    })
    expect(notMade(page(result, 'index.html'))).toEqual([
      'sc58/bear-trade: Not available because of 2 errors',
    ])
  })

  test('its title has errors: it is listed by its path', async () => {
    const names = ['en', 'fr'].map((code) => `${folder}/body.${code}.md`)
    const texts = names.map((name) => [
      name,
      read(name).replace(/^title: .*$/m, 'title: ":fact[nothing-of-this]"'),
    ])
    const result = await builtWith(Object.fromEntries(texts))
    const item = documentIn(page(result, 'index.html'), 'SC58 Doc. 12')
    expect(item).toMatch(/^SC58 Doc\. 12 sc58\/bear-trade /)
    expect(page(result, 'deadlines.en.ics')).not.toContain('nothing-of-this')
  })
})

test('a subject whose facts have errors is told of nowhere, and named', async () => {
  const path = 'documents/decisions/bear-trade/decisions.yaml'
  const result = await builtWith({[path]: `${read(path)}\nnothing-of-this: 1\n`})
  expect([...result.outputs.keys()]).toEqual(expect.arrayContaining(pages))
  expect(JSON.parse(page(result, 'register.json')).map(({id}: {id: string}) => id)).toEqual(
    expect.not.arrayContaining([expect.stringMatching(/^bear-trade\//)]),
  )
  expect(notMade(page(result, 'decisions.html'))).toEqual(['bear-trade: Not available because of 1 error'])
  expect(leadNowhere(result)).toEqual([])
})

test('where nothing can be made, the pages stay as they were', async () => {
  const result = await builtWith({'documents/meetings.yaml': 'meetings: ['})
  expect([...result.outputs.keys()]).toEqual([])
})

test('the pages are the same whatever an earlier build has left, and the manifest names them', async () => {
  const path = `${folder}/body.fr.md`
  const whole = await build({root})
  await write(root, whole.outputs, whole)
  const refused = await builtWith({[path]: withErrors(path, 1)})
  await write(root, refused.outputs, refused)
  const over = await bytesOf(join(root, 'out'))
  rmSync(join(root, 'out'), {recursive: true})
  await write(root, refused.outputs, refused)
  const alone = await bytesOf(join(root, 'out'))
  for (const [name, bytes] of alone)
    if (!name.endsWith('manifest.json')) expect(over.get(name) === bytes, name).toBe(true)
  const {files} = JSON.parse(alone.get('manifest.json') ?? '{}')
  expect(Object.keys(files)).toEqual(
    [...refused.outputs]
      .flatMap(([name, output]) => (output.document && !output.isOnlyBuilt ? [] : [name]))
      .sort(),
  )
  rmSync(join(root, 'out'), {recursive: true})
})
