import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {type Browser, chromium, type Page} from 'playwright-core'
import {beforeAll} from 'vitest'
import {hasProgram} from './word/office.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// WCAG 2.0 to 2.2, levels A and AA, and what axe's makers advise besides.
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The widths at which every page is looked at: a desktop and a phone, in CSS pixels. */
export const widths = [1280, 360] as const

// None changes what a page is or does. With two cores, its threads for drawing and for the code of scripts cost more
// than they save, and a tab that runs a checker once is gone before optimised code has paid.
const options = [
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--disable-background-networking',
  '--js-flags=--single-threaded,--no-turbofan',
]

/** The one without windows of its own takes two thirds of the time of the whole one. */
export const browserProgram = ['chromium-headless-shell', 'chromium'].find(hasProgram) ?? 'chromium'

// One for all files that a process of tests runs: to start it takes longer than most tests. It ends with the process.
const browsers = new Map<string, Promise<Browser>>()

/**
 * An installed Chromium for the tests of a file; undefined where there is none, whose tests are then skipped.
 *
 * @param more  options besides those that all have
 */
export function useBrowser(...more: string[]): () => Browser {
  let ready: Browser | undefined
  beforeAll(async () => {
    if (!hasProgram(browserProgram)) return
    const key = more.join(' ')
    const browser =
      browsers.get(key) ??
      chromium.launch({executablePath: `/usr/bin/${browserProgram}`, args: [...options, ...more]})
    browsers.set(key, browser)
    ready = await browser
  })
  return () => {
    if (!ready) throw new Error('Chromium is not installed.')
    return ready
  }
}

/** Puts axe into the page, which stays there until it leads to another. */
export async function bringAxe(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  // As page.evaluate does, but without a parse of its own.
  await session.send('Runtime.evaluate', {expression: axeSource})
  await session.detach()
}

/** What axe, which has been brought, finds wrong on the page as it is now, as `rule: element`. */
export async function axeFindings(page: Page): Promise<string[]> {
  return page.evaluate(async (runOnly) => {
    // Every rule runs; only what passes is not told at length.
    const options = {runOnly, resultTypes: ['violations']}
    // @ts-expect-error axe is in the page, not here.
    const {violations} = await axe.run(options)
    return violations.flatMap(({id, nodes}: {id: string; nodes: {html: string}[]}) =>
      nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`),
    )
  }, tags)
}
