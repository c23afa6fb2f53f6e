import {mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {readContent} from '../../../src/load/index.ts'
import {repository} from '../../support/content-root.ts'
import {story} from '../../support/story.ts'
import {type Ended, runFresh} from '../fresh.ts'
import {random} from '../mutate.ts'
import {outputFaults} from '../outputs.ts'
import {builtWith} from '../pipeline.ts'
import {bombOf} from './bombs.ts'
import {amendingForms, commandOf, forms} from './commands.ts'
import {dossierOf} from './dossiers.ts'
import {type Files, inFolder, textsOf} from './files.ts'
import {oneFileBase, oneFileOf} from './one-file.ts'

/** What a case may take, of CPU time and, in a process of its own, of memory. */
export const limits = {cpuSeconds: 20, mebibytes: 512}

/** One case: what it did, what is wrong with that, and the files that it was. */
export interface Case {
  /** What was tried, in words. */
  name: string
  faults: string[]
  isRefused: boolean
  cpuSeconds: number
  /** Of a process of its own. */
  mebibytes: number
  /** What was beside a base that is known. */
  files: Files
}

/** Runs the case of a number. */
export type Runner = (seed: number) => Promise<Case>

// As it is shipped: it looks for its own files beside itself.
const {build} = (await import(
  pathToFileURL(join(repository, 'dist/index.js')).href
)) as typeof import('../../../src/index.ts')

const smallDossier = join(repository, 'tests/fixtures/small-dossier')

/** Each kind of cases, ready to run: what they share is read once. */
export const kinds: Readonly<Record<string, () => Promise<Runner>>> = {
  // One small file with other bytes, stage by stage, in this process.
  async documents() {
    const base = await oneFileBase()
    return (seed) => {
      const {path, bytes} = oneFileOf(seed, base, 8192)
      return here(path, new Map([[path, bytes]]), async () => {
        const {faults, rules} = await builtWith(base.sources, path, bytes)
        return {faults, isRefused: rules.length > 0}
      })
    }
  },
  // One file of full size, by the command.
  async full() {
    const base = await oneFileBase()
    return (seed) => {
      const most = random(seed + 1)() < 0.8 ? 128 * 1024 : 1024 * 1024
      const {path, bytes} = oneFileOf(seed, base, most)
      return fresh(path, new Map([[path, bytes]]), () => ['build'], smallDossier)
    }
  },
  // Several small documents that are spoilt together, in this process.
  async dossiers() {
    const base = await textsOf(smallDossier)
    return (seed) => {
      const files = dossierOf(seed, base)
      return here('dossier', files, () => inFolder(files, buildHere))
    }
  },
  // The same, by the command.
  async fresh() {
    const base = await textsOf(smallDossier)
    return (seed) => fresh('dossier', dossierOf(seed, base), () => ['build'])
  },
  // The same with each other command.
  async commands() {
    const [base, amending] = [
      await textsOf(smallDossier),
      await textsOf(join(repository, 'tests/fixtures/amend')),
    ]
    const exported = await exportedXliff()
    return (seed) => {
      const isAmending = random(seed + 1)() < 0.1
      const [start, some] = isAmending ? [amending, amendingForms] : [base, forms]
      return fresh('dossier', dossierOf(seed, start, isAmending ? 0 : 6, 2), (root, beside) =>
        commandOf(seed, some, {root, beside, exported}),
      )
    }
  },
  // Much that is held, repeated, referred to and counted, in the dossier of the project.
  async bombs() {
    const base = await textsOf(story)
    const {content} = await readContent(repository, ['templates'])
    const templates = new Map(
      [...content].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const),
    )
    return (seed) => {
      const {name, files} = bombOf(seed, base, templates)
      return fresh(name, files, () => [random(seed + 1)() < 0.7 ? 'build' : 'check', '--no-cache'], story)
    }
  },
}

/** What a translator would get of the small dossier. */
async function exportedXliff(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cites-docs-exported-'))
  try {
    await runFresh(['translate', 'export', '--to', 'fr', '--all', '--out', folder, '--root', smallDossier])
    return readFileSync(join(folder, 'all.fr.xlf'), 'utf8')
  } finally {
    rmSync(folder, {recursive: true})
  }
}

/** In this process: nothing may be thrown but what the command tells its user as it is. */
async function here(
  name: string,
  files: Files,
  run: () => Promise<{faults: string[]; isRefused: boolean}>,
): Promise<Case> {
  const before = process.cpuUsage()
  const done = await run().catch((cause: Error) =>
    /^(?:EnvironmentError|UsageError)$/.test(cause.constructor.name)
      ? {faults: [], isRefused: true}
      : {faults: [String(cause.stack).split('\n').slice(0, 4).join(' | ')], isRefused: true},
  )
  const {user, system} = process.cpuUsage(before)
  const cpuSeconds = (user + system) / 1e6
  if (cpuSeconds > limits.cpuSeconds) done.faults.push(`${cpuSeconds.toFixed(1)} s of CPU time`)
  return {name, files, cpuSeconds, mebibytes: 0, ...done}
}

async function buildHere(root: string): Promise<{faults: string[]; isRefused: boolean}> {
  const {messages, outputs} = await build({root})
  const faults: string[] = []
  for (const {file, line, column, ruleId, reason} of messages) {
    if (!file || !line || !column || !ruleId) faults.push(`a message without its place or rule: ${reason}`)
    if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(reason))
      faults.push(`${ruleId} quotes a control character`)
  }
  for (const [path, {bytes}] of outputs) faults.push(...outputFaults(path, bytes))
  return {faults, isRefused: messages.some(({fatal}) => fatal)}
}

/** By the command, in a process of its own: status 70 and a signal are faults of ours, and so is what takes too much. */
async function fresh(
  name: string,
  files: Files,
  argsIn: (root: string, beside: string) => readonly string[],
  base?: string,
): Promise<Case> {
  const all: Files = base === undefined ? files : new Map([...(await textsOf(base)), ...files])
  const beside = mkdtempSync(join(tmpdir(), 'cites-docs-beside-'))
  try {
    return await inFolder(all, async (root) => {
      mkdirSync(root, {recursive: true})
      const args = argsIn(root, beside)
      const ended = await runFresh(args.includes('--root') ? args : [...args, '--root', root], {seconds: 120})
      return {
        name: `${name}; ${args.join(' ')}`,
        files,
        faults: faultsOf(ended),
        isRefused: ended.status !== 0,
        cpuSeconds: ended.cpuSeconds,
        mebibytes: ended.mebibytes,
      }
    })
  } finally {
    rmSync(beside, {recursive: true, force: true})
  }
}

function faultsOf({status, signal, cpuSeconds, mebibytes, err, out}: Ended): string[] {
  const faults: string[] = []
  if (status === undefined || status > 3) faults.push(`ends with ${status ?? signal}: ${err.slice(-600)}`)
  if (cpuSeconds > limits.cpuSeconds) faults.push(`${cpuSeconds.toFixed(1)} s of CPU time`)
  if (mebibytes > limits.mebibytes) faults.push(`${mebibytes} MiB`)
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e]/.test(err + out))
    faults.push('prints a control character')
  return faults
}
