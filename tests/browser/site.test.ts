import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Page} from 'playwright-core'
import {describe, expect} from 'vitest'
import {browserProgram, useBrowser} from '../support/browser.ts'
import {largeSite} from '../support/large-site.ts'
import {testWith} from '../support/programs.ts'
import {story} from '../support/story.ts'

const browser = useBrowser()
const inBrowser = testWith(browserProgram)
const urlOf = (path: string): string => pathToFileURL(join(story, 'out', path)).href

/** A page of its own for a test, which ends it. */
async function open(path: string, use: (page: Page, said: string[]) => Promise<void>): Promise<void> {
  const page = await browser().newPage({viewport: {width: 1280, height: 900}})
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  try {
    await page.goto(urlOf(path))
    await use(page, said)
  } finally {
    await page.close()
  }
}

/** Types into the field of the search; gives the sentence above the list and the places found. */
async function found(page: Page, words: string): Promise<{count: string; places: string[]}> {
  await page.fill('#find', words)
  return {
    count: (await page.textContent('#count')) ?? '',
    places: (await page.locator('#found > li > a').allTextContents()).map((text) => text.replace(/\s/g, ' ')),
  }
}

describe('the search, from the file system', () => {
  inBrowser('finds titles, symbols, provisions and paragraphs, with accents or without', () =>
    open('search.fr.html', async (page, said) => {
      expect((await found(page, 'SC58 Doc')).places[0]).toMatch(/^SC58 Doc\. 2 \(Rev\. 1\): /)
      expect((await found(page, 'ordre du jour')).places[0]).toMatch(/^SC58 Doc\. 2/)
      expect((await found(page, 'ordre du jour')).count).toMatch(/^\d documents ont été trouvés\.$/)
      const plain = await found(page, 'specialistes atelier')
      expect(plain.places[0]).toMatch(/^Atelier: invitation: /)
      expect(await page.locator('#found mark').first().textContent()).toMatch(/^(?:atelier|spécialistes)$/i)
      expect(await found(page, 'SPÉCIALISTES Atelier')).toEqual(plain)
      expect(await found(page, 'xyzzy')).toEqual({count: "Rien n'a été trouvé.", places: []})
      expect(await found(page, '')).toEqual({count: '', places: []})
      await found(page, 'atelier')
      const address = page.url()
      expect(address).toMatch(/\?q=atelier$/)
      await page.goto('about:blank')
      await page.goto(address)
      expect(await page.locator('#found > li').count()).toBeGreaterThan(1)
      expect(said).toEqual([])
    }),
  )

  inBrowser('leads to the very paragraph', () =>
    open('search.html', async (page) => {
      await found(page, 'Westin Bayshore')
      const item = page.locator('#found > li', {hasText: 'SC58 Doc. XX'}).first()
      await item.locator('li a').first().click()
      expect(page.url()).toMatch(/\/out\/sc58\/internet-trade\.en\.html#u-/)
      const text = await page.locator(':target').textContent()
      expect(text).toContain('Westin Bayshore')
    }),
  )

  inBrowser('takes what is typed as words, never as markup', () =>
    open('search.html', async (page, said) => {
      await found(page, '<img src=x onerror=alert(1)> "\' \\')
      expect(await page.locator('#found img').count()).toBe(0)
      expect(said).toEqual([])
    }),
  )

  inBrowser('is worked by the keyboard alone', () =>
    open('search.html', async (page) => {
      await page.keyboard.press('Tab') // The skip link.
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await page.keyboard.type('workshop report')
      expect(await page.locator('#found > li').count()).toBeGreaterThan(0)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL(/internet-trade|workshop/)
    }),
  )
})

describe('the search of a large dossier, from the file system', () => {
  inBrowser('reads its words from the files beside it, and finds them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cites-docs-large-'))
    for (const [path, text] of await largeSite())
      if (path.startsWith('search')) {
        await mkdir(dirname(join(folder, path)), {recursive: true})
        await writeFile(join(folder, path), text)
      }
    const page = await browser().newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    await page.goto(`${pathToFileURL(join(folder, 'search.fr.html')).href}?q=sc58%207`)
    await expect
      .poll(async () => (await page.locator('#found a').first().getAttribute('href')) ?? '')
      .toBe('sc58/d6.fr.html')
    expect(await page.textContent('#count')).toMatch(/documents/)
    expect(said).toEqual([])
    await page.close()
    await rm(folder, {recursive: true})
  })
})

describe('languages side by side', () => {
  inBrowser('lead to a paragraph in each language, which stays in sight on a phone', () =>
    open('bitext/sc58/internet-trade.html', async (page) => {
      await page.setViewportSize({width: 360, height: 740})
      const label = page.locator('tbody th a', {hasText: /^12\.$/}).first()
      await label.click()
      expect(page.url()).toMatch(/#u-/)
      expect(await page.locator('tr:target td').count()).toBe(3)
      const top = Number(await page.evaluate('document.querySelector(":target").getBoundingClientRect().top'))
      expect(top).toBeGreaterThan(-1)
      expect(top).toBeLessThan(740)
    }),
  )
})

describe('the page of the status', () => {
  inBrowser('opens the data of its picture with the keyboard, and prints them', () =>
    open('dashboard/index.html', async (page) => {
      const summary = page.locator('summary')
      await summary.focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('#internet-trade-days').isVisible()).toBe(true)
      await page.keyboard.press('Enter')
      await page.emulateMedia({media: 'print'})
      expect(await page.locator('#internet-trade-days').isVisible()).toBe(true)
    }),
  )

  inBrowser('has no words of a picture outside it, or over one another', () =>
    open('dashboard/index.fr.html', async (page) => {
      const faults = await page.evaluate(`(() => {
        const faults = []
        for (const svg of document.querySelectorAll('svg')) {
          const frame = svg.getBoundingClientRect()
          const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()])
          for (const [words, box] of boxes)
            if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
              faults.push('outside: ' + words)
          for (const [index, [words, box]] of boxes.entries())
            for (const [others, other] of boxes.slice(index + 1))
              if (box.left < other.right && other.left < box.right && box.top + 3 < other.bottom && other.top + 3 < box.bottom)
                faults.push(words + ' over ' + others)
        }
        return faults
      })()`)
      expect(faults).toEqual([])
    }),
  )
})
