import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {expect} from 'vitest'
import {browserProgram, useBrowser} from '../support/browser.ts'
import {testWith} from '../support/programs.ts'
import {story} from '../support/story.ts'

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
  testWith(browserProgram)(`every part of ${name} is reached, and seen to be`, async () => {
    const page = await browser().newPage({viewport: {width: 1280, height: 900}})
    await page.goto(pathToFileURL(join(story, 'out', `${name}.html`)).href)
    // Each focus is noted in the page, when it comes, as a person sees it then.
    const due = Number(
      await page.evaluate(`(() => {
        const all = [...document.querySelectorAll(${reachable})].filter((one) => one.checkVisibility())
        globalThis.focused = []
        document.addEventListener('focusin', ({target}) => {
          const {outlineStyle, outlineWidth} = getComputedStyle(target)
          const {width, height} = target.getBoundingClientRect()
          const outline = outlineStyle + ' ' + outlineWidth
          focused.push({place: all.indexOf(target), outline, isThere: width > 0 && height > 0})
        })
        return all.length
      })()`),
    )
    expect(due).toBeGreaterThan(5)
    for (let step = 0; step < due; step++) await page.keyboard.press('Tab')
    const focused = (await page.evaluate('focused')) as {place: number}[]
    for (const focus of focused) expect(focus).toMatchObject({outline: 'solid 3px', isThere: true})
    const places = focused.map(({place}) => place).sort((a, b) => a - b)
    expect(places).toEqual([...Array(due).keys()])
    await page.close()
  })
