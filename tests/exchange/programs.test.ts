import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {
  omegatProject,
  readReturned,
  readTable,
  type Segment,
  tmxSegment,
  writeTable,
  writeTmx,
  writeXliff,
} from '../../src/exchange/index.ts'
import {omegatSegment} from '../../src/exchange/omegat/project-files.ts'
import {codesOf} from '../../src/exchange/segment.ts'
import type {Translation} from '../../src/resolve/index.ts'
import {digestOf, type Ledger} from '../../src/translation/index.ts'
import {repository} from '../support/content-root.ts'
import {allOf, planned, roots, translationsOf, withTexts} from '../support/exchange.ts'
import {testWith} from '../support/programs.ts'

// Judges that share no code with us.
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cites-docs-exchange-'))
})
afterAll(() => rm(folder, {recursive: true}))

/** The document with all that can be written, into French. */
const constructs = (await translationsOf(roots[1] ?? '')).find(
  (one) => one.folder === 'documents/cop15/constructs' && one.language === 'fr',
) as Translation

const schema = join(repository, 'tests/fixtures/standards/xliff-core-1.2-transitional.xsd')

testWith('xmllint')(
  'what goes out is XLIFF 1.2, with the original or the translation as target',
  async () => {
    for (const isForOmegat of [false, true]) {
      const path = join(folder, `${isForOmegat}.xlf`)
      await writeFile(path, writeXliff([allOf(constructs)], {isForOmegat}))
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', schema, path], {stdio: 'pipe'})
    }
  },
)

testWith('pofilter')('translate-toolkit reads every unit, and every pair of the memory', async () => {
  const exported = allOf(constructs)
  const pairs = exported.units.map(({key, source, target = []}) => ({
    folder: exported.folder,
    key,
    source,
    target,
  }))
  const between = {original: 'en', language: 'fr'}
  const files = {
    'all.xlf': writeXliff([exported], {isForOmegat: false}),
    'all.tmx': writeTmx(pairs, {...between, tool: 'cites-docs', write: tmxSegment}),
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  const script = `
import sys
from translate.storage import factory
for name in sys.argv[1:]:
    units = [unit for unit in factory.getobject(name).units if not unit.isheader()]
    print(len(units), sum(1 for unit in units if unit.target))`
  const read = execFileSync(
    '/usr/bin/python3',
    ['-c', script, ...Object.keys(files).map((name) => join(folder, name))],
    {encoding: 'utf8'},
  )
  const {length} = exported.units
  expect(read).toBe(`${length} ${length}\n${length} ${length}\n`)
})

testWith('omegat')('OmegaT gives back a translation of every unit with every code', async () => {
  const project = join(folder, 'omegat')
  const exported = allOf(constructs)
  const content = {
    folders: [exported],
    dossier: {glossary: []},
    translations: [],
    original: 'en',
    language: 'fr',
  }
  for (const [path, text] of omegatProject(content)) {
    await mkdir(join(project, path, '..'), {recursive: true})
    await writeFile(join(project, path), text)
  }
  // What a translator would have typed: words backwards, codes as they are. It is known to OmegaT by the names of codes alone.
  const pairs = exported.units.map(({key, source}) => ({folder: key, key, source, target: backwards(source)}))
  const form = {original: 'en', language: 'fr', tool: 'OmegaT', write: omegatSegment}
  await writeFile(join(project, 'omegat/project_save.tmx'), writeTmx(pairs, form))
  const options = ['--mode=console-translate', `--config-dir=${join(folder, 'config')}`, '--quiet']
  execFileSync('omegat', [project, ...options], {stdio: 'pipe'})
  const returned = await readReturned(project)
  if ('reason' in returned) throw new Error(returned.reason)
  const plan = planned(returned, [constructs])
  expect(plan.refusals).toEqual([])
  expect(plan.same).toEqual([])
  const withCodes = exported.units.filter(({source}) => codesOf(source).length > 0).map(({key}) => key)
  expect(withCodes.length).toBeGreaterThan(30)
  const changed = new Map(plan.units.map(({key, words}) => [key, words]))
  const words = exported.units.filter(({source}) => source.some((piece) => /\p{L}{2}/u.test(String(piece))))
  expect(words.filter(({key}) => !changed.has(key)).length).toBeLessThan(words.length / 20)
  expect(changed.get('body#asked-parties')).toMatch(/^ehT tairaterceS .*\[\^asked\] \*susrU irodoeht\*/)
})

test('names that somebody saved in OmegaT as they are count as translated, and no others', async () => {
  const project = join(folder, 'names')
  const exported = allOf(constructs)
  const named = (word: string) => ({
    ...exported.units[0],
    key: `body#${word}`,
    source: [word],
    target: undefined,
  })
  const units = [named('Accra'), named('Bonn')] as typeof exported.units
  const form = {original: 'en', language: 'fr', tool: 'OmegaT', write: omegatSegment}
  const pair = {folder: '', key: 'a', source: ['Accra'], target: ['Accra']}
  const memory = writeTmx([pair], form).replace('\n', '\n<!DOCTYPE tmx SYSTEM "tmx11.dtd">\n')
  const files = {
    'omegat.project': '',
    'target/a.xlf': writeXliff([{...exported, units}], {isForOmegat: true}),
    'omegat/project_save.tmx': memory,
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(project, path, '..'), {recursive: true})
    await writeFile(join(project, path), text)
  }
  const returned = await readReturned(project)
  expect('reason' in returned || returned[0]?.units.map(({key, isToDo}) => [key, isToDo])).toEqual([
    ['body#Accra', false],
    ['body#Bonn', true],
  ])
  await writeFile(
    join(project, 'omegat/project_save.tmx'),
    memory.replace('tmx11.dtd">', 'tmx11.dtd" [<!ENTITY a "b">]>'),
  )
  expect(await readReturned(project)).toMatchObject({
    file: 'project_save.tmx',
    reason: expect.stringMatching(/DOCTYPE/),
  })
})

function backwards(segment: Segment): Segment {
  return segment.map((piece) =>
    typeof piece === 'string'
      ? piece.replace(/\p{L}+/gu, (word) => [...word].reverse().join(''))
      : {...piece, pieces: piece.pieces && backwards(piece.pieces)},
  )
}

testWith('soffice')('a table that LibreOffice saved brings back what was typed in it', async () => {
  const exported = allOf(constructs)
  const units = exported.units.map((unit, at) => ({
    ...unit,
    target: at % 3 === 0 ? backwards(unit.target ?? []) : unit.target,
  }))
  const typed = join(folder, 'typed.docx')
  await writeFile(typed, await writeTable([{...exported, units}], new Map()))
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const saved = join(folder, 'saved')
  const options = ['--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved, typed]
  execFileSync('soffice', [profile, ...options], {stdio: 'pipe'})
  const returned = readTable(await readFile(join(saved, 'typed.docx')), 'typed.docx')
  const [before] = readTable(await readFile(typed), 'typed.docx')
  expect(returned.map((one) => one.units)).toEqual([before?.units])
  const plan = planned(returned, [constructs])
  expect(plan.refusals).toEqual([])
  expect(plan.units.length).toBeGreaterThan(exported.units.length / 4)
})

testWith(
  'po4a-gettextize',
  'po4a-updatepo',
  'msgattrib',
)('po4a finds the same paragraphs stale', async () => {
  const [own] = (await translationsOf(roots[0] ?? '')).filter(
    (one) => one.folder === 'documents/workshop/invitation' && one.language === 'fr',
  )
  const file = own?.files.find(({stem}) => stem === 'body')
  if (!own || !file?.translation) throw new Error('no such document')
  const english = String(file.original.file)
  const changed = english
    .replace('the Secretariat has the honour', 'the Secretariat has the pleasure')
    .replace('within each delegation', 'in each delegation')
    .replace('the working languages', 'working languages')
    .replace(
      'By the date of the present invitation, replies',
      'By the day of the present invitation, replies',
    )
  const names = {old: english, new: changed, fr: String(file.translation.file)}
  for (const [name, text] of Object.entries(names)) await writeFile(join(folder, `${name}.md`), text)
  const form = ['-f', 'text', '-o', 'markdown', '-M', 'UTF-8']
  const program = (name: string, ...args: string[]): string =>
    execFileSync(name, args, {cwd: folder, encoding: 'utf8', stdio: 'pipe'})
  program('po4a-gettextize', ...form, '-L', 'UTF-8', '-m', 'old.md', '-l', 'fr.md', '-p', 'all.po')
  program('msgattrib', '--clear-fuzzy', '--no-wrap', '-o', 'fr.po', 'all.po')
  program('po4a-updatepo', ...form, '-m', 'new.md', '-p', 'fr.po')
  const fuzzy = program('msgattrib', '--only-fuzzy', '--no-obsolete', '--no-wrap', 'fr.po')
  const theirs = [...fuzzy.matchAll(/^(?:msgid )?".*\^([a-z-]+)"$/gm)].map(([, id]) => `body#${id}`)
  const ledger: Ledger = new Map(
    own.pairs().map(({key, original: {source}, translation}) => [
      key,
      {
        unit: key,
        state: 'final',
        source,
        digest: digestOf(source),
        translation: digestOf(translation?.source ?? ''),
      },
    ]),
  )
  const now = withTexts(own, new Map([[file.original.path, changed]]), ledger)
  const ours = now
    .pairs()
    .filter(({verdict}) => verdict === 'stale')
    .map(({key}) => key)
  expect(ours.length).toBeGreaterThan(1)
  expect(new Set(theirs)).toEqual(new Set(ours))
})

test('a memory has no document type, and each pair the name of its unit', () => {
  const exported = allOf(constructs)
  const [unit] = exported.units.filter(({source}) => codesOf(source).length > 1)
  const {key = '', source = [], target = []} = unit ?? {}
  const text = writeTmx([{folder: exported.folder, key, source, target}], {
    original: 'en',
    language: 'fr',
    tool: 'cites-docs',
    write: tmxSegment,
  })
  expect(text).not.toContain('DOCTYPE')
  expect(text).toContain(`<tu tuid="cop15/constructs/${key}">`)
  expect(text.match(/<seg>/g)).toHaveLength(2)
})
