import {spawnSync} from 'node:child_process'
import {appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {run as runBuild} from '../../src/commands/build.ts'
import {run as runTranslate} from '../../src/commands/translate.ts'
import {ran} from './commands.ts'
import {repository} from './content-root.ts'
import {copyFolder, fixtureRoot} from './fixture-root.ts'

/** What git answered, whatever its status. */
export interface GitAnswer {
  status: number
  out: string
  err: string
}

// Nothing of whoever runs the tests counts.
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_EDITOR: 'true',
  HOME: tmpdir(),
  LC_ALL: 'C.UTF-8',
}

/** Runs git in a folder. */
export function git(folder: string, ...args: string[]): GitAnswer {
  const {status, stdout, stderr} = spawnSync('git', args, {cwd: folder, env, encoding: 'utf8'})
  return {status: status ?? -1, out: stdout, err: stderr}
}

/** Runs git, and throws what it says when it fails. */
export function mustGit(folder: string, ...args: string[]): string {
  const {status, out, err} = git(folder, ...args)
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${out}${err}`)
  return out
}

/** What `.gitattributes` says of files for which `git-setup` has settings, as it is told where they lack. */
export const attributeLines = [
  '*.docx -text diff=cites-docx',
  'out/** merge=cites-docs',
  'documents/**/translation.*.jsonl merge=cites-ledger',
]

/**
 * A repository with two documents in two languages, confirmed, built and committed on `main`, as a dossier has them; the
 * caller removes its folder.
 */
export async function dossierRepository(): Promise<string> {
  const root = await fixtureRoot()
  const dossier = join(repository, 'templates/dossier')
  for (const name of ['gitignore', 'gitattributes'])
    if (existsSync(join(dossier, name))) copyFileSync(join(dossier, name), join(root, `.${name}`))
  const attributes = readFileSync(join(root, '.gitattributes'), 'utf8')
  for (const line of attributeLines)
    if (!attributes.includes(line)) appendFileSync(join(root, '.gitattributes'), `${line}\n`)
  await ran(runTranslate, ['confirm', '--all', '--root', root])
  await ran(runBuild, ['--root', root])
  mustGit(root, 'init', '--quiet', '--initial-branch', 'main')
  identify(root)
  commitAll(root, 'The dossier')
  return root
}

/** Gives a clone somebody who commits. */
export function identify(folder: string): void {
  mustGit(folder, 'config', 'user.name', 'An officer')
  mustGit(folder, 'config', 'user.email', 'officer@example.org')
}

/** Commits whatever there is. */
export function commitAll(folder: string, message: string): void {
  mustGit(folder, 'add', '--all')
  mustGit(folder, 'commit', '--quiet', '-m', message)
}

/** A copy of a repository with its history. */
export function copyRepository(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'cites-docs-git-'))
  copyFolder(root, copy)
  return copy
}

/** Puts words in the place of others in a file of a work tree; throws where they do not stand there. */
export function replaceIn(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8')
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  writeFileSync(join(folder, path), text.replace(from, to))
}

/** Files in conflict, sorted. */
export function inConflict(folder: string): string[] {
  const out = mustGit(folder, 'diff', '--name-only', '--diff-filter=U', '-z')
  return out.split('\0').filter((path) => path !== '')
}
