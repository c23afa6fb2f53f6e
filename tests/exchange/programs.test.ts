import {execFileSync} from 'node:child_process'
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {omegatProject, readReturned, tmxSegment, writeTmx, writeXliff} from '../../src/exchange/index.ts'
import {codesOf} from '../../src/exchange/segment.ts'
import type {Translation} from '../../src/resolve/index.ts'
import {repository} from '../support/content-root.ts'
import {allOf, planned, roots, translationsOf} from '../support/exchange.ts'
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
  const omegat = (...args: string[]): void =>
    void execFileSync('omegat', [project, `--config-dir=${join(folder, 'config')}`, '--quiet', ...args], {
      stdio: 'pipe',
    })
  const pseudo = join(project, 'omegat/project_save.tmx')
  const made = join(folder, 'pseudo.tmx')
  omegat(
    '--mode=console-createpseudotranslatetmx',
    `--pseudotranslatetmx=${made}`,
    '--pseudotranslatetype=equal',
  )
  // Words backwards, codes as they are.
  const memory = (await readFile(made, 'utf8')).replace(
    /(<tuv lang="fr">\s*<seg>)(.*?)(?=<\/seg>)/gs,
    (_, before: string, words: string) =>
      before +
      words.replace(/&lt;\/?[gx]\d+\/?&gt;|&\w+;|\p{L}+/gu, (piece) =>
        /^&/.test(piece) ? piece : [...piece].reverse().join(''),
      ),
  )
  await writeFile(pseudo, memory)
  omegat('--mode=console-translate')
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
