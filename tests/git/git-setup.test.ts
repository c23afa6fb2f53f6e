import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runSetup} from '../../src/commands/git-setup.ts'
import {EnvironmentError} from '../../src/failure/index.ts'
import {setUp} from '../../src/git-setup/index.ts'
import {ran} from '../support/commands.ts'
import {repository} from '../support/content-root.ts'
import {
  attributeLines,
  commitAll,
  copyRepository,
  dossierRepository,
  type GitAnswer,
  git,
  identify,
  mustGit,
  replaceIn,
} from '../support/git.ts'

// What git-setup writes, and what git does with it; git itself runs the settings, as it does for an officer.
let base: string
const folders: string[] = []
beforeAll(async () => {
  base = await dossierRepository()
})
afterAll(() => {
  for (const folder of [base, ...folders]) rmSync(folder, {recursive: true, force: true})
})

function copy(): string {
  const root = copyRepository(base)
  folders.push(root)
  return root
}

/** An empty repository, perhaps with lines of .gitattributes. */
function emptyRepository(attributes = ''): string {
  const root = mkdtempSync(join(tmpdir(), 'cites docs git-'))
  folders.push(root)
  mustGit(root, 'init', '--quiet')
  identify(root)
  if (attributes !== '') writeFileSync(join(root, '.gitattributes'), attributes)
  return root
}

/** Changes a file apart on two branches and merges the other one; what that says. */
function mergeApart(root: string, path: string, before: string, own: string, other: string): GitAnswer {
  const commit = (text: string): void => {
    writeFileSync(path, text)
    commitAll(root, text.slice(0, 10))
  }
  commit(before)
  const branch = `other-${mustGit(root, 'rev-parse', '--short', 'HEAD').trim()}`
  mustGit(root, 'switch', '--quiet', '--create', branch)
  commit(other)
  mustGit(root, 'switch', '--quiet', '-')
  commit(own)
  return git(root, 'merge', '--no-edit', branch)
}

const settingsOf = (root: string): string => readFileSync(join(root, '.git/config'), 'utf8')
const built = join(repository, 'dist/cites-docs.js')
const program = {node: process.execPath, file: built, build: 'npm run build'}

test('it writes into the clone alone, twice the same, says what, and takes it back to the byte', async () => {
  const root = emptyRepository(`${attributeLines.join('\n')}\n`)
  const before = settingsOf(root)
  const {status, out, err} = await ran(runSetup, ['--root', root])
  expect({status, err}).toEqual({status: 0, err: ''})
  const once = settingsOf(root)
  const keys = ['diff.cites-docx.textconv', 'merge.cites-docs.driver', 'merge.cites-ledger.driver']
  for (const key of keys) {
    expect(out).toContain(`  ${key}: `)
    expect(git(root, 'config', '--local', key).status).toBe(0)
  }
  await ran(runSetup, ['--root', root])
  expect(settingsOf(root)).toBe(once)
  const removed = await ran(runSetup, ['--remove', '--root', root])
  for (const key of keys) expect(removed.out).toContain(`  ${key}: `)
  expect(settingsOf(root)).toBe(before)
  expect((await ran(runSetup, ['--remove', '--root', root])).out).toBe(
    'There are no settings of ours in this clone.\n',
  )
})

test('what somebody set beside ours stays', async () => {
  const root = emptyRepository()
  mustGit(root, 'config', 'diff.cites-docx.xfuncname', '^#')
  const before = settingsOf(root)
  await ran(runSetup, ['--root', root])
  await ran(runSetup, ['--remove', '--root', root])
  expect(settingsOf(root)).toBe(before)
})

test('lines that .gitattributes lacks are said; added, nothing is lacking', async () => {
  const root = emptyRepository('* text=auto\n*.docx binary\n')
  const {err} = await ran(runSetup, ['--root', root])
  expect(err).toBe(
    `Git asks for them only once these lines stand in the file .gitattributes; add them at its end:\n\n${attributeLines.join('\n')}\n\n`,
  )
  writeFileSync(join(root, '.gitattributes'), `* text=auto\n*.docx binary\n${attributeLines.join('\n')}\n`)
  expect((await ran(runSetup, ['--root', root])).err).toBe('')
})

test.each([
  ['words behind it', ['something']],
  ['two wishes', ['--remove', '--text', 'a']],
  ['no file to show', ['--text']],
  ['two files of three', ['--join-ledger', 'a', 'b']],
  ['an option that there is not', ['--global']],
])('%s: wrong usage, and nothing is written', async (_, args) => {
  const root = emptyRepository()
  const before = settingsOf(root)
  expect((await ran(runSetup, [...args, '--root', root])).status).toBe(2)
  expect(settingsOf(root)).toBe(before)
})

test('a folder in no repository, or none at all, is the environment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cites-docs-none-'))
  folders.push(folder)
  await expect(ran(runSetup, ['--root', folder])).rejects.toThrow(EnvironmentError)
  await expect(ran(runSetup, ['--root', join(folder, 'absent')])).rejects.toThrow(/does not exist/)
})

test('without git that is said', async () => {
  const path = process.env.PATH
  process.env.PATH = '/nowhere'
  try {
    await expect(ran(runSetup, ['--root', base])).rejects.toThrow(/^Git is not installed here/)
  } finally {
    process.env.PATH = path
  }
})

test('git diff, show and log -p: one word is one line, one paragraph is one line', async () => {
  const root = copy()
  await ran(runSetup, ['--root', root])
  const file = 'out/sc58/bear-trade.en.docx'
  replaceIn(root, 'documents/sc58/bear-trade/body.en.md', '1. the size', '1. the extent')
  await ran(runBuild, ['--root', root])
  const changes = (text: string): string[] => text.split('\n').filter((line) => /^[-+](?![-+])/.test(line))
  const expected = ['-report-size: the size; and', '+report-size: the extent; and']
  expect(changes(mustGit(root, 'diff', '--', file))).toEqual(expected)
  commitAll(root, 'A word')
  expect(changes(mustGit(root, 'show', 'HEAD', '--', file))).toEqual(expected)
  replaceIn(
    root,
    'documents/sc58/bear-trade/body.en.md',
    'The Secretariat opens',
    'Nothing came in between. ^between\n\nThe Secretariat opens',
  )
  replaceIn(
    root,
    'documents/sc58/bear-trade/body.fr.md',
    'Le Secrétariat ouvre',
    'Rien ne survint. ^between\n\nLe Secrétariat ouvre',
  )
  await ran(runBuild, ['--root', root])
  commitAll(root, 'A paragraph')
  expect(changes(mustGit(root, 'log', '-1', '-p', '--format=', '--', file))).toEqual([
    '+between: Nothing came in between.',
  ])
})

test('a root below the top of the repository, in a folder with a space and a quotation mark', async () => {
  const top = emptyRepository()
  const root = join(top, "it's 100 % ours")
  mkdirSync(root)
  mustGit(base, 'checkout-index', '--all', `--prefix=${root}/`)
  commitAll(top, 'The dossier')
  expect((await ran(runSetup, ['--root', root])).err).toBe('')
  const file = join(root, 'out/sc58/bear-trade.en.docx')
  writeFileSync(file, readFileSync(join(root, 'out/sc58/otter-trade.en.docx')))
  expect(mustGit(root, 'diff', '--', file)).toMatch(/^-\(symbol\): SC58\sDoc\.\s12$/m)
})

test('a program in such a folder is found all the same', async () => {
  const root = emptyRepository(`${attributeLines.join('\n')}\n`)
  const file = join(root, `50%A $(touch hit) "it's".mjs`)
  writeFileSync(
    file,
    'import {writeFileSync} from "node:fs"\nconst [, , , wish, , , own] = process.argv\nif (wish === "--text") console.log("read")\nelse writeFileSync(own, "joined\\n")\n',
  )
  await setUp(root, {...program, file})
  writeFileSync(join(root, 'a.docx'), 'x')
  mustGit(root, 'add', '--intent-to-add', 'a.docx')
  expect(mustGit(root, 'diff', '--', 'a.docx')).toContain('+read\n')
  const ledger = join(root, 'documents/translation.fr.jsonl')
  mkdirSync(join(root, 'documents'))
  mergeApart(root, ledger, 'base\n', 'own\n', 'other\n')
  expect(readFileSync(ledger, 'utf8')).toBe('joined\n')
  expect(existsSync(join(root, 'hit'))).toBe(false)
})

test('where the program is gone, git goes on: a line tells Word files apart, ledgers are joined as lines', async () => {
  const root = emptyRepository(`${attributeLines.join('\n')}\n`)
  await setUp(root, {...program, file: join(root, 'gone.js')})
  const ledger = join(root, 'documents/translation.fr.jsonl')
  mkdirSync(join(root, 'documents'))
  writeFileSync(join(root, 'a.docx'), 'x')
  commitAll(root, 'One')
  writeFileSync(join(root, 'a.docx'), 'y')
  expect(mustGit(root, 'diff')).toMatch(/^-\(No text of this Word file: .* [0-9a-f]{40}\)\n\+\(No text/m)
  const ledgerOf = (...changed: string[]): string =>
    [...'abcdefgh'].map((unit) => `{"unit":"${unit}"${changed.includes(unit) ? ',"now":1' : ''}}\n`).join('')
  expect(mergeApart(root, ledger, ledgerOf(), ledgerOf('a'), ledgerOf('h')).status).toBe(0)
  expect(readFileSync(ledger, 'utf8')).toBe(ledgerOf('a', 'h'))
  expect(mergeApart(root, ledger, ledgerOf(), ledgerOf('a'), ledgerOf('b')).status).toBe(1)
  expect(readFileSync(ledger, 'utf8')).toMatch(/<{7}[\s\S]*={7}[\s\S]*>{7}/)
})

test('attributes of a branch cannot have words decided by the driver of made files', async () => {
  const root = emptyRepository('* merge=cites-docs\n')
  await setUp(root, program)
  const path = join(root, "it's $(touch hit).md")
  expect(mergeApart(root, path, 'base\n', 'own\n', 'other\n').status).toBe(1)
  expect(readFileSync(path, 'utf8')).toMatch(/<{7}[\s\S]*own[\s\S]*other/)
  expect(existsSync(join(root, 'hit'))).toBe(false)
})

test('the name of a made file is no command of a shell or a terminal', async () => {
  const root = emptyRepository('* merge=cites-docs\n')
  await setUp(root, program)
  mkdirSync(join(root, 'out'))
  const path = join(root, "out/'; touch hit; '\u001b[31m$(touch hit)x.manifest.json")
  const {status, err} = mergeApart(root, path, 'base\n', 'own\n', 'other\n')
  expect(status).toBe(0)
  expect(readFileSync(path, 'utf8')).toBe('own\n')
  expect(err).toBe(
    'Both sides changed the document of out/touchhit31mtouchhitx: yours was kept there. Type “npm run build” and commit what it writes.\n',
  )
  expect(existsSync(join(root, 'hit'))).toBe(false)
})

test('an undefined driver is none: without git-setup Word files are binary, and others are joined as lines', () => {
  const root = copy()
  const file = 'out/sc58/bear-trade.en.docx'
  expect(mustGit(root, 'check-attr', 'diff', 'merge', '--', file)).toBe(
    `${file}: diff: cites-docx\n${file}: merge: cites-docs\n`,
  )
  writeFileSync(join(root, file), readFileSync(join(root, 'out/sc58/otter-trade.en.docx')))
  expect(mustGit(root, 'diff', '--', file)).toContain('Binary files a/')
})
