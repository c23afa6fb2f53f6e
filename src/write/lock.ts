import {randomBytes} from 'node:crypto'
import {lstat, mkdir, open, readFile, rename, rm} from 'node:fs/promises'
import {hostname} from 'node:os'
import {dirname, join} from 'node:path'
import {EnvironmentError} from '../failure/index.ts'
import {printable} from '../message/index.ts'
import {clearLeftovers} from './leftovers.ts'
import {inWords, refuseLinks} from './replace-file.ts'

/** Where it stands, from the content root. It is no source and no output. */
const lockPath = '.cites-docs/lock'

/** Of the name of a machine, as long as one may be (RFC 1035). Anybody may have written the lock. */
const hostLength = 255

/** What we write into it is far shorter. One that is longer is none of ours, and is not read. */
const lockBytes = 4096

/** Who holds it: a process of a machine. */
interface Holder {
  pid: number
  host: string
}

/**
 * Does something that writes while no other command writes below the same root.
 *
 * A lock whose process is gone is taken over, and what it left unfinished is cleared. Where the root cannot be written
 * there is nothing to lock.
 *
 * @param root  the content root
 * @throws EnvironmentError  when another command writes there
 */
export async function withLock<T>(root: string, run: () => Promise<T>): Promise<T> {
  const isHeld = await take(root)
  try {
    // Of commands that were killed; those in out/ are cleared by whoever writes there.
    if (isHeld) for (const folder of ['documents', 'release']) await clearLeftovers(join(root, folder))
    return await run()
  } finally {
    if (isHeld) await rm(join(root, lockPath), {force: true}).catch(() => undefined)
  }
}

async function take(root: string): Promise<boolean> {
  const path = join(root, lockPath)
  await refuseLinks(root, lockPath)
  if (!(await lstat(root).catch(() => undefined))?.isDirectory()) return false
  // Once for a stale lock, and once more for the one who was quicker.
  for (let attempt = 0; attempt < 3; attempt++) {
    const outcome = await create(path)
    if (outcome !== 'there already') return outcome
    const holder = await holderOf(path)
    if (holder === 'gone') continue
    if (!(await removeStale(path, holder))) throw refusal(holder)
  }
  throw refusal(undefined)
}

/** Whether it could be made; false where nothing can be written anyway. */
async function create(path: string): Promise<boolean | 'there already'> {
  try {
    await mkdir(dirname(path), {recursive: true})
    const handle = await open(path, 'wx').catch((cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EEXIST') return undefined
      throw cause
    })
    if (!handle) return 'there already'
    try {
      await handle.writeFile(JSON.stringify({pid: process.pid, host: hostname()}))
    } catch (cause) {
      await rm(path, {force: true}) // Without its words it would stand in the way of others.
      throw cause
    } finally {
      await handle.close()
    }
    return true
  } catch (cause) {
    const {code} = cause as NodeJS.ErrnoException
    if (code === 'EROFS' || code === 'EACCES' || code === 'ENOSPC' || code === 'EDQUOT') return false
    throw new EnvironmentError(`Cannot write ${lockPath}: ${inWords(cause as Error)}`)
  }
}

/** Who holds a lock; `gone` when it was given back meanwhile, undefined when it cannot be read: cut off while written. */
async function holderOf(path: string): Promise<Holder | 'gone' | undefined> {
  const stat = await lstat(path).catch(() => undefined)
  if (!stat) return 'gone'
  if (!stat.isFile() || stat.size > lockBytes) return undefined
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof value !== 'object' || value === null) return undefined
    const {pid, host} = value as Partial<Holder>
    return Number.isSafeInteger(pid) && typeof host === 'string' ? {pid: Number(pid), host} : undefined
  } catch {
    return undefined
  }
}

/** Whether the lock was one that nobody holds any more, and is now out of the way. */
async function removeStale(path: string, holder: Holder | undefined): Promise<boolean> {
  if (holder ? isAlive(holder) : !(await isOld(path))) return false
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return true // Somebody else was quicker: the next attempt tells.
  }
  const moved = await holderOf(aside)
  await rm(aside, {force: true, recursive: true})
  // Between the two looks another command may have taken over and begun.
  return moved === 'gone' || JSON.stringify(moved) === JSON.stringify(holder)
}

function isAlive({pid, host}: Holder): boolean {
  if (host !== hostname()) return true // Of another machine nothing can be known.
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** One that cannot be read is being written in this very moment, or was cut off. */
async function isOld(path: string): Promise<boolean> {
  const stat = await lstat(path).catch(() => undefined)
  return stat === undefined || Date.now() - stat.mtimeMs > 10_000
}

function refusal(holder: Holder | 'gone' | undefined): EnvironmentError {
  const who =
    typeof holder === 'object'
      ? ` (process ${holder.pid} on ${printable(holder.host.slice(0, hostLength))})`
      : ''
  return new EnvironmentError(
    `Another command is writing here at this moment${who}. Wait until it has ended and try again. If none is running, delete ${lockPath}.`,
  )
}
