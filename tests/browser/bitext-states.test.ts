import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, beforeAll, expect} from 'vitest'
import {build} from '../../src/index.ts'
import {axeFindings, bringAxe, browserProgram, useBrowser, widths} from '../support/browser.ts'
import {nuFindings} from '../support/nu.ts'
import {testWith} from '../support/programs.ts'
import {changedSinceConfirmed} from '../support/translated.ts'

// A page with languages side by side on which something is to be done; those in out/ are without.
let file: string
beforeAll(async () => {
  const root = await changedSinceConfirmed()
  const folder = await mkdtemp(join(tmpdir(), 'cites-docs-states-'))
  const {outputs} = await build({root})
  file = join(folder, 'page.html')
  await writeFile(file, outputs.get('bitext/sc58/bear-trade.html')?.bytes ?? '')
  await rm(root, {recursive: true})
})
afterAll(() => rm(join(file, '..'), {recursive: true}))

testWith('java')('the Nu checker has nothing to say of it', async () => {
  expect(await nuFindings([file])).toEqual([])
})

const browser = useBrowser()
testWith(browserProgram)(
  'it is right at each width, and a link leads from one passage to the next',
  async () => {
    const page = await browser().newPage()
    await page.goto(pathToFileURL(file).href)
    await bringAxe(page)
    for (const width of widths) {
      await page.setViewportSize({width, height: 900})
      expect(await axeFindings(page), `${width} pixels wide`).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    }
    await page.setViewportSize({width: widths[0], height: 900})
    await page.locator('.states a').click()
    expect(page.url()).toMatch(/#u-title$/)
    await page.locator(':target .state a').click()
    expect(page.url()).toMatch(/#u-decision-parties\.value$/)
    await page.close()
  },
)
