import {spawn} from 'node:child_process'
import {EnvironmentError} from '../failure/index.ts'

/** Of what a program said before it failed, how many lines are told. */
const linesSaid = 10

/**
 * Runs a program to its end and stops it, with all that it started, when it takes too long.
 *
 * @param milliseconds  how long it may take
 * @returns what it said
 * @throws EnvironmentError  when it cannot be started, fails or is stopped
 */
export function run(command: string, options: readonly string[], milliseconds: number): Promise<string> {
  return new Promise((done, fail) => {
    const isWindows = process.platform === 'win32'
    // A group of its own, since LibreOffice starts another process, which would go on.
    const child = spawn(command, options, {stdio: ['ignore', 'pipe', 'pipe'], detached: !isWindows})
    const said: Buffer[] = []
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      if (isWindows || child.pid === undefined) child.kill('SIGKILL')
      else process.kill(-child.pid, 'SIGKILL')
    }, milliseconds)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', (cause) => {
      clearTimeout(timer)
      fail(new EnvironmentError(`LibreOffice cannot be started: ${cause.message}.`))
    })
    child.on('close', (status) => {
      clearTimeout(timer)
      const words = Buffer.concat(said).toString('utf8').trim()
      if (isLate)
        fail(
          new EnvironmentError(
            `LibreOffice did not end within ${Math.round(milliseconds / 1000)} seconds and was stopped. No PDF was made.`,
          ),
        )
      else if (status !== 0)
        fail(
          new EnvironmentError([
            `LibreOffice ended with status ${status}. No PDF was made.`,
            ...words.split('\n').slice(-linesSaid),
          ]),
        )
      else done(words)
    })
  })
}
