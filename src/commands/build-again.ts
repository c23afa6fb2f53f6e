import {lastBuild, type Observed, observe} from '../kept/index.ts'
import {printed} from '../message/index.ts'
import {packageFolder} from '../package-files.ts'
import {rootOf} from './options.ts'
import {lookOf, type Terminal} from './terminal.ts'

/**
 * The command `build`: where nothing has changed since the last one, what that has said, without loading what builds.
 *
 * @param args  what stands after `build`
 * @returns as `build` does
 */
export async function run(args: string[], terminal: Terminal): Promise<number> {
  const root = plainRoot(args)
  const known = root && lastBuild(root, packageFolder, lookOf(terminal))
  if (known) {
    terminal.err(printed(known.report, {color: terminal.color}))
    terminal.out(printed(known.summary))
    return known.status
  }
  const observed: Observed | undefined = root ? observe(root, packageFolder) : undefined
  return (await import('./build.ts')).run(args, terminal, observed)
}

/**
 * The content root of a build of everything without an option that decides what is made; undefined for all else, and on a
 * server.
 */
function plainRoot(args: readonly string[]): string | undefined {
  const {CI} = process.env
  if (CI !== undefined && CI !== '' && CI !== 'false') return undefined
  let root: string | undefined
  for (let at = 0; at < args.length; at += 2) {
    const [option, value] = args.slice(at)
    if (value === undefined || (option !== '--root' && option !== '--workers')) return undefined
    if (option === '--root') root = value
  }
  return rootOf(root)
}
