import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {EnvironmentError, UsageError} from '../failure/index.ts'
import {printable, quote} from '../message/index.ts'

const run = promisify(execFile)

/** Bytes of one answer: a list of all names of a large root, or one file. */
const mostBytes = 16 * 1024 * 1024
const mostMilliseconds = 60_000
const revisionForm = /^[A-Za-z0-9][\w./@{}^~-]{0,200}$/

/** A revision of the repository in which a content root lies. */
export interface Revision {
  /** Text of a file as it was; undefined where there was none. */
  read(path: string): Promise<string | undefined>
  /** Paths of files under the root that are not now as they were, also those that git does not know yet. */
  changed(): Promise<Set<string>>
}

/**
 * A revision, as git has it; nothing of the repository is run or changed.
 *
 * @param root  the content root
 * @param name  such as `origin/main` or `HEAD~1`
 * @throws UsageError  when there is no such revision
 * @throws EnvironmentError  when git is not there, or the folder is not in a repository
 */
export async function revisionOf(root: string, name: string): Promise<Revision> {
  if (!revisionForm.test(name))
    throw new UsageError(
      `${quote(name)} is no revision. Write a branch, a tag or a commit, such as origin/main.`,
    )
  const git = (...args: string[]): Promise<string> => gitIn(root, args)
  const found = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`).catch(
    (cause: unknown) => {
      if (cause instanceof EnvironmentError) throw cause
      return ''
    },
  )
  const commit = found.trim()
  if (!/^[0-9a-f]{40,64}$/.test(commit))
    throw new UsageError(
      `Git knows no revision ${quote(name)} here. In a pull request fetch the branch first.`,
    )
  return {
    read: (path) => git('cat-file', 'blob', `${commit}:./${path}`).catch(() => undefined),
    async changed() {
      const tracked = await git(
        'diff',
        '--no-ext-diff',
        '--no-renames',
        '--name-only',
        '-z',
        '--relative',
        commit,
        '--',
        '.',
      )
      const others = await git('ls-files', '--others', '--exclude-standard', '-z', '--', '.')
      return new Set([...tracked.split('\0'), ...others.split('\0')].filter((path) => path !== ''))
    },
  }
}

/** What git answers. Settings of the repository that would start a program are switched off. */
async function gitIn(root: string, args: readonly string[]): Promise<string> {
  const options = {cwd: root, maxBuffer: mostBytes, timeout: mostMilliseconds}
  const safe = [
    '--no-pager',
    '--literal-pathspecs',
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
  ]
  try {
    return (await run('git', [...safe, ...args], options)).stdout
  } catch (cause) {
    const {code, stderr = ''} = cause as {code?: string | number; stderr?: string}
    if (code === 'ENOENT')
      throw new EnvironmentError('Git is not installed, and --since asks it for the earlier files.')
    if (/not a git repository|dubious ownership/.test(stderr))
      throw new EnvironmentError(
        `Git has no history of this folder: ${printable(stderr.split('\n')[0] ?? '')}.`,
      )
    throw cause
  }
}
