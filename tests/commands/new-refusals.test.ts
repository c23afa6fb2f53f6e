import {mkdir, rm, symlink, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/new.ts'
import {digestOfFolder, ran} from '../support/commands.ts'
import {copyRoot, removeRoot} from '../support/content-root.ts'

// What `cites-docs new` refuses, and asks. Nothing is changed then: every file is compared before and after.

let root: string
let before: string
beforeAll(async () => {
  root = await copyRoot('documents')
})
afterAll(() => removeRoot(root))
beforeEach(async () => {
  before = await digestOfFolder(root)
})
afterEach(async () => {
  expect(await digestOfFolder(root)).toBe(before)
})

const kind = ['--kind', 'standing-committee-document']
const title = ['--title', 'Trade in toy bears']
const start = (...args: string[]) => ran(run, [...args, '--root', root])

describe('refused as wrong usage', () => {
  const cases: [string, string[], RegExp][] = [
    [
      'an existing document',
      ['sc58/internet-trade', ...kind, ...title],
      /is there already, and nothing in it is changed/,
    ],
    ['a capital', ['sc58/Bears', ...kind, ...title], /“Bears” cannot be used. Write small letters/],
    ['one name', ['bears', ...kind, ...title], /two names with a slash between them/],
    ['a way out of the root', ['../bears', ...kind, ...title], /“..” cannot be used/],
    ['an absolute path', ['/tmp/bears/toys', ...kind, ...title], /two names with a slash/],
    ['the folder of decisions', ['decisions/bears', ...kind, ...title], /holds no documents/],
    ['the folder of agendas', ['agendas/bears', ...kind, ...title], /holds no documents/],
    ['a name of a device', ['sc58/nul', ...kind, ...title], /“nul” cannot be used/],
    [
      'an unknown kind',
      ['sc58/bears', '--kind', 'letter', ...title],
      /There is no kind “letter”. Write one of: agenda/,
    ],
    [
      'an unknown meeting',
      ['sc58/bears', '--meeting', 'sc99', ...kind, ...title],
      /There is no meeting “sc99”/,
    ],
    [
      'an unknown subject',
      ['sc58/bears', '--subject', 'bears', ...kind, ...title],
      /There is no subject “bears”\. Write .+, or make it first: cites-docs new --subject bears$/,
    ],
    ['a group in words', ['sc58/bears', '--group', 'two', ...kind, ...title], /Write its number, such as 2/],
    [
      'an unknown language',
      ['sc58/bears', '--language', 'de', ...kind, ...title],
      /There is no language “de”/,
    ],
    ['an unknown author', ['sc58/bears', '--author', 'me', ...kind, ...title], /There is no author “me”/],
    [
      'a day that does not exist',
      ['sc58/bears', '--date', '2009-02-30', ...kind, ...title],
      /“2009-02-30” cannot be used/,
    ],
    ['two folders', ['sc58/bears', 'sc58/toys', ...kind, ...title], /There are 2 folders/],
    ['an unknown option', ['sc58/bears', '--colour', 'red'], /Unknown option/],
    [
      'an office that a kind does not accept',
      ['cop15/bears', '--kind', 'conference-document', '--author', 'canada', '--office', 'zoo', ...title],
      /There is no office “zoo”\. Write one of: foreign-ministry, management-authority/,
    ],
    [
      'an office of an author who is no Party',
      ['cop15/bears', '--kind', 'conference-document', '--office', 'management-authority', ...title],
      /Leave out --office/,
    ],
    [
      'an option that a new dossier does not take',
      ['--dossier', 'x', '--kind', 'agenda'],
      /leave out --kind, --root/,
    ],
  ]
  test.each(cases)('%s', async (_what, args, reason) => {
    const {status, err} = await start(...args)
    expect(err).toMatch(reason)
    expect(status).toBe(2)
  })

  test('all that is missing is named at once, with its values', async () => {
    const {status, err} = await start()
    expect(status).toBe(2)
    expect(err).toMatch(/^Not said: --kind, --meeting, the folder \(such as sc58\/second\), --title\.$/m)
    expect(err).toMatch(/^The values of --kind are: agenda, .*workshop-report\.$/m)
    expect(err).toMatch(/^The values of --meeting are: cop14, /m)
  })

  test.each([
    [
      'that is there',
      ['--subject', 'internet-trade'],
      /decisions\/internet-trade is there already, and nothing in it/,
    ],
    ['with a capital', ['--subject', 'Bears'], /“Bears” cannot be used. Write small letters/],
    ['called none', ['--subject', 'none'], /cannot be called “none”/],
    ['of a meeting that does not exist', ['--subject', 'bears', '--meeting', 'cop99'], /no meeting “cop99”/],
    ['in a language that does not exist', ['--subject', 'bears', '--language', 'de'], /no language “de”/],
  ])('a subject %s', async (_what, args, reason) => {
    const {status, err} = await start(...args)
    expect(err).toMatch(reason)
    expect(status).toBe(2)
  })

  test('a dossier in a folder that holds something', async () => {
    const {status, err} = await ran(run, ['--dossier', root])
    expect(status).toBe(2)
    expect(err).toMatch(/is not empty, and nothing in it is changed/)
  })
})

test('a link in place of the folder of a meeting', async () => {
  const link = join(root, 'documents/sc99')
  await symlink('/tmp', link)
  const {status, err} = await start('sc99/bears', '--meeting', 'sc58', ...kind, ...title)
  await rm(link)
  expect(status).toBe(2)
  expect(err).toMatch(/is a link or a file, and no folder is made behind it/)
})

test('a folder that the disk will not have: nothing is left of it', async () => {
  // A file where the temporary folder would be made, so that it holds for every user.
  const folder = join(root, 'documents/sc58/bears')
  await mkdir(folder)
  await writeFile(join(folder, `.${process.pid}.new~`), '')
  const there = await digestOfFolder(root)
  await expect(start('sc58/bears', ...kind, ...title)).resolves.toMatchObject({status: 2})
  expect(await digestOfFolder(root)).toBe(there)
  await rm(folder, {recursive: true})
})

describe('asked on a terminal', () => {
  const ask = (answers: string[], ...args: string[]) => ran(run, [...args, '--root', root], answers)

  test('a wrong answer is explained and asked again, and leaving writes nothing', async () => {
    const {status, out, err} = await ask(['99', 'letter'], 'sc58/bears')
    expect(out).toMatch(/^Kind of document:\n {3}1 {2}agenda/)
    expect(out.match(/Number or name: /g)).toHaveLength(3)
    expect(out).toContain('There is no kind “99”.')
    expect(out).toContain('There is no kind “letter”.')
    expect(err).toBe('Nothing was written. No answer was given.\n')
    expect(status).toBe(1)
  })

  test('numbers and names answer, and Enter takes what is suggested', async () => {
    const {status, out} = await ask(['summary-record', 'sc58', '', 'sc58/bears', 'Toy bears'])
    expect(status).toBe(0)
    expect(out).toMatch(/none +it uses no decisions and no facts/)
    expect(out).toContain('[none]: ')
    expect(out).toContain('documents/sc58/bears/body.es.md')
    await rm(join(root, 'documents/sc58/bears'), {recursive: true})
  })

  test('no folder is suggested that is there already', async () => {
    const {out, err} = await ask(['summary-record', 'sc58', 'internet-trade', '', 'sc58/internet-trade'])
    expect(out).toContain('Folder of the document, as meeting/name: ')
    expect(out).toContain('Please answer with two names with a slash between them, such as sc58/second.')
    expect(out).toContain('documents/sc58/internet-trade is there already')
    expect(err).toBe('Nothing was written. No answer was given.\n')
  })

  test('what was said is not asked', async () => {
    const {status, out} = await ask(['', '', 'Toy bears'], 'sc58/bears', '--kind', 'summary-record')
    expect(status).toBe(0)
    expect(out).not.toContain('Kind of document')
    await rm(join(root, 'documents/sc58/bears'), {recursive: true})
  })
})
