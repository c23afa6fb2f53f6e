import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'playwright-core'
import {describe, expect, test} from 'vitest'
import {axeFindings, bringAxe, browserProgram, useBrowser, widths} from '../support/browser.ts'
import {nuFindings} from '../support/nu.ts'
import {testWith} from '../support/programs.ts'
import {story} from '../support/story.ts'

// Every page of out/, whatever made it: as the validator, a browser and its accessibility checker see it.
const folder = join(story, 'out')
const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.html'))
  .sort()
const minutes = 60_000

test('there are pages to be looked at', () => expect(pages.length).toBeGreaterThan(40))

testWith('java')(
  'the Nu checker has nothing to say of any page',
  async () => {
    expect(await nuFindings(pages.map((path) => join(folder, path)))).toEqual([])
  },
  5 * minutes,
)

/** Pages in English, or in all languages: how wide things are, and how far apart, hardly depends on the words. */
const isLookedAtNarrow = (path: string): boolean => !/\.(?:fr|es)\.html$/.test(path)

/** Pages of each kind that there is, in out/. */
const kinds = [
  'sc58/internet-trade.en',
  'index.fr',
  'decisions.es',
  'search',
  'dashboard/index',
  'bitext/sc58/agenda',
]

const urlOf = (path: string): string => pathToFileURL(join(folder, path)).href

/** Makes the window so wide, and gives what the page then says of it. */
async function widen(page: Page, width: number): Promise<{width: number; isTooWide: boolean}> {
  await page.setViewportSize({width, height: 900})
  return page.evaluate(
    '({width: innerWidth, isTooWide: document.documentElement.scrollWidth > window.innerWidth})',
  )
}

/** Every element of the page: where it stands, and all that is said of how it looks. */
const looks = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('*')].map((one) => {
    const {x, y, width, height} = one.getBoundingClientRect()
    return [one.localName, x, y, width, height, getComputedStyle(one).cssText].join(' ')
  })`)

describe('in a browser', () => {
  // What is measured need not be drawn: no frame is made unless one is asked for. Whatever clicks needs frames.
  const browser = useBrowser('--enable-begin-frame-control')
  const inBrowser = testWith(browserProgram)

  inBrowser(
    'each page asks for nothing, says nothing and does not scroll sideways at each width; axe finds nothing, in English at each',
    async () => {
      const page = await browser().newPage()
      const requests: string[] = []
      const said: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(error.message))
      for (const path of pages) {
        requests.length = 0
        const url = urlOf(path)
        await page.setViewportSize({width: widths[0], height: 900})
        await page.goto(url)
        for (const [index, width] of widths.entries()) {
          const sizes = await widen(page, width)
          expect({path, requests, said, ...sizes}).toEqual({
            path,
            requests: [url],
            said: [],
            width,
            isTooWide: false,
          })
          if (index === 0) await bringAxe(page)
          else if (!isLookedAtNarrow(path)) continue
          expect(await axeFindings(page), `${path}, ${width} pixels wide`).toEqual([])
        }
      }
      await page.close()
    },
    10 * minutes,
  )

  // So that a page need be loaded but once, to be looked at in every width.
  inBrowser.each(kinds)('%s, made narrow, is as it is when it is loaded in a narrow window', async (name) => {
    const url = urlOf(`${name}.html`)
    const [wide, narrow] = widths
    const page = await browser().newPage({viewport: {width: wide, height: 900}})
    await page.goto(url)
    const before = await looks(page)
    await bringAxe(page)
    expect(await axeFindings(page)).toEqual([])
    await widen(page, narrow)
    const after = await looks(page)
    expect(after).not.toEqual(before)
    await page.goto(url)
    expect(after).toEqual(await looks(page))
    await page.close()
  })
})
