import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {type Browser, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll} from 'vitest'
import {hasProgram} from './word/office.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// WCAG 2.0 to 2.2, levels A and AA, and what axe's makers advise besides.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The widths at which every page is looked at: a desktop and a phone, in CSS pixels. */
export const widths = [1280, 360] as const

/** An installed Chromium for the tests of a file; undefined where there is none, whose tests are then skipped. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined
  beforeAll(async () => {
    if (!hasProgram('chromium')) return
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })
  afterAll(() => browser?.close())
  return () => {
    if (!browser) throw new Error('Chromium is not installed.')
    return browser
  }
}

/** What axe finds wrong on the page, as `rule: element`. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async (runOnly) => {
    // @ts-expect-error axe is in the page, not here.
    const {violations} = await axe.run({runOnly})
    return violations.flatMap(({id, nodes}: {id: string; nodes: {html: string}[]}) =>
      nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`),
    )
  }, tags)
}
