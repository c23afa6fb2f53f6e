import {appendFileSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runBuild} from '../src/commands/build.ts'
import {run as runCheck} from '../src/commands/check.ts'
import {run as runNew} from '../src/commands/new.ts'
import {check} from '../src/index.ts'
import {toText} from '../src/tree/index.ts'
import {ran} from './support/commands.ts'
import {copyRoot, removeRoot, repository} from './support/content-root.ts'
import {othersIn, story, storyIn} from './support/story.ts'
import {entries, faultsOf, wordedFiles} from './support/typed-numbers.ts'

// docs/authoring.md, done to the letter in a copy of the documents of the project: its commands are read off the page. What
// other tests look at (tests/support/story.ts) is the same afterwards, so that none of them can break.

const page = readFileSync(join(repository, 'docs/authoring.md'), 'utf8')
const commands = {new: runNew, check: runCheck, build: runBuild}

let root: string
/** What each command of the page printed, by how it is typed. */
const printed = new Map<string, string>()

/** Arguments as a terminal takes a line apart. */
const argumentsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** Runs a line of the page; it is one that stands there. */
async function type(line: string): Promise<string> {
  expect(page).toContain(`    npm run ${line}\n`)
  const [name = '', , ...args] = argumentsOf(line)
  const {status, out, err} = await ran(commands[name as keyof typeof commands], [...args, '--root', root])
  expect({line, status, err: status === 0 ? '' : err}).toEqual({line, status: 0, err: ''})
  printed.set(line, out)
  return out
}

const at = (path: string): string => join(root, 'documents', path)
const read = (path: string): string => readFileSync(at(path), 'utf8')

/** A line of the page that is set in, as it is to be typed: without the four spaces. */
function typedLine(words: string): string {
  const line = page.split('\n').find((one) => one.startsWith('    ') && one.includes(words))
  return `${line?.slice(4) ?? `“${words}” is not on the page`}\n`
}

beforeAll(async () => {
  root = await copyRoot('documents')
  await type(
    'new -- sc58/elephants --kind standing-committee-document --subject internet-trade --title "Trade in ivory"',
  )
  await type('build -- sc58/elephants')
  for (const language of ['en', 'fr', 'es']) {
    const path = `sc58/elephants/body.${language}.md`
    writeFileSync(at(path), read(path).replaceAll(/:hint\[[^\]]*\]/g, 'In 2008, offers rose to 12 a day.'))
  }
  const list = '1. who offers ivory;\n1. to whom it is sent; and\n1. what it costs.\n'
  const english = read('sc58/elephants/body.en.md')
  expect(page).toContain(list.replace(/^/gm, '      ').trimEnd())
  writeFileSync(
    at('sc58/elephants/body.en.md'),
    english.replace(/^[^\n]+ \^findings\n/m, `Three questions remain open: ^findings\n\n${list}`),
  )
  await type('check -- sc58/elephants')
  await type('check -- sc58/elephants --fix')
  await type('new -- --subject ivory --title "Trade in ivory"')
  const above = typedLine('{id: enforcement')
  writeFileSync(
    at('agendas/sc58.yaml'),
    read('agendas/sc58.yaml').replace(above, above + typedLine('{id: ivory')),
  )
  appendFileSync(at('meetings.yaml'), typedLine('{id: cop16'))
  for (const language of ['en', 'fr', 'es'])
    appendFileSync(at(`meetings.${language}.yaml`), typedLine('cop16: {'))
})
afterAll(() => removeRoot(root))

test('the page shows what its commands print', () => {
  const made = [...printed].find(([line]) => line.startsWith('new -- sc58'))?.[1] ?? ''
  for (const name of ['document.yaml', 'body.en.md', 'body.fr.md', 'body.es.md']) {
    expect(page).toContain(`    documents/sc58/elephants/${name}\n`)
    expect(made).toContain(`documents/sc58/elephants/${name}\n`)
  }
  const told = (printed.get('build -- sc58/elephants') ?? '').split(/; \d/)[0] ?? ''
  expect(page).toContain(`    ${told.trim()}`)
  const fixed = printed.get('check -- sc58/elephants --fix') ?? ''
  expect(fixed).toContain('documents/sc58/elephants/body.en.md: 3 ids put in.')
})

test('what was added has no error, and the agenda lists it', async () => {
  const {messages, compositions} = await check({root, documents: ['sc58/elephants', 'sc58/agenda']})
  expect(messages.filter(({fatal}) => fatal).map(String)).toEqual([])
  expect(compositions.map(({plan, language}) => `${plan.path}.${language.code}`).sort()).toEqual(
    ['agenda', 'elephants'].flatMap((name) => ['en', 'es', 'fr'].map((code) => `sc58/${name}.${code}`)),
  )
  const agenda = compositions.find(
    ({plan, language}) => plan.path === 'sc58/agenda' && language.code === 'en',
  )
  expect(agenda && toText(agenda.tree as never)).toContain('Trade in ivory')
})

test('what it adds would break the tests of the house if they looked at it', () => {
  expect(faultsOf(wordedFiles(root), entries).join('\n')).toContain('documents/sc58/elephants/body.en.md')
})

test('and they do not: what they look at is the same, byte for byte', () => {
  expect(othersIn(root)).toEqual([
    'agendas/sc58.yaml: ivory',
    ...['en.yaml', 'es.yaml', 'fr.yaml', 'yaml'].map((end) => `decisions/ivory/decisions.${end}`),
    ...['en.yaml', 'es.yaml', 'fr.yaml', 'yaml'].map((end) => `decisions/ivory/tasks.${end}`),
    ...['es', 'fr'].map((code) => `decisions/ivory/translation.${code}.jsonl`),
    ...['en.yaml', 'es.yaml', 'fr.yaml', 'yaml'].map((end) => `meetings.${end}: cop16`),
    ...['body.en.md', 'body.es.md', 'body.fr.md', 'document.yaml'].map((name) => `sc58/elephants/${name}`),
    ...['es', 'fr'].map((code) => `sc58/elephants/translation.${code}.jsonl`),
  ])
  const [before, after] = [storyIn(story), storyIn(root)]
  expect([...after.keys()]).toEqual([...before.keys()])
  const words = (content: string | Buffer | undefined): string => String(content)
  // Where something is taken out of a file, its parser may set the rest otherwise: the values are what is read.
  for (const [path, content] of before) expect(words(after.get(path)), path).toBe(words(content))
})
