import {execFile} from 'node:child_process'
import {createRequire} from 'node:module'
import {promisify} from 'node:util'

// It does not compute hashes, and says of every page that its own style sheet is blocked.
const options = ['--Werror', '--filterpattern', '.*violates Content Security Policy.*', '--format', 'json']

/**
 * What the Nu checker says of pages, all in one run: to start it takes longer than most pages.
 *
 * @param paths  of HTML files
 * @returns `path: message extract`
 */
export async function nuFindings(paths: readonly string[]): Promise<string[]> {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar')
  const run = promisify(execFile)('java', ['-jar', jar, ...options, ...paths], {maxBuffer: 1e8})
  const {stderr} = await run.catch((cause: {stderr: string}) => cause)
  const {messages} = JSON.parse(stderr) as {messages: {url: string; message: string; extract?: string}[]}
  return messages.map(({url, message, extract}) => `${url}: ${message} ${extract}`)
}
