import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {repository} from '../support/content-root.ts'

/** How a command ended in a process of its own, and what it took. */
export interface Ended {
  /** Undefined where a signal ended it. */
  status: number | undefined
  signal: string | undefined
  /** Of user and system, with all its threads. */
  cpuSeconds: number
  /** The most that it took at a time. */
  mebibytes: number
  out: string
  err: string
}

// The process itself says at its end what it took; one that is ended by a signal cannot. Linux counts the memory of
// whoever started a process as its own, but not in the high water mark.
const mark = 'TAKEN'
const tell = `import {readFileSync} from 'node:fs'
process.on('exit', () => {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
  let kibibytes = maxRSS
  try {
    kibibytes = /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
  } catch {}
  process._rawDebug('${mark} ' + (userCPUTime + systemCPUTime) + ' ' + kibibytes)
})`

/**
 * Runs the command as somebody types it.
 *
 * @param seconds  after which it is killed
 * @param node  options of Node.js
 */
export async function runFresh(
  args: readonly string[],
  {seconds = 120, node = []}: {seconds?: number; node?: readonly string[]} = {},
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    [
      ...node,
      `--import=data:text/javascript,${encodeURIComponent(tell)}`,
      join(repository, 'dist/cites-docs.js'),
      ...args,
    ],
    {timeout: seconds * 1000, killSignal: 'SIGKILL', stdio: ['ignore', 'pipe', 'pipe']},
  )
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    out += data
  })
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    err += data
  })
  const [status, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on('close', (code, by) => resolve([code, by])),
  )
  // Threads of its own say it too, earlier.
  const said = [...err.matchAll(new RegExp(`^${mark} (\\d+) (\\d+)$`, 'gm'))]
  const [, time = 0, memory = 0] = said.at(-1) ?? []
  return {
    status: status ?? undefined,
    signal: signal ?? undefined,
    cpuSeconds: Number(time) / 1e6,
    mebibytes: Math.round(Number(memory) / 1024),
    out,
    err: err.replace(new RegExp(`^${mark} .*\n?`, 'gm'), ''),
  }
}
