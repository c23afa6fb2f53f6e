import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {copyRoot, removeRoot} from '../support/content-root.ts'
import {smallDossier} from '../support/fixture-root.ts'
import {here, status} from '../support/status-command.ts'

// tests/fixtures/status-command/<name>.txt: what the command prints on a terminal of a width.
const fixtures = fileURLToPath(new URL('../fixtures/status-command', import.meta.url))

describe('what is printed', () => {
  test.each([
    ['late-80', 80, ['--date', '2009-05-31']],
    ['late-120', 120, ['--date', '2009-05-31']],
    ['late-40', 40, ['--date', '2009-05-31']],
    ['late-fr-80', 80, ['--date', '2009-05-31', '--language', 'fr']],
    ['waiting-100', 100, ['--date', '2008-03-15', '--subject', 'internet-trade']],
    ['latest-80', 80, []],
  ])('%s: no line is wider than the terminal', async (name, width, args) => {
    const {out, err, exit} = await status(here(...args), {width})
    expect({err, exit}).toEqual({err: '', exit: 0})
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(width)
    await expect(out).toMatchFileSnapshot(join(fixtures, `${name}.txt`))
  })

  test('without --date the day is that of the latest fact, and the output says so', async () => {
    const {out} = await status(here())
    expect(out).toContain('2009-10-09 is the date of the latest fact')
    expect((await status(here('--date', '2009-10-09'))).out).not.toContain('latest fact')
  })

  test('colour stands beside the word that says the same, and only where it is wanted', async () => {
    const sgr = String.fromCharCode(27)
    const {out} = await status(here('--date', '2009-05-31'), {color: true, width: 120})
    expect(out).toContain(`${sgr}[31mLate: `)
    expect(out).toContain(`${sgr}[33mBlocked: `)
    const plain = await status(here('--date', '2009-05-31'), {width: 120})
    expect(out.replaceAll(new RegExp(`${sgr}\\[\\d+m`, 'g'), '')).toBe(plain.out)
  })

  test('a dossier without tasks says so', async () => {
    const {out, exit} = await status(['--root', smallDossier])
    expect(exit).toBe(0)
    expect(out).toContain('There are no tasks.')
  })
})

test.each([
  [['--date', '2009-02-30'], '“--date 2009-02-30” is no day. Write year-month-day, such as 2009-05-22.'],
  [
    ['--subject', 'bears'],
    'There is no subject “bears”. Write one of: internet-trade, internet-trade-cop15.',
  ],
  [['--language', 'de'], 'There is no language “de”. Write one of: en, fr, es.'],
  [['sc58'], 'The status is that of all documents: leave out “sc58”. One subject is named by --subject.'],
])('%j is wrong usage', async (args, message) => {
  await expect(status(here(...args))).rejects.toThrow(message)
})

test('an error in the facts is reported and hides its subject; one in the words of a document or in another language is not asked about', async ({
  onTestFinished,
}) => {
  const root = await copyRoot('documents')
  onTestFinished(() => removeRoot(root))
  const write = (path: string, text: string): Promise<void> => writeFile(join(root, 'documents', path), text)
  await write('sc58/internet-trade/body.en.md', '# No front matter\n')
  await write('decisions/internet-trade/tasks.fr.yaml', 'tasks: 3\n')
  expect(await status(['--root', root])).toMatchObject({err: '', exit: 0})
  const {out, err, exit} = await status(['--root', root, '--language', 'fr'])
  expect(exit).toBe(1)
  expect(out).toContain('CoP15')
  expect(out).not.toContain('14.35')
  expect(err).toMatch(/^documents\/decisions\/internet-trade\/tasks\.fr\.yaml:1:8: error schema-type:/)
  expect(err).toMatch(/\nNot shown, because of what is wrong in them: internet-trade\.\n$/)
  const own = await status(['--root', root, '--language', 'fr', '--subject', 'internet-trade'])
  expect(own).toMatchObject({out: '', exit: 1})
})

describe('what is wrong elsewhere is told beside what it does not touch:', () => {
  const broken = async (path: string, text: string, ...args: string[]) => {
    const root = await copyRoot('documents')
    try {
      await writeFile(join(root, 'documents', path), text)
      return await status(['--root', root, ...args])
    } finally {
      await removeRoot(root)
    }
  }

  test.each([
    ['the facts of another subject', 'decisions/internet-trade-cop15/decisions.yaml', 'decisions: 3\n'],
    ['an agenda', 'agendas/sc58.yaml', 'items: 3\n'],
    ['a document.yaml', 'sc58/agenda/document.yaml', 'kind: 3\n'],
    ['the glossary', 'glossary.yaml', 'terms: 3\n'],
  ])('%s', async (_what, path, text) => {
    const {out, err, exit} = await broken(path, text)
    expect(exit).toBe(1)
    expect(err).toContain(`documents/${path}:1:`)
    expect(out).toContain('14.35')
  })

  test.each([
    ['the meetings, on which deadlines depend', 'meetings.yaml', 'meetings: 3\n'],
    [
      'all that was asked for',
      'decisions/internet-trade/tasks.yaml',
      'tasks: 3\n',
      '--subject',
      'internet-trade',
    ],
  ])('but for %s', async (_what, path, text, ...args) => {
    const {out, err, exit} = await broken(path, text, ...args)
    expect({out, exit}).toEqual({out: '', exit: 1})
    expect(err).toContain(`documents/${path}:1:`)
  })
})

test('--help tells the options', async () => {
  for (const option of ['--date', '--subject', '--language', '--json', '--root', '-h'])
    expect((await status(['-h'])).out).toContain(option)
})
