import {cp, mkdir, readFile, rm, rmdir, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest'
import {EnvironmentError} from '../../src/index.ts'
import {changesOf, planRelease, writeRelease} from '../../src/release/index.ts'
import {copyRoot} from '../support/content-root.ts'
import {bytesOf} from '../support/fixture-root.ts'
import {change, copyOf, documentYaml, release, releaseRoot} from '../support/release.ts'

// Whatever is refused, not a byte of the content root changes.

let original: string
let root: string
beforeAll(async () => {
  original = await releaseRoot()
}, 60_000)
afterAll(() => rm(original, {recursive: true}))
beforeEach(async () => {
  root = await copyOf(original)
})
afterEach(() => rm(root, {recursive: true}))

const usual = ['sc58/internet-trade', '--number', '24']
const body = 'documents/sc58/internet-trade/body.en.md'

/** Runs `release`, proves that nothing was written, and gives what was said and how it ended. */
async function refused(args: readonly string[], folder = root): Promise<{said: string; end: unknown}> {
  const before = await bytesOf(folder)
  const {status, err, error} = await release(folder, ...args)
  expect(await bytesOf(folder)).toEqual(before)
  return {said: error?.message ?? err, end: error?.constructor.name ?? status}
}

/** A second document of the same words in the meeting. */
async function secondDocument(...changes: [string, string][]): Promise<void> {
  await cp(join(root, 'documents/sc58/internet-trade'), join(root, 'documents/sc58/a-second'), {
    recursive: true,
  })
  for (const [before, after] of changes)
    await change(root, 'documents/sc58/a-second/document.yaml', before, after)
}

test('XX for the number of another document', async () => {
  await secondDocument()
  await change(root, body, 'reports on the workshop', 'reports on :document[sc58/a-second]')
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain('documents/sc58/a-second/document.yaml:4:18: error final-unassigned')
  expect(said).toContain('Not released, because of the errors above. Nothing was written.')
})

test('an example', async () => {
  await change(
    root,
    'documents/decisions/internet-trade/decisions.yaml',
    '"14.35", example: false',
    '"14.35", example: true',
  )
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain('error final-example: The number of the decision is an example.')
})

test('a date of the document that is an example, though no sentence prints it', async () => {
  await change(root, documentYaml, 'original: en', 'example-date: true\noriginal: en')
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain(`${documentYaml}:7:7: error final-example: The date of the document is an example.`)
})

test('a language that is still drafting', async () => {
  await change(root, documentYaml, 'fr: complete', 'fr: drafting')
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain('error final-drafting: French is still drafting.')
})

test('any error of the document', async () => {
  await change(root, body, ':ref[assess-laws]', ':ref[asess-laws]')
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain(`${body}:19:106:`)
  expect(said).toContain('error unknown-reference')
})

test('a number that an earlier document of the folder has, and one that a later has', async () => {
  await secondDocument(['number: null', 'number: "24"'])
  expect((await refused(usual)).said).toContain('The symbol “SC58 Doc. 24” is already that of sc58/a-second.')
  await change(root, documentYaml, 'number: null', 'number: "25"')
  const {said, end} = await refused(['sc58/a-second', '--number', '25'])
  expect(end).toBe(1)
  expect(said).toContain('The number “25” is already that of sc58/internet-trade.')
  expect(said.match(/error symbol-twice/g)).toHaveLength(1)
})

test('a number that a document of another kind has, where both print one symbol', async () => {
  await mkdir(join(root, 'templates/kinds'), {recursive: true})
  const kind = await readFile(
    new URL('../../templates/kinds/standing-committee-document.yaml', import.meta.url),
  )
  await writeFile(join(root, 'templates/kinds/other-document.yaml'), kind)
  await secondDocument(['number: null', 'number: "24"'], ['standing-committee-document', 'other-document'])
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain('The symbol “SC58 Doc. 24” is already that of sc58/a-second.')
})

test('a file of that name with other bytes', async () => {
  await mkdir(join(root, 'release'))
  await writeFile(join(root, 'release/F58-24.html'), 'another\n')
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain('release/F58-24.html:1:1: error release-exists')
  expect(said).toContain('a released file is never overwritten')
})

test('a file of an earlier release that was changed since', async () => {
  await mkdir(join(root, 'release'))
  await writeFile(join(root, 'release/E58-9.docx'), 'changed\n')
  await writeFile(join(root, 'release/SHA256SUMS'), `${'0'.repeat(64)}  E58-9.docx\n`)
  const {said, end} = await refused(usual)
  expect(end).toBe(1)
  expect(said).toContain('release/E58-9.docx:1:1: error release-changed')
})

test('a list of digests that was damaged', async () => {
  await mkdir(join(root, 'release'))
  await writeFile(join(root, 'release/SHA256SUMS'), '<<<<<<< HEAD\n')
  expect((await refused(usual)).said).toContain('release/SHA256SUMS:1:1: error release-sums')
})

test('a posting of the same revision with other words, or with none', async () => {
  const posted = (words: string): string =>
    `subject: internet-trade\nposted:\n  - {revision: null, date: "2009-05-22"${words}}`
  await change(root, documentYaml, 'subject: internet-trade', posted(''))
  expect(await refused(usual)).toMatchObject({
    end: 1,
    said: expect.stringContaining('error posted-unrecorded'),
  })
  await change(root, documentYaml, '"2009-05-22"', `"2009-05-22", words: {en: "${'0'.repeat(16)}"}`)
  expect(await refused(usual)).toMatchObject({end: 1, said: expect.stringContaining('error posted-changed')})
})

test('a document that is not made as the facts stand, and one with examples, in the dossier of this project', async () => {
  const real = await copyRoot('documents')
  try {
    const dormant = await refused(['cop15/conf-11-3', '--number', '24'], real)
    expect(dormant.end).toBe('UsageError')
    expect(dormant.said).toContain(
      'is not made as the facts stand (its document.yaml says “when: outcome.amendment”)',
    )
    expect((await refused(usual, real)).said).toContain('error final-example')
  } finally {
    await rm(real, {recursive: true})
  }
})

test.each([
  ['no document', ['--number', '24'], 'Name one document, such as'],
  [
    'two documents',
    ['sc58/internet-trade', 'sc58/summary-record', '--number', '24'],
    'Name one document, such as',
  ],
  ['no number', ['sc58/internet-trade'], 'Write the number of the document'],
  ['an unknown document', ['sc58/internet', '--number', '24'], 'There is no document “sc58/internet”.'],
  ['a folder of documents', ['sc58', '--number', '24'], '“sc58” is not one document.'],
  ['a number with a letter', ['sc58/internet-trade', '--number', '24a'], '“24a” is no number'],
  ['a number of a year', ['sc58/internet-trade', '--number', '2009/038'], 'such as 24 or 36.1'],
  [
    'a kind without numbers, though none is said',
    ['sc58/summary-record'],
    'Documents of the kind “summary-record” have no number, and cannot be released under one.',
  ],
  [
    'a revision of what was not posted',
    [...usual, '--revision', '1'],
    'nothing of “sc58/internet-trade” was posted yet',
  ],
  ['a revision that is no number', [...usual, '--revision', 'one'], '“--revision one” is no revision'],
  ['a day that does not exist', [...usual, '--posted', '2009-02-30'], '“--posted 2009-02-30” is no day'],
  ['a day of the year 9999', [...usual, '--posted', '9999-12-31'], '“--posted 9999-12-31” is no day'],
  [
    'a day before the document',
    [...usual, '--posted', '2009-05-01'],
    'is before the date of the document (2009-05-07)',
  ],
  ['an unknown option', [...usual, '--force'], 'Write --help after the command'],
  [
    'an option without its value',
    [...usual, '--number', '--posted'],
    'Nothing stands behind “--number”, which needs a value.',
  ],
])('wrong usage: %s', async (_what, args, words) => {
  const {said, end} = await refused(args)
  expect(end).toBe('UsageError')
  expect(said).toContain(words)
})

test('a dry run shows what would be written and writes nothing', async () => {
  const before = await bytesOf(root)
  const {status, out} = await release(root, ...usual, '--dry-run')
  expect(await bytesOf(root)).toEqual(before)
  expect(status).toBe(0)
  expect(out).toContain('SC58 Doc. 24 would be released')
  expect(out).toContain(
    'release/S58-24A1.html, release/SHA256SUMS, documents/sc58/internet-trade/document.yaml, 38 files of out/.',
  )
})

test('a link in place of release/', async () => {
  await mkdir(join(root, 'elsewhere'))
  await symlink(join(root, 'elsewhere'), join(root, 'release'))
  const {said, end} = await refused(usual)
  expect(end).toBe('EnvironmentError')
  expect(said).toContain('is a link. Put a folder there.')
})

test('a disk that fails half way: it is said what was written, and the same command completes it', async () => {
  const {release: planned} = await planRelease({root, document: 'sc58/internet-trade', number: '24'})
  if (!planned) throw new Error('The fixture can be released.')
  const {own} = await changesOf(root, planned)
  await mkdir(join(root, 'release/E58-24.html'), {recursive: true}) // Nothing can be put in place of a folder.
  const failure = await writeRelease(root, planned, own.changed).catch((cause: Error) => cause)
  expect(failure).toBeInstanceOf(EnvironmentError)
  expect(String(failure)).toContain('\nWritten: release/E58-24.docx.\nNot written: release/E58-24.html, ')
  expect(await readFile(join(root, documentYaml), 'utf8')).toContain('number: null')

  await rmdir(join(root, 'release/E58-24.html'))
  expect(await release(root, ...usual)).toMatchObject({status: 0, error: undefined})
  expect((await release(root, ...usual)).out).toContain('is already released')
})

test('an error of another document refuses nothing: it is shown, and what that document has in out/ stays', async () => {
  const other = 'documents/sc58/summary-record/document.yaml'
  const posting = `posted:\n  - {revision: null, date: "2009-07-10", words: {fr: "${'0'.repeat(16)}"}}`
  await change(root, other, 'subject: internet-trade', `subject: internet-trade\n${posting}`)
  const {status, out, err} = await release(root, ...usual)
  expect(status).toBe(0)
  expect(out).toContain('SC58 Doc. 24 is released in en, fr, es.')
  expect(err).toContain(`${other}:9:54: error posted-changed`)
  expect(err).toContain('The errors above are of other documents: they stay in out/ as they were.')
  const printed = async (language: string): Promise<string> =>
    readFile(join(root, `out/sc58/summary-record.${language}.txt`), 'utf8')
  expect(await printed('fr')).toContain('\nXX. Commerce en ligne')
  expect(await printed('en')).toContain('\n24. Internet trade')
})
