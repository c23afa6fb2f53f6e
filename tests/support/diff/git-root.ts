import {execFileSync} from 'node:child_process'
import {cp, mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll} from 'vitest'
import {fixtureRoot} from '../fixture-root.ts'

/** What git answers in a folder, whatever whoever runs the test has in their own settings. */
export function git(folder: string, ...args: string[]): string {
  const settings = [
    'user.name=A',
    'user.email=a@b.example',
    'commit.gpgsign=false',
    'init.defaultBranch=main',
  ]
  return execFileSync('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1'},
  })
}

/** A new folder that is removed when the tests of the file have run. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cites-docs-diff-'))
  afterAll(() => rm(folder, {recursive: true, force: true}))
  return folder
}

/** A repository with the small dossier and its twin in `texts/`, below its top, committed once. */
export async function gitRoot(): Promise<{top: string; root: string}> {
  const top = await newFolder()
  const root = join(top, 'texts')
  const fixture = await fixtureRoot()
  await cp(fixture, root, {recursive: true})
  await rm(fixture, {recursive: true})
  git(top, 'init', '--quiet')
  commitAll(top, 'first')
  return {top, root}
}

/** Commits all that stands in a repository. */
export function commitAll(top: string, message: string): void {
  git(top, 'add', '--all')
  git(top, 'commit', '--quiet', '--allow-empty', '-m', message)
}

/** Changes a file of a root. */
export async function change(
  root: string,
  path: string,
  text: string | ((before: string) => string),
): Promise<void> {
  const file = join(root, path)
  await mkdir(dirname(file), {recursive: true})
  const before = await readFile(file, 'utf8').catch(() => '')
  const after = typeof text === 'string' ? text : text(before)
  if (after === before) throw new Error(`${path} is as it was.`)
  await writeFile(file, after)
}
