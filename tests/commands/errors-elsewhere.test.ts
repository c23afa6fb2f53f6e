import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {askedOf} from '../../src/asked.ts'
import {build} from '../../src/index.ts'
import {isError} from '../../src/message/index.ts'
import {resolve} from '../../src/resolve/index.ts'
import {repository} from '../support/content-root.ts'
import {fixtureRoot} from '../support/fixture-root.ts'

// What has errors elsewhere is told apart from what it touches, and what follows from it is said.

let root: string
beforeAll(async () => {
  root = await fixtureRoot()
})
afterAll(() => rm(root, {recursive: true}))

const own = (path: string): Promise<string> => readFile(join(root, 'documents', path), 'utf8')
const otter = 'documents/sc58/otter-trade/body.en.md'
const bear = 'documents/sc58/bear-trade'

test('the title of a document whose paragraphs have errors is printed by another one as it is', async () => {
  const titled = `${await own('sc58/otter-trade/body.en.md')}\nSee “:document[sc58/bear-trade]{form=title}”. ^see\n`
  const body = await own('sc58/bear-trade/body.en.md')
  const changes = new Map([[otter, titled]])
  const whole = await build({root, changes})
  changes.set(`${bear}/body.en.md`, `${body}\n<b> A tag. ^tag\n`)
  const broken = await build({root, changes})
  const named = await build({root, changes, documents: ['sc58/otter-trade'], languages: ['en']})
  expect(broken.documents).toContainEqual({path: 'sc58/bear-trade', language: 'en', isRefused: true})
  expect(named.messages.filter(isError)).toEqual([])
  const output = 'sc58/otter-trade.en.txt'
  const text = new TextDecoder().decode(whole.outputs.get(output)?.bytes)
  expect(text).toMatch(/See “(?!\[)\p{L}/u)
  for (const {outputs} of [broken, named])
    expect(new TextDecoder().decode(outputs.get(output)?.bytes)).toBe(text)
})

// A language of a root of its own: nothing of ours stands in for its files.
test.each([
  ['labels', 'convention:'],
  ['phrases', 'meeting-name:'],
])('documents are refused in a language whose %s have errors, and in no other', async (broken, key) => {
  const changes = new Map([['documents/meetings.de.yaml', await own('meetings.en.yaml')]])
  for (const name of ['labels', 'phrases', 'usage', 'starters']) {
    const words = await readFile(join(repository, `templates/${name}.en.yaml`), 'utf8')
    const german = words.replace(
      'name: English, tag: en-GB, letter: E',
      'name: Deutsch, tag: de-DE, letter: D',
    )
    changes.set(`templates/${name}.de.yaml`, name === broken ? german.replace(key, `x${key}`) : german)
  }
  const document = `${bear}/document.yaml`
  changes.set(
    document,
    (await own('sc58/bear-trade/document.yaml')).replace('fr: complete}', 'fr: complete, de: drafting}'),
  )
  const {documents, messages} = await build({root, changes})
  const refused = documents.filter(({isRefused}) => isRefused)
  expect(refused).toEqual([{path: 'sc58/bear-trade', language: 'de', isRefused: true}])
  const inGerman = await build({
    root,
    changes,
    documents: ['sc58/bear-trade'],
    languages: ['de'],
  })
  expect(inGerman.messages.filter(isError).map(({file}) => file)).toContain(`templates/${broken}.de.yaml`)
  expect(messages.filter(isError).map(({file}) => file)).toContain(`templates/${broken}.de.yaml`)
})

test('documents are counted where nothing can be made, since a template that all need is not there', () => {
  const paths = new Set(['documents/sc58/bear-trade/document.yaml', 'templates/styles.yaml'])
  const validated = {
    sources: new Map(),
    schemaOf: new Map(),
    messages: [],
    pictures: new Map(),
    ownSchemas: new Map(),
  }
  const {dossier} = resolve(validated, paths)
  expect(askedOf({}, dossier, paths)).toEqual({plans: [], refused: ['sc58/bear-trade']})
})
