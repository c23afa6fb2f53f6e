import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runCheck} from '../../src/commands/check.ts'
import {run as runTranslate} from '../../src/commands/translate.ts'
import {type Ran, ran} from '../support/commands.ts'
import {copyRoot, removeRoot, repository} from '../support/content-root.ts'
import {testWith} from '../support/programs.ts'

// docs/translating.md followed to the letter: its commands are taken from the page, its message is what is said.
const page = readFileSync(join(repository, 'docs/translating.md'), 'utf8')
const {scripts} = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))

let root: string
beforeAll(async () => {
  root = await copyRoot('documents')
})
afterAll(() => removeRoot(root))

/** The commands under a heading of the page, in their order. */
function commandsUnder(heading: string): string[] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return [...section.matchAll(/^ {4,}(npm run .+)$/gm)].map(([, command = '']) => command)
}

/** Runs a command of the page in the copy, as its npm script does. */
function typed(command: string): Promise<Ran> {
  const [, script = '', rest = ''] = /^npm run ([a-z:]+)(?: -- (.+))?$/.exec(command) ?? []
  expect(Object.keys(scripts), command).toContain(script)
  const [name = '', subcommand] = script.split(':')
  const runs = {translate: runTranslate, check: runCheck, build: runBuild}
  const run = runs[name as keyof typeof runs]
  const args = [...(subcommand ? [subcommand] : []), ...rest.split(' ').filter((word) => word !== '')]
  return ran(run, [
    ...args.map((arg) => arg.replace(/^translation\//, `${root}/translation/`)),
    '--root',
    root,
  ])
}

const body = (code: string): string => join(root, `documents/sc58/internet-trade/body.${code}.md`)

async function edit(code: string, from: string, to: string): Promise<void> {
  const text = await readFile(body(code), 'utf8')
  expect(text).toContain(from)
  await writeFile(body(code), text.replace(from, to))
}

/** Lines of a file that are not now as they were. */
async function changedLines(path: string, before: string): Promise<string[]> {
  const lines = new Set(before.split('\n'))
  return (await readFile(path, 'utf8')).split('\n').filter((line) => !lines.has(line))
}

test('each command of the page is a script, and says what it does', async () => {
  const all = [...page.matchAll(/^ {4,}npm run ([a-z:]+)/gm)].map(([, script]) => script)
  expect([...new Set(all)].sort()).toEqual([
    'translate:confirm',
    'translate:export',
    'translate:import',
    'translate:start',
    'translate:status',
  ])
  for (const command of commandsUnder('See what is to be done')) expect((await typed(command)).status).toBe(0)
})

test('in an editor: a change is told as the page shows it, mended, and confirmed', async () => {
  await edit('en', 'most replies concerned', 'nearly all replies concerned')
  const {err} = await typed('npm run check -- sc58/internet-trade --language fr')
  // The page leaves out of the message what “…” stands for.
  const said = page.replace(/\n {4}/g, ' ')
  for (const piece of [
    'documents/sc58/internet-trade/body.fr.md:56:1: warning translation-stale: The English has changed since this was confirmed. Then: “With regard to the nature and extent of the trade, [-most-] replies concerned ',
    '{+nearly all+} replies concerned ',
    'French: “Pour ce qui est de la nature ',
    '”. Put the change into the French, or confirm it as it is.',
  ]) {
    expect(said).toContain(piece)
    expect(err).toContain(piece)
  }
  await edit('fr', 'la plupart des réponses', 'presque toutes les réponses')
  const ledger = join(root, 'documents/sc58/internet-trade/translation.fr.jsonl')
  const before = await readFile(ledger, 'utf8')
  const [confirm = ''] = commandsUnder('Change a translation in an editor')
  expect(await typed(confirm)).toMatchObject({
    status: 0,
    out: 'sc58/internet-trade (fr): 1 unit confirmed (1 that was stale).\n',
  })
  expect(await changedLines(ledger, before)).toHaveLength(1)
  expect((await typed('npm run check -- sc58/internet-trade --language fr')).err).toBe('')
})

testWith('omegat')('with OmegaT: a segment goes out, comes back, and is confirmed', async () => {
  await edit('en', 'in particular:', 'above all:')
  const [make = '', dry = '', put = '', confirm = ''] = commandsUnder('Translate with OmegaT')
  expect((await typed(make)).status).toBe(0)
  const project = join(root, 'translation/sc58-internet-trade.fr')
  // What a translator would have typed in OmegaT.
  const memory = (text: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header creationtool="OmegaT" creationtoolversion="3.6" segtype="paragraph" o-tmf="OmegaT" adminlang="EN-US" srclang="EN" datatype="plaintext"/><body><tu><tuv xml:lang="EN"><seg>With regard to the problems perceived, the replies mentioned above all:</seg></tuv><tuv xml:lang="FR"><seg>${text}</seg></tuv></tu></body></tmx>\n`
  await writeFile(
    join(project, 'omegat/project_save.tmx'),
    memory('Les problèmes perçus étaient avant tout les suivants:'),
  )
  const settings = `--config-dir=${join(root, 'omegat-settings')}`
  execFileSync('omegat', [project, '--mode=console-translate', settings, '--quiet'], {stdio: 'pipe'})
  const before = await readFile(body('fr'), 'utf8')
  expect((await typed(dry)).status).toBe(0)
  expect(await readFile(body('fr'), 'utf8')).toBe(before)
  expect((await typed(put)).status).toBe(0)
  expect(await changedLines(body('fr'), before)).toEqual([
    'Les problèmes perçus étaient avant tout les suivants: ^replies-on-problems',
  ])
  expect((await typed(confirm)).out).toContain('1 unit confirmed')
  expect((await typed('npm run check -- sc58/internet-trade --language fr')).err).toBe('')
})
