import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect} from 'vitest'
import {useBrowser} from '../support/browser.ts'
import {projectRoot} from '../support/built.ts'
import {testWith} from '../support/programs.ts'

// With the keyboard alone, every link, field and wide table of a page is reached, each with a visible focus.
const browser = useBrowser()
const reachable = '\'a[href], input, summary, [tabindex="0"]\''
const pages = [
  'sc58/internet-trade.en',
  'index.fr',
  'decisions.es',
  'search',
  'dashboard/index',
  'bitext/sc58/agenda',
]

for (const name of pages)
  testWith('chromium')(`every part of ${name} is reached, and seen to be`, async () => {
    const page = await browser().newPage({viewport: {width: 1280, height: 900}})
    await page.goto(pathToFileURL(join(projectRoot, 'out', `${name}.html`)).href)
    const all = `[...document.querySelectorAll(${reachable})].filter((one) => one.checkVisibility())`
    const due = Number(await page.evaluate(`${all}.length`))
    expect(due).toBeGreaterThan(5)
    const seen = new Set<number>()
    for (let step = 0; step < due; step++) {
      await page.keyboard.press('Tab')
      const focus = (await page.evaluate(`(() => {
        const one = document.activeElement
        const {outlineStyle, outlineWidth} = getComputedStyle(one)
        const {width, height} = one.getBoundingClientRect()
        const outline = outlineStyle + ' ' + outlineWidth
        return {place: ${all}.indexOf(one), outline, isThere: width > 0 && height > 0}
      })()`)) as {place: number}
      expect(focus).toMatchObject({outline: 'solid 3px', isThere: true})
      seen.add(focus.place)
    }
    expect(seen.size).toBe(due)
    await page.close()
  })
