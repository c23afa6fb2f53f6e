import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'playwright-core'
import {beforeAll, describe, expect} from 'vitest'
import {browserProgram, useBrowser} from '../support/browser.ts'
import {type Built, builtDocuments, labelledUnits} from '../support/built.ts'
import {testWith} from '../support/programs.ts'
import {story} from '../support/story.ts'
import {pdfWords} from '../support/word/office.ts'

const browser = useBrowser()
const inBrowser = testWith(browserProgram)
const urlOf = (name: string): string => pathToFileURL(join(story, 'out', `${name}.html`)).href

let built: Built[]
beforeAll(async () => {
  built = await builtDocuments()
})

/** How far from the top of the window the element of an id stands, in pixels. */
const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate(`document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top`)

const copied = (page: Page, selector: string): Promise<string> =>
  page.evaluate(`(() => {
    getSelection().selectAllChildren(document.querySelector(${JSON.stringify(selector)}))
    return getSelection().toString()
  })()`)

describe('a paragraph', () => {
  inBrowser(
    'is where its permalink leads, and in the other language where the link beside it leads',
    async () => {
      const page = await browser().newPage({viewport: {width: 1280, height: 700}})
      await page.goto(urlOf('sc58/internet-trade.en'))
      const label = page.locator('.paragraphs > li > p > a.num').nth(20)
      const id = ((await label.getAttribute('href')) ?? '').slice(1)
      await label.click()
      expect(page.url()).toBe(`${urlOf('sc58/internet-trade.en')}#${id}`)
      await expect.poll(async () => Math.abs(await topOf(page, id))).toBeLessThan(700)
      await page.locator(`#${id} > p > .same > a`, {hasText: 'Français'}).click()
      expect(page.url()).toBe(`${urlOf('sc58/internet-trade.fr')}#${id}`)
      // The address is there before the page has been scrolled to it.
      await expect.poll(() => topOf(page, id)).toBeLessThan(700)
      expect(await topOf(page, id)).toBeGreaterThan(-1)
      await page.close()
    },
  )

  inBrowser('shows no other language until its permalink was followed', async () => {
    const page = await browser().newPage()
    await page.goto(urlOf('sc58/internet-trade.en'))
    expect(await page.locator('.same:visible').count()).toBe(0)
    await page.close()
  })

  inBrowser('is copied with its label, a space and its text', async () => {
    const page = await browser().newPage()
    for (const {name, tree} of built.filter(({language}) => language !== 'es')) {
      await page.goto(urlOf(name))
      const lines = (await copied(page, 'main'))
        .split('\n')
        .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
      for (const {label, words} of labelledUnits(tree)) {
        const line = `${label} ${words}`.replace(/[\s\u00a0]+/g, ' ').trim()
        // Before the mark of a note, which is copied as its number.
        const start = line.slice(0, 60)
        expect(
          lines.some((one) => one.replace(/(?<=\S)\d$/, '').startsWith(start.slice(0, 40))),
          `${name}: ${start}`,
        ).toBe(true)
      }
    }
    await page.close()
  })
})

describe('a printed document', () => {
  testWith(browserProgram, 'pdftotext')(
    'has the symbol and the number of the page at the foot of each page',
    async () => {
      const page = await browser().newPage()
      for (const name of ['sc58/internet-trade.fr', 'status/internet-trade.en']) {
        await page.goto(urlOf(name))
        const pages = await pdfWords(await page.pdf({preferCSSPageSize: true}))
        expect(pages.length).toBeGreaterThan(1)
        const tree = built.find((one) => one.name === name)?.tree
        for (const [index, {words}] of pages.entries()) {
          const foot = words
            .slice(-12)
            .map(({text}) => text)
            .join(' ')
            .replaceAll('\u00a0', ' ')
          expect(foot, `${name}, page ${index + 1}`).toContain(
            `${tree?.meta.symbol.replaceAll('\u00a0', ' ')}`,
          )
          expect(foot.endsWith(` – p. ${index + 1}`), `${name}, page ${index + 1}: ${foot}`).toBe(true)
        }
      }
      await page.close()
    },
  )
})
