import {existsSync, readdirSync} from 'node:fs'
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type BuildResult, build, type Outputs, write} from '../../src/index.ts'
import {terminalReport} from '../../src/report/index.ts'
import {besideLedgers} from './beside-ledgers.ts'
import {changeLines} from './change-lines.ts'
import {endings, isSitePage} from './documents.ts'
import {bytesOf, copyFolder, fixtureRoot, overlay} from './fixture-root.ts'
import {manifestsOf} from './manifests.ts'

// The cases of tests/fixtures/messages. A folder is a case, and its name the claim:
//   changes/        files laid over the small dossier (see overlay)
//   changes.diff    lines changed in a file of the dossier or in a template of the package (see changeLines)
//   messages.txt    the report as a terminal shows it; empty where silence is right
//   written.txt     the documents and languages that are written
//   <name>.<language>.txt   the built text of sc58/<name>, where its words are the point
//   options.json    `final`: build with --final; `sameBytes`: the documents are those of the unchanged dossier
const folder = fileURLToPath(new URL('../fixtures/messages', import.meta.url))
const cases = readdirSync(folder, {withFileTypes: true}).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)
const builtText = /^([a-z-]+\.[a-z]{2})\.txt$/
/** Of one case in how many the outputs are put beside earlier ones; what `write` does with them is that of tests/write. */
const ofWritten = 10
/** Files that tell of the whole dossier: made only where nothing is wrong anywhere. */
const ofDossier = ['deadlines.en.ics', 'deadlines.fr.ics', 'register.json']

interface Built {
  root: string
  outputs: Outputs
}

/**
 * The tests of the cases whose names begin with some letters, so that each core has its own.
 *
 * @param letters  such as `abc`
 */
export function testCases(letters: string): void {
  let built: Built
  beforeAll(async () => {
    const root = await fixtureRoot()
    const result = await build({root})
    await write(root, result.outputs, result)
    built = {root, outputs: result.outputs}
  })
  afterAll(() => rm(built.root, {recursive: true}))

  test('the dossier that the cases change has nothing to report', async () => {
    const {messages, outputs} = await build({root: built.root})
    expect(messages).toEqual([])
    expect(writtenDocuments(outputs)).toEqual(
      ['bear-trade.en', 'bear-trade.fr', 'otter-trade.en', 'otter-trade.fr'].map((name) => `sc58/${name}`),
    )
  })

  const own = cases.filter((name) => letters.includes(name.charAt(0)))
  describe.each(own.map((name, index) => [name, index % ofWritten === 0] as const))(
    '%s',
    (name, isWritten) => {
      const path = join(folder, name)

      test('holds only files that are known', async () => {
        const files = await readdir(path)
        const changes = ['changes', 'changes.diff']
        const known = [...changes, 'messages.txt', 'written.txt', 'options.json']
        expect(files.filter((file) => !known.includes(file) && !builtText.test(file))).toEqual([])
        expect(files.some((file) => changes.includes(file))).toBe(true)
      })

      test('is reported and written as expected', async ({onTestFinished}) => {
        const root = await mkdtemp(join(tmpdir(), 'cites-docs-case-'))
        onTestFinished(() => rm(root, {recursive: true}))
        copyFolder(join(built.root, 'documents'), join(root, 'documents'))
        if (isWritten) copyFolder(join(built.root, 'out'), join(root, 'out'))
        const sources = await overlaid(name, root)
        const result = await isAsExpected(name, root, built)
        if (isWritten) await expectWritten(root, result)
        expect(await bytesOf(root, 'out')).toEqual(sources)
      })
    },
  )
}

/** Lays the changes of a case over a copy of the dossier; gives every source as it is then. */
async function overlaid(name: string, root: string): Promise<Map<string, string>> {
  const at = (file: string): string => join(folder, name, file)
  if (existsSync(at('changes'))) await overlay(root, at('changes'))
  if (existsSync(at('changes.diff'))) changeLines(root, await readFile(at('changes.diff'), 'utf8'))
  return bytesOf(root, 'out')
}

/** Builds the case and compares what is reported and would be written. */
async function isAsExpected(name: string, root: string, built: Built): Promise<BuildResult> {
  const at = (file: string): string => join(folder, name, file)
  const options = existsSync(at('options.json')) ? JSON.parse(await readFile(at('options.json'), 'utf8')) : {}
  const result = await build({root, final: options.final})

  // What every change entails; these cases are about it.
  const told = name.startsWith('translation-') ? result.messages : besideLedgers(result.messages)
  const report = terminalReport(told, {texts: result.texts, color: false, isAll: true})
  await expect(report).toMatchFileSnapshot(at('messages.txt'))
  const written = writtenDocuments(result.outputs)
  await expect(lines(written)).toMatchFileSnapshot(at('written.txt'))
  for (const file of await readdir(join(folder, name))) {
    const document = builtText.exec(file)?.[1]
    if (!document) continue
    const bytes = result.outputs.get(`sc58/${document}.txt`)?.bytes
    await expect(new TextDecoder().decode(bytes)).toMatchFileSnapshot(at(file))
  }

  // What a command would exit with, against what the folder's name claims; and whether earlier outputs stay.
  const hasErrors = result.messages.some(({fatal}) => fatal === true)
  expect({refused: hasErrors}).toEqual({refused: /\b(?:is|are)-refused\b/.test(name)})
  expect(result.isPartial).toBe(hasErrors || result.dossier.documents.length === 0)
  // Pages about all documents are made from those that are made.
  const isAnyMade = result.documents.some(({isRefused}) => !isRefused)
  for (const file of [...ofDossier, 'index.html', 'index.fr.html', 'search.html'])
    expect(result.outputs.has(file), file).toBe(isAnyMade)
  if (options.sameBytes) expect(documentsOf(result.outputs)).toEqual(documentsOf(built.outputs))
  return result
}

/** Writes what was built. Refused: the earlier output stays. Accepted: only what is made now is there. Nothing else anywhere. */
async function expectWritten(root: string, result: BuildResult): Promise<void> {
  const earlier = await bytesOf(join(root, 'out'))
  await write(root, result.outputs, result)
  const now = await bytesOf(join(root, 'out'))
  const manifests = manifestsOf(result.outputs)
  const kept = result.messages.some(({fatal}) => fatal === true) ? [...earlier.keys()] : []
  for (const file of [...kept, ...result.outputs.keys()]) {
    if (manifests.includes(file)) continue
    const bytes = result.outputs.get(file)?.bytes
    const expected = bytes ? Buffer.from(bytes).toString('latin1') : earlier.get(file)
    expect(now.get(file) === expected, `out/${file} is what it should be`).toBe(true)
  }
  const expected = new Set([...kept, ...result.outputs.keys(), ...manifests])
  expect([...now.keys()].sort()).toEqual([...expected].sort())
}

/** The outputs of documents: what tells of the whole dossier bears the date of its latest fact. */
function documentsOf(outputs: Outputs): Outputs {
  return new Map([...outputs].filter(([path]) => !ofDossier.includes(path) && !isSitePage(path)))
}

/** Documents with their language, each of which has all its formats. */
function writtenDocuments(outputs: Outputs): string[] {
  const names = [
    ...new Set([...documentsOf(outputs).keys()].map((path) => path.replace(/(?:\.units)?\.[a-z]+$/, ''))),
  ].sort()
  for (const name of names)
    for (const ending of endings) expect(outputs.has(`${name}.${ending}`), `${name}.${ending}`).toBe(true)
  return names
}

function lines(names: readonly string[]): string {
  return names.map((name) => `${name}\n`).join('')
}
