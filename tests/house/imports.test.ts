import {readdirSync, readFileSync} from 'node:fs'
import {join, posix} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

/** The rooms of the house, each with its rank: a room imports only rooms of a lower rank. */
const ranks = new Map([
  ['difference', 0],
  ['failure', 0],
  ['message', 0],
  ['picture', 0],
  ['tree', 0],
  ['word', 0],
  ['load', 1],
  ['validate', 2],
  ['translation', 3],
  ['resolve', 4],
  ['compose', 5],
  ['number', 6],
  ['check', 7],
  ['render', 8],
  ['certify', 9],
  ['write', 10],
])

/** What puts the stages together: it may import any of them, and none of them may import it. */
const composers = new Set([
  'amend',
  'diff',
  'edited',
  'fix',
  'release',
  'pdf',
  'redline',
  'new',
  'report',
  'sheet',
  'exchange',
  'git-setup',
  'kept',
  'since',
  'translate',
  'commands',
  'asked.ts',
  'reading',
  'looking',
  'content.ts',
  'pipeline.ts',
  'render-document.ts',
  'site-maker.ts',
  'site-notes.ts',
  'write-outputs.ts',
  'refusals.ts',
  'dossier-outputs.ts',
  'package-files.ts',
  'package-data.ts',
  'own-schemas.ts',
  'trial.ts',
  'trial-worker.ts',
  'claims.ts',
  'makers.ts',
  'maker-worker.ts',
  'cli.ts',
  'index.ts',
])

const rule = 'a stage imports only stages before it (ARCHITECTURE.md, “One way only”).'
const doorRule = 'a room is entered only by its index.ts (ARCHITECTURE.md, “One way only”).'

const roomOf = (path: string): string => path.split('/')[1] ?? ''

/** Imports of a file that go the wrong way or not through the door. */
function faultsOf(path: string, text: string): string[] {
  const faults: string[] = []
  const specifiers = /(?:\bfrom|\bimport|\bimport\()\s*['"](\.[^'"]+)['"]/g
  for (const match of text.matchAll(specifiers)) {
    const target = posix.join(posix.dirname(path), match[1] ?? '')
    const [from, to] = [roomOf(path), roomOf(target)]
    if (from === to) continue
    const line = text.slice(0, match.index).split('\n').length
    const name = to.endsWith('.ts') ? to : `${to}/`
    const [own, other] = [ranks.get(from), ranks.get(to)]
    const mayImport = composers.has(from) || (own !== undefined && other !== undefined && other < own)
    if (!mayImport) faults.push(`${path}:${line} imports ${name}: ${rule}`)
    else if (other !== undefined && target !== `src/${to}/index.ts`)
      faults.push(`${path}:${line} imports ${target.slice('src/'.length)}: ${doorRule}`)
  }
  return faults
}

const files = readdirSync(join(repository, 'src'), {recursive: true, encoding: 'utf8'})
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.ts'))
  .sort()

test('every import goes to a stage before, through its door', () => {
  const faults = files.flatMap((path) => faultsOf(path, readFileSync(join(repository, path), 'utf8')))
  expect(faults).toEqual([])
})

test('a file of the package is found from files right under src/ only: the command is bundled beside them', () => {
  const deep = files.filter(
    (path) =>
      path.split('/').length > 2 &&
      /new URL\([^)]*import\.meta/.test(readFileSync(join(repository, path), 'utf8')),
  )
  expect(deep).toEqual([])
})

test('before it knows which command is wanted, the command loads what it begins and ends with alone', () => {
  const text = readFileSync(join(repository, 'src/cli.ts'), 'utf8')
  const loaded = [...text.matchAll(/^import .* from '(\..+)'$/gm)].map((match) => match[1])
  expect(loaded).toEqual(['./commands/late-optimizing.ts', './commands/terminal.ts', './failure/index.ts'])
  for (const path of ['commands/late-optimizing.ts', 'commands/terminal.ts', 'failure/failures.ts'])
    expect(readFileSync(join(repository, 'src', path), 'utf8')).not.toMatch(/ from '\./)
})

test('every room has a rank or is a composer', () => {
  const rooms = new Set(files.map(roomOf))
  expect([...rooms].filter((room) => !ranks.has(room) && !composers.has(room))).toEqual([])
  expect([...ranks.keys(), ...composers].filter((room) => !rooms.has(room))).toEqual([])
})

test('an import of a later stage is a fault, also of its types', () => {
  const text = "import a from 'x'\n\nimport type {\n  B,\n} from '../render/index.ts'\n"
  expect(faultsOf('src/number/label.ts', text)).toEqual([`src/number/label.ts:5 imports render/: ${rule}`])
  expect(faultsOf('src/load/load.ts', "await import('../check/index.ts')")).toHaveLength(1)
  expect(faultsOf('src/load/load.ts', "export {a} from '../check/index.ts'")).toHaveLength(1)
  expect(faultsOf('src/write/write.ts', "import '../pipeline.ts'")).toEqual([
    `src/write/write.ts:1 imports pipeline.ts: ${rule}`,
  ])
  expect(faultsOf('src/tree/types.ts', "import '../message/index.ts'")).toHaveLength(1)
})

test('a room is entered by its door only', () => {
  const fault = [`src/check/check.ts:1 imports load/decode.ts: ${doorRule}`]
  expect(faultsOf('src/check/check.ts', "import {decode} from '../load/decode.ts'")).toEqual(fault)
  expect(faultsOf('src/pipeline.ts', "import {decode} from './load/decode.ts'")).toHaveLength(1)
  expect(faultsOf('src/check/rules/a.ts', "import {x} from '../../load/index.ts'")).toEqual([])
  expect(faultsOf('src/check/rules/a.ts', "import {x} from '../types.ts'")).toEqual([])
  expect(faultsOf('src/cli.ts', "import {t} from './commands/terminal.ts'")).toEqual([])
})
