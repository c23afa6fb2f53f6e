import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {build} from '../../src/index.ts'
import {repository} from '../support/content-root.ts'

// Each example of docs/writing.md, docs/constructs.md and docs/tables.md that is Markdown, typed to the letter into a document of its own:
// it builds without an error, and prints what stands in expected/pages/.
const fixture = fileURLToPath(new URL('../fixtures/constructs', import.meta.url))
const expected = fileURLToPath(new URL('../fixtures/constructs/expected/pages', import.meta.url))

interface Example {
  /** Page, heading and place under it, such as `writing-lettered-lists-1`. */
  name: string
  text: string
}

/** Indented blocks of a page that are Markdown of a document: they hold an id, a note or the line of a directive. */
function examplesOf(page: string, text: string): Example[] {
  return text
    .split(/^(?=## )/m)
    .slice(1)
    .flatMap((section) => {
      const heading = /^## (.*)$/m.exec(section)?.[1] ?? ''
      const slug = heading.toLowerCase().replace(/[^a-z]+/g, '-')
      // Blank lines belong to an example where another indented line follows.
      const blocks = section.match(/(?:^ {4}.*\n(?:^[ \t]*\n(?=^ {4}))*)+/gm) ?? []
      return blocks
        .map((block) => block.replace(/^ {4}/gm, ''))
        .filter((block) => /(?:^|\s)\^[a-z]|^\[\^|^::/m.test(block))
        .map((block, index) => ({name: `${page}-${slug}-${index + 1}`, text: block}))
    })
}

const pages = await Promise.all(
  ['writing', 'constructs', 'tables'].map(async (page) =>
    examplesOf(page, await readFile(join(repository, 'docs', `${page}.md`), 'utf8')),
  ),
)
const examples = pages.flat()

// What says that captions have numbers stands in document.yaml.
const documentOf = (name: string, number: number): string => `kind: conference-document
meeting: cop15
symbol: {number: "${number}", revision: null}
author: secretariat
date: "2009-10-09"
original: en
languages: {en: complete}
subject: bear-trade
${name.includes('numbers-of-tables') ? 'captions: numbered\n' : ''}`

let root: string
const texts = new Map<string, string>()
let messages: string[] = []
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-pages-'))
  await cp(fixture, root, {recursive: true})
  for (const [index, {name, text}] of examples.entries()) {
    const folder = join(root, 'documents/cop15', name)
    await mkdir(folder, {recursive: true})
    await writeFile(join(folder, 'document.yaml'), documentOf(name, 200 + index))
    for (const [, name = ''] of text.matchAll(/^!\[.*\]\((.+)\)$/gm))
      await cp(join(fixture, 'documents/cop15/pictures/map.png'), join(folder, name))
    await writeFile(join(folder, 'body.en.md'), `---\ntitle: Example\n---\n\n${text}`)
  }
  const documents = examples.map(({name}) => `cop15/${name}`)
  const result = await build({root, documents, formats: ['txt']})
  messages = result.messages.filter(({fatal}) => fatal).map((message) => `${message.file}:${message}`)
  for (const {name} of examples) {
    const bytes = result.outputs.get(`cop15/${name}.en.txt`)?.bytes
    if (bytes) texts.set(name, new TextDecoder().decode(bytes))
  }
})
afterAll(() => rm(root, {recursive: true}))

test('each builds without an error', () => expect(messages).toEqual([]))

test.each(examples)('$name prints what it is said to print', async ({name}) => {
  const body = (texts.get(name) ?? '').split('\n\nEXAMPLE\n\n').at(-1)
  await expect(body).toMatchFileSnapshot(join(expected, `${name}.txt`))
})
