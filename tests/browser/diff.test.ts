import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {compareSides, pageDiff, readSide} from '../../src/diff/index.ts'
import {readContent} from '../../src/load/index.ts'
import {axeFindings, bringAxe, browserProgram, useBrowser, widths} from '../support/browser.ts'
import {hostileReport} from '../support/diff/report.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {nuFindings} from '../support/nu.ts'
import {testWith} from '../support/programs.ts'

// The page of differences: of a small dossier with changes of several kinds, and one whose words are all hostile.
let folder: string
const fileOf = (name: string): string => join(folder, `${name}.html`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cites-docs-diff-page-'))
  const read = await readContent(smallDossier, ['documents'])
  const before = await readSide({name: 'main', root: smallDossier, read})
  const content = new Map(read.content)
  const edit = (path: string, found: string, instead: string): void => {
    const text = new TextDecoder().decode(content.get(path)).replace(found, instead)
    content.set(path, new TextEncoder().encode(text))
  }
  const body = 'documents/sc58/bear-trade/body.en.md'
  edit(body, 'the size; and', 'the *weight*; and')
  edit(body, '| White', '| Black ^black | 3 |\n| White')
  edit(body, '\n## Recommendations', '\nAnother paragraph stands here. ^put-in\n\n## Recommendations')
  edit('documents/sc58/bear-trade/document.yaml', '"12"', '"14"')
  const after = await readSide({
    name: 'the folder as it stands',
    root: smallDossier,
    read: {...read, content},
  })
  const {styles} = after.dossier.templates
  const {languages} = after.dossier
  await writeFile(fileOf('page'), pageDiff(compareSides(before, after), styles, languages))
  await writeFile(
    fileOf('hostile'),
    pageDiff(hostileReport('<script>alert(1)</script>"\'><b onclick=x>&amp; \u202e'), styles, languages),
  )
})
afterAll(() => rm(folder, {recursive: true}))

testWith('java')('the Nu checker has nothing to say of it', async () => {
  expect(await nuFindings([fileOf('page'), fileOf('hostile')])).toEqual([])
})

const browser = useBrowser()
const inBrowser = testWith(browserProgram)

inBrowser('it is right at each width', async () => {
  const page = await browser().newPage()
  for (const name of ['page', 'hostile']) {
    await page.goto(pathToFileURL(fileOf(name)).href)
    await bringAxe(page)
    for (const width of widths) {
      await page.setViewportSize({width, height: 900})
      expect(await axeFindings(page), `${name}, ${width} pixels wide`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    }
  }
  await page.close()
})

inBrowser('n and p go from one change to the next and back, and nothing else is run', async () => {
  const page = await browser().newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => said.push('dialog')))
  await page.goto(pathToFileURL(fileOf('page')).href)
  const focused = (): Promise<string> => page.evaluate('document.activeElement.id') as Promise<string>
  const places: string[] = []
  for (const key of ['n', 'n', 'ArrowRight', 'p', 'ArrowLeft']) {
    await page.keyboard.press(key)
    places.push(await focused())
  }
  const ids = (await page.evaluate("[...document.querySelectorAll('.change')].map(({id}) => id)")) as string[]
  expect(ids.length).toBeGreaterThan(3)
  expect(places).toEqual([ids[0], ids[1], ids[2], ids[1], ids[0]])
  await page.goto(pathToFileURL(fileOf('hostile')).href)
  expect(await page.locator('script').count()).toBe(1)
  expect(await page.locator('b').count()).toBe(0)
  expect(said).toEqual([])
  await page.close()
})

inBrowser('without a script all of it is there', async () => {
  const context = await browser().newContext({javaScriptEnabled: false})
  const page = await context.newPage()
  await page.goto(pathToFileURL(fileOf('page')).href)
  expect(await page.locator('.change').first().isVisible()).toBe(true)
  expect(await page.locator('ins').allTextContents()).toContain('weight')
  await context.close()
})

test('the page is the same each time', async () => {
  const report = hostileReport('x')
  const {dossier} = await readSide({
    name: 'x',
    root: smallDossier,
    read: await readContent(smallDossier, ['documents']),
  })
  const page = (): Uint8Array => pageDiff(report, dossier.templates.styles, dossier.languages)
  expect(Buffer.compare(page(), page())).toBe(0)
})
