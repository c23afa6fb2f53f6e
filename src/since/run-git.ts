import {type ExecFileOptions, execFile} from 'node:child_process'
import {EnvironmentError} from '../failure/index.ts'
import {printable} from '../message/index.ts'

/** Bytes of one answer: a list of all names of a large root, or one file. */
const mostBytes = 16 * 1024 * 1024
const mostMilliseconds = 60_000

/** Settings of the repository that would start a program are switched off. */
const safe = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
]

/** What git is given beside its arguments. */
export interface GitOptions {
  /** What it reads. */
  input?: string
  /** How many bytes it may answer, where that is more than usual. */
  most?: number
}

/**
 * What git answers in a folder, as bytes. Nothing of the repository is run, nothing is fetched, and no file of git's own is
 * written.
 *
 * @throws EnvironmentError  when git is not there, or the folder is not in a repository; what else it says is thrown as it
 *   is, with `stderr`
 */
export async function gitBytes(
  root: string,
  args: readonly string[],
  {input, most = mostBytes}: GitOptions = {},
): Promise<Buffer> {
  const options: ExecFileOptions & {encoding: 'buffer'} = {
    cwd: root,
    encoding: 'buffer',
    maxBuffer: most,
    timeout: mostMilliseconds,
    env: {...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C'},
  }
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const child = execFile('git', [...safe, ...args], options, (cause, stdout, stderr) =>
        cause ? reject(Object.assign(cause, {stderr: String(stderr)})) : resolve(stdout as Buffer),
      )
      // It ends before it has read all where it has an error of its own.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input ?? '')
    })
  } catch (cause) {
    const {code, stderr = ''} = cause as {code?: string | number; stderr?: string}
    if (code === 'ENOENT')
      throw new EnvironmentError('Git is not installed, and the earlier files are asked of it.')
    if (/not a git repository|dubious ownership/.test(stderr))
      throw new EnvironmentError(
        `Git has no history of this folder: ${printable(stderr.split('\n')[0] ?? '')}.`,
      )
    throw cause
  }
}

/** What git answers in a folder, as text. */
export async function git(root: string, ...args: string[]): Promise<string> {
  return (await gitBytes(root, args)).toString('utf8')
}
