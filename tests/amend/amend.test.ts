import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {run} from '../../src/commands/amend.ts'
import {check} from '../../src/index.ts'
import {besideLedgers} from '../support/beside-ledgers.ts'
import {digestOfFolder, type Ran, ran} from '../support/commands.ts'

// tests/fixtures/amend has a text in force, a body as it shall read, and in expected/ what the command makes of it.
const fixture = fileURLToPath(new URL('../fixtures/amend', import.meta.url))
const languages = ['en', 'fr', 'es']

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cites-docs-amend-'))
  await cp(join(fixture, 'documents'), join(root, 'documents'), {recursive: true})
})
afterEach(() => rm(root, {recursive: true}))

const amend = (...args: string[]): Promise<Ran> => ran(run, [...args, '--root', root])
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
/** Replaces words of a file; what is looked for must be there. */
async function change(path: string, find: string, put: string): Promise<void> {
  const text = await read(path)
  expect(text).toContain(find)
  await writeFile(join(root, path), text.replace(find, put))
}

const yaml = 'documents/cop16/makers/document.yaml'
const english = 'documents/cop16/makers/body.en.md'

test('the bodies get the marks that stand in expected/, and the same again the second time', async () => {
  const {status, out} = await amend('cop16/makers')
  expect(status).toBe(0)
  expect(out).toBe(
    `${languages.map((code) => `documents/cop16/makers/body.${code}.md: 4 changed, 2 added, 3 deleted, 2 moved.\n`).join('')}Next: type “cites-docs build cop16/makers” to see them in print.\n`,
  )
  for (const code of languages)
    await expect(await read(`documents/cop16/makers/body.${code}.md`)).toMatchFileSnapshot(
      join(fixture, 'expected/cop16/makers', `body.${code}.md`),
    )
  const {messages} = await check({root, documents: ['cop16/makers']})
  // Whole items that are struck are asked for elsewhere.
  expect(
    besideLedgers(messages)
      .filter(({ruleId}) => ruleId !== 'struck-item')
      .map(String),
  ).toEqual([])
  const before = await digestOfFolder(root)
  const again = await amend('cop16/makers')
  expect(again.out.match(/it is as it should be/g)).toHaveLength(3)
  expect(await digestOfFolder(root)).toBe(before)
})

test('the words in force are written into a body that has only hints', async () => {
  expect((await amend('cop16/begun')).err).toContain(
    'documents/cop16/begun/body.en.md has no words yet. Add --begin to have the words in force written into it.',
  )
  const {status, out} = await amend('cop16/begun', '--begin')
  expect([status, out.split('\n')[0]]).toEqual([0, 'documents/cop16/begun/body.en.md: the words in force.'])
  for (const code of languages)
    await expect(await read(`documents/cop16/begun/body.${code}.md`)).toMatchFileSnapshot(
      join(fixture, 'expected/cop16/begun', `body.${code}.md`),
    )
  expect((await amend('cop16/begun')).out).toContain(
    '0 changed, 0 added, 0 deleted, 0 moved; it is as it should be.',
  )
  expect((await amend('cop16/begun', '--begin')).err).toContain(
    'body.en.md has words already. Leave out --begin',
  )
})

test('a dry run shows the words with their marks and writes nothing; one language is done by itself', async () => {
  const before = await digestOfFolder(root)
  const {status, out} = await amend('cop16/makers', '--dry-run', '--language', 'fr')
  expect(status).toBe(0)
  expect(out).toContain(
    "\n  de compter les offres :del[d'*Ursus arctos*] :ins[d'*Ursus maritimus*] dans les ports",
  )
  expect(out).not.toContain('body.en.md')
  expect(out.endsWith('Nothing was written: this was a dry run.\n')).toBe(true)
  expect(await digestOfFolder(root)).toBe(before)
})

test('marks made by hand that are right stay as they are; the ends of lines and a byte order mark do too', async () => {
  const hand =
    ':del[RECALLING that bears and other animals] :ins[RECALLING that bears and other toys] of cloth'
  await change(english, 'RECALLING that bears and other toys of cloth', hand)
  const raw = `\ufeff${(await read(english)).replaceAll('\n', '\r\n')}`
  await writeFile(join(root, english), raw)
  expect((await amend('cop16/makers', '--language', 'en')).status).toBe(0)
  const text = await read(english)
  expect(text).toContain(hand)
  expect(text.startsWith('\ufeff---\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
})

test.each([
  [
    'a document that is not there',
    () => undefined,
    'cop16/maker',
    2,
    'There is no document “cop16/maker”. Is “cop16/makers” meant?',
  ],
  [
    'one that amends nothing',
    () => change(yaml, 'amends: {number: "99.2", revision: CoP15}\n', ''),
    'cop16/makers',
    1,
    'cop16/makers',
  ],
  [
    'a text that is not there',
    () => change(yaml, '"99.2", revision: CoP15', '"99.3", revision: CoP15'),
    'cop16/makers',
    1,
    'The words of Resolution Conf. 99.3 (Rev. CoP15) are not in documents/texts/. Write them into documents/texts/conf-99-3-cop15.yaml and one file for each language beside it (docs/quoting.md, “Texts of elsewhere”).',
  ],
  [
    'a text that is not the one in force',
    () => change(yaml, '"99.2", revision: CoP15', '"99.2", revision: CoP14'),
    'cop16/makers',
    1,
    'On the day of the document (2012-10-04) Resolution Conf. 99.2 (Rev. CoP15) is in force, and not Resolution Conf. 99.2 (Rev. CoP14). Correct “amends” in its document.yaml.',
  ],
  [
    'a text that is in force only later',
    () => change('documents/texts/conf-99-2.yaml', '"2010-03-25"', '"2013-03-14"'),
    'cop16/makers',
    1,
    'Resolution Conf. 99.2 (Rev. CoP15) is in force since 2013-03-14, after the day of the document (2012-10-04). Correct “amends” or the date in its document.yaml.',
  ],
  [
    'a text without words in a language',
    () => rm(join(root, 'documents/texts/conf-99-2.fr.yaml')),
    'cop16/makers',
    1,
    'documents/cop16/makers/body.fr.md: the text “conf-99-2” has no words in this language. Write them into documents/texts/conf-99-2.fr.yaml.',
  ],
  [
    'a text that lacks the words of a paragraph',
    () => change('documents/texts/conf-99-2.en.yaml', "  aware: 'AWARE that few makers are known;'\n", ''),
    'cop16/makers',
    1,
    'documents/cop16/makers/body.en.md: documents/texts/conf-99-2.en.yaml has no words for “aware”. Write them there.',
  ],
  [
    'a body with errors',
    () => change(english, 'NOTING that', 'NOTING <b>that</b>'),
    'cop16/makers',
    1,
    'body.en.md:10:8: error markdown-html: “<b>” is HTML',
  ],
  [
    'a lead that is struck above an item that is not',
    () => change(english, 'URGES Parties: ^urges', ':del[URGES Parties:] ^urges'),
    'cop16/makers',
    1,
    'documents/cop16/makers/body.en.md: “:del[URGES Parties:]” is struck, and what stands under it is not. Strike that as well, or keep a word of it.',
  ],
])('%s is refused in one message', async (_what, spoil, document, status, reason) => {
  await spoil()
  const result = await amend(document)
  expect([result.status, result.err]).toEqual([status, expect.stringContaining(reason)])
})
