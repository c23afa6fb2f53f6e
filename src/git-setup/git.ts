import {execFile} from 'node:child_process'
import {promisify} from 'node:util'
import {EnvironmentError} from '../failure/index.ts'
import {printable} from '../message/index.ts'

const run = promisify(execFile)
/** Bytes of one answer: a ledger. */
const mostBytes = 4 * 1024 * 1024
const mostMilliseconds = 60_000

/** What git answered: its status, and what it printed. */
export interface Answer {
  status: number
  out: string
}

/**
 * Asks git in the repository of a folder; a status that is not 0 is an answer too.
 *
 * @param folder  in the work tree
 * @throws EnvironmentError  when git is not installed, or the folder is in no repository
 */
export async function git(folder: string, args: readonly string[]): Promise<Answer> {
  try {
    const {stdout} = await run('git', ['--no-pager', '-c', 'core.fsmonitor=false', ...args], {
      cwd: folder,
      timeout: mostMilliseconds,
      maxBuffer: mostBytes,
    })
    return {status: 0, out: stdout}
  } catch (cause) {
    const {
      code,
      stdout = '',
      stderr = '',
    } = cause as {code?: string | number; stdout?: string; stderr?: string}
    if (code === 'ENOENT')
      throw new EnvironmentError('Git is not installed here, or the folder does not exist.')
    const [said = ''] = stderr.split('\n')
    if (/not a git repository|dubious ownership|only be used inside a git repository/.test(stderr))
      throw new EnvironmentError(
        `This folder is in no repository of git that may be used: ${printable(said)}.`,
      )
    if (typeof code !== 'number' || code > 127)
      throw new EnvironmentError(`Git could not be asked: ${printable(said || String(cause))}.`)
    return {status: code, out: stdout}
  }
}
