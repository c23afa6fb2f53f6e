import {existsSync} from 'node:fs'
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {run} from '../../src/commands/new.ts'
import {build, check} from '../../src/index.ts'
import {ran} from '../support/commands.ts'
import {copyRoot, removeRoot, repository} from '../support/content-root.ts'

// `cites-docs new` in the dossier of the project and in a new one. tests/fixtures/new/<kind>/ holds the files that it
// makes for two kinds, to be read side by side.

const kinds = (await readdir(join(repository, 'templates/kinds'))).map((name) => name.replace('.yaml', ''))
const languages = ['en', 'fr', 'es']
const conference = ['amended-resolution', 'committee-draft-decisions', 'conference-document']
const committee = ['--committee', 'II']

/** Arguments for a document of a kind that is about the subject of its root. */
function wish(root: string, kind: string): string[] {
  return [...wishOfNone(root, kind), '--subject', root === project ? 'internet-trade' : 'example-subject']
}

/** The same for one of which no subject is named. */
function wishOfNone(root: string, kind: string): string[] {
  const meeting = conference.includes(kind) ? 'cop15' : 'sc58'
  const own = kind === 'committee-draft-decisions' ? committee : []
  return [`${meeting}/new-document`, '--kind', kind, '--title', 'Trade in toy bears', '--root', root, ...own]
}

let project: string
let fresh: string
beforeAll(async () => {
  project = await copyRoot('documents')
  fresh = join(await mkdtemp(join(tmpdir(), 'cites-docs-new-')), 'dossier')
  const {status, out} = await ran(run, ['--dossier', fresh])
  expect(status).toBe(0)
  expect(out).toContain(fresh)
})
afterAll(async () => {
  await removeRoot(project)
  await rm(join(fresh, '..'), {recursive: true})
})

test('a new dossier builds as it is, with nothing to report', async () => {
  const {outputs, messages} = await build({root: fresh})
  expect(messages.map(String)).toEqual([])
  for (const language of languages)
    expect([...outputs.keys()]).toContain(`sc58/example-subject.${language}.docx`)
  expect(existsSync(join(fresh, 'README.md'))).toBe(true)
  expect(existsSync(join(fresh, 'gitignore'))).toBe(false)
  expect((await readFile(join(fresh, '.gitignore'), 'utf8')).split('\n')).toContain('/edited/')
})

test('a new dossier bears the name that is given to its subject', async () => {
  const root = `${fresh}-of-bears`
  expect((await ran(run, ['--dossier', root, '--subject', 'toy-bears'])).status).toBe(0)
  const {outputs, messages} = await build({root, formats: ['txt']})
  expect(messages.map(String)).toEqual([])
  expect([...outputs.keys()]).toContain('sc58/toy-bears.en.txt')
  expect(await readdir(join(root, 'documents/decisions'))).toEqual(['toy-bears'])
})

describe.each([
  ['the dossier of the project', () => project, kinds.filter((_, index) => index % 4 === 0), ['txt']],
  ['a new dossier', () => fresh, kinds, ['docx', 'html', 'txt']],
])('in %s', (_name, rootOf, begun, formats) => {
  test.each(begun)('a document of the kind %s passes check and is built in every language', async (kind) => {
    const root = rootOf()
    const made = await ran(run, wish(root, kind))
    expect(made.err).toBe('')
    expect(made.status).toBe(0)
    const path = wish(root, kind)[0] ?? ''
    try {
      const {outputs, messages} = await build({root, documents: [path], formats})
      // A document without its number may still wait for its row in the agenda.
      expect(messages.filter(({ruleId}) => ruleId !== 'agenda-row-missing').map(String)).toEqual([])
      for (const language of languages)
        for (const format of formats) expect([...outputs.keys()]).toContain(`${path}.${language}.${format}`)
    } finally {
      await rm(join(root, 'documents', path), {recursive: true})
    }
  })
})

test.each(['standing-committee-document', 'notification'])(
  'the files of the kind %s are these',
  async (kind) => {
    const [path = ''] = wish(project, kind)
    const {status, out} = await ran(run, wish(project, kind))
    expect(status).toBe(0)
    const folder = join(project, 'documents', path)
    try {
      const names = (await readdir(folder)).sort()
      for (const name of names) {
        expect(out).toContain(`documents/${path}/${name}`)
        await expect(await readFile(join(folder, name), 'utf8')).toMatchFileSnapshot(
          join(repository, 'tests/fixtures/new', kind, name),
        )
      }
      expect((await readdir(join(repository, 'tests/fixtures/new', kind))).sort()).toEqual(names)
    } finally {
      await rm(folder, {recursive: true})
    }
  },
)

test('a working group has the number that is said', async () => {
  const [path = '', ...rest] = wishOfNone(project, 'working-group-document')
  expect((await ran(run, [path, ...rest, '--group', '2'])).status).toBe(0)
  const folder = join(project, 'documents', path)
  try {
    expect(await readFile(join(folder, 'document.yaml'), 'utf8')).toContain('group: "2"\n')
  } finally {
    await rm(folder, {recursive: true})
  }
})

describe('without a subject', () => {
  const made = [
    'agenda',
    'amended-resolution',
    'conference-document',
    'information-document',
    'notification',
    'standing-committee-document',
    'summary-record',
  ]

  test.each(made)('a document of the kind %s has none, says so, and has no error', async (kind) => {
    const [path = ''] = wishOfNone(project, kind)
    const own = kind === 'amended-resolution' ? ['--resolution', 'Conf. 11.3 (Rev. CoP14)'] : []
    const {status, out, err} = await ran(run, [...wishOfNone(project, kind), ...own])
    expect({status, err}).toEqual({status: 0, err: ''})
    expect(out).toContain('It has no subject: it prints no decisions and no facts.')
    const folder = join(project, 'documents', path)
    try {
      const yaml = await readFile(join(folder, 'document.yaml'), 'utf8')
      expect(yaml).not.toContain('subject:')
      if (own.length > 0) expect(yaml).toContain('amends: {number: "11.3", revision: CoP14}\n')
      const {outputs, messages} = await build({root: project, documents: [path], formats: ['txt']})
      // A document without its number may still wait for its row in the agenda; a draft resolution for its costs.
      const expected = ['agenda-row-missing', 'draft-budget']
      expect(messages.filter(({ruleId = ''}) => !expected.includes(ruleId)).map(String)).toEqual([])
      for (const language of languages) expect([...outputs.keys()]).toContain(`${path}.${language}.txt`)
    } finally {
      await rm(folder, {recursive: true})
    }
  })

  // A table of tasks, a cover that prints the workshop, the resolution that an outcome or --resolution names.
  test.each(['status-report', 'invitation', 'amended-resolution'])(
    'one of the kind %s is not made, since it prints decisions and facts',
    async (kind) => {
      const {status, err} = await ran(run, wishOfNone(project, kind))
      expect(status).toBe(1)
      expect(err).toMatch(/^Nothing was written\. A document of this kind .+ --subject\b/)
    },
  )

  test('one that is called like a subject takes that one and says so', async () => {
    const {status, out} = await ran(run, [
      'cop14/internet-trade-cop15',
      ...wishOfNone(project, 'information-document').slice(1),
    ])
    const folder = join(project, 'documents/cop14/internet-trade-cop15')
    expect(status).toBe(0)
    expect(out).toContain(
      'Its subject is internet-trade-cop15, which has the same name; --subject names another.',
    )
    expect(await readFile(join(folder, 'document.yaml'), 'utf8')).toContain('subject: internet-trade-cop15\n')
    await rm(folder, {recursive: true})
  })

  test('none is taken where that is said', async () => {
    const args = ['cop14/internet-trade-cop15', ...wishOfNone(project, 'information-document').slice(1)]
    expect((await ran(run, [...args, '--subject', 'none'])).status).toBe(0)
    const folder = join(project, 'documents/cop14/internet-trade-cop15')
    expect(await readFile(join(folder, 'document.yaml'), 'utf8')).not.toContain('subject:')
    await rm(folder, {recursive: true})
  })
})

test('a final document refuses each hint at its place, and none once words stand in its place', async () => {
  const root = fresh
  const [path = ''] = wish(root, 'information-document')
  await ran(run, [...wish(root, 'information-document'), '--language', 'en'])
  const body = join(root, 'documents', path, 'body.en.md')
  const text = await readFile(body, 'utf8')
  const hintsOf = async (): Promise<(number | undefined)[]> => {
    const {messages} = await check({root, documents: [path], final: true})
    return messages.filter(({ruleId}) => ruleId === 'final-hint').map(({line}) => line)
  }
  try {
    const lines = text.split('\n').flatMap((line, index) => (line.includes(':hint[') ? [index + 1] : []))
    expect(lines.length).toBeGreaterThan(0)
    expect([...new Set(await hintsOf())]).toEqual(lines)
    await writeFile(body, text.replaceAll(/:hint\[[^\]]*\]/g, 'Words of the author'))
    expect(await hintsOf()).toEqual([])
    const {outputs} = await build({root, documents: [path], formats: ['txt']})
    const printed = new TextDecoder().decode(outputs.get(`${path}.en.txt`)?.bytes)
    expect(printed).toContain('Words of the author')
    expect(printed).not.toContain('[Say')
  } finally {
    await rm(join(root, 'documents', path), {recursive: true})
  }
})

test('an empty folder that is there already is taken', async () => {
  const folder = join(project, 'documents/sc58/empty')
  await mkdir(folder)
  const args = ['sc58/empty', '--kind', 'summary-record', '--title', 'T', '--root', project]
  expect(await ran(run, args)).toMatchObject({status: 0, err: ''})
  expect(await readdir(folder)).toContain('document.yaml')
  await rm(folder, {recursive: true})
})
