import {execFile} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {promisify} from 'node:util'
import {describe, expect, test} from 'vitest'
import {axeFindings, useBrowser, widths} from '../support/browser.ts'
import {projectRoot} from '../support/built.ts'
import {testWith} from '../support/programs.ts'

// Every page of out/, whatever made it: as the validator, a browser and its accessibility checker see it.
const folder = join(projectRoot, 'out')
const pages = readdirSync(folder, {recursive: true, encoding: 'utf8'})
  .filter((path) => path.endsWith('.html'))
  .sort()
const minutes = 60_000

test('there are pages to be looked at', () => expect(pages.length).toBeGreaterThan(40))

testWith('java')(
  'the Nu checker has nothing to say of any page',
  async () => {
    const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
    // It does not compute hashes, and says of every page that its own style sheet is blocked.
    const options = [
      '--Werror',
      '--filterpattern',
      '.*violates Content Security Policy.*',
      '--format',
      'json',
    ]
    const run = promisify(execFile)(
      'java',
      ['-jar', jar, ...options, ...pages.map((path) => join(folder, path))],
      {maxBuffer: 1e8},
    )
    const {stderr} = await run.catch((cause: {stderr: string}) => cause)
    const {messages} = JSON.parse(stderr) as {messages: {url: string; message: string; extract?: string}[]}
    expect(
      messages.map(({url, message, extract}) => `${url.slice(folder.length)}: ${message} ${extract}`),
    ).toEqual([])
  },
  5 * minutes,
)

describe.each(widths)('in a browser %i pixels wide', (width) => {
  const browser = useBrowser()

  testWith('chromium')(
    'each page asks for nothing, says nothing, does not scroll sideways, and axe finds nothing',
    async () => {
      const page = await browser().newPage({viewport: {width, height: 900}})
      const requests: string[] = []
      const said: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(error.message))
      for (const path of pages) {
        requests.length = 0
        const url = pathToFileURL(join(folder, path)).href
        await page.goto(url)
        const scrolls = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
        expect({path, requests, said, isTooWide: Number(scrolls) > 0}).toEqual({
          path,
          requests: [url],
          said: [],
          isTooWide: false,
        })
        expect(await axeFindings(page), path).toEqual([])
      }
      await page.close()
    },
    10 * minutes,
  )
})
