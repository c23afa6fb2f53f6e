import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'

// tests/fixtures/status/<date>.<language>.txt: the table of tasks as the status report prints it on that date.
//   2007-11-15  the first replies come in, everything else waits for them
//   2008-03-15  replies are in; the review and the workshop wait for funds
//   2009-05-31  the results are late (due on 7 May 2009) and in one language only
//   2009-09-30  what SC58 instructed is under way, 14 days before the deadline
//   2009-10-20  everything is done
const dates = ['2007-11-15', '2008-03-15', '2009-05-31', '2009-09-30', '2009-10-20']
const languages = ['en', 'fr', 'es']
const fixtures = fileURLToPath(new URL('../fixtures/status', import.meta.url))
const document = 'status/internet-trade'

let root: string
let original: string
beforeAll(async () => {
  root = await copyRoot('documents')
  original = await readFile(join(root, 'documents', document, 'document.yaml'), 'utf8')
})
afterAll(() => removeRoot(root))

/** The built text of the status report as of a date, by language. */
async function reportOn(date: string): Promise<Map<string, string>> {
  const dated = original.replaceAll(/^(date|as-of): .*$/gm, `$1: "${date}"`)
  await writeFile(join(root, 'documents', document, 'document.yaml'), dated)
  const {outputs, messages} = await build({root, documents: [document], formats: ['txt']})
  expect(messages.map(String)).toEqual([])
  return new Map(
    languages.map((code) => [code, new TextDecoder().decode(outputs.get(`${document}.${code}.txt`)?.bytes)]),
  )
}

/** Lines of the table of tasks: those between the captions, with the cells' bars. */
function tableOf(text: string): string {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.includes(' | '))
  const end = lines.findIndex((line, index) => index > first && !line.includes(' | '))
  return `${lines.slice(first, end).join('\n')}\n`
}

describe.each(dates)('the table of tasks', (date) => {
  test(`are printed as they stood on ${date}: late ones first, then blocked ones, then what is done`, async () => {
    const texts = await reportOn(date)
    for (const code of languages) {
      const table = tableOf(texts.get(code) ?? '')
      await expect(table).toMatchFileSnapshot(join(fixtures, `${date}.${code}.txt`))
    }
  })
})

test('what was deleted before it was done is no task any more', async () => {
  const path = join(root, 'documents/decisions/internet-trade/decisions.yaml')
  const decisions = await readFile(path, 'utf8')
  const row = /^14\.35°.c\)/m
  expect(tableOf((await reportOn('2008-08-15')).get('en') ?? '')).toMatch(row)
  await writeFile(path, decisions.replace(/^( +)- id: convene-workshop$/m, '$&\n$1  deleted-at: sc57'))
  const after = tableOf((await reportOn('2008-08-15')).get('en') ?? '')
  expect(after).not.toMatch(row)
  expect(after).not.toMatch(/waiting for.*c\)/)
  await writeFile(path, decisions)
})
