import {execFileSync, spawnSync} from 'node:child_process'

/** A file system on which room can be made and taken: a real one, or one that is only played where none can be mounted. */
export interface Disk {
  name: string
  /** Room for so many more KiB; all there may be when left out. */
  leave(kilobytes?: number): NodeJS.ProcessEnv
  /** Nothing may be written. */
  lock(): NodeJS.ProcessEnv
  remove(): void
}

/**
 * A small file system in a folder.
 *
 * @returns undefined where this machine or this user may not mount one
 */
export function mounted(root: string): Disk | undefined {
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', root], {encoding: 'utf8'})
  if (mount('size=16m').status !== 0) return undefined
  const again = (options: string): NodeJS.ProcessEnv => {
    execFileSync('mount', ['-o', `remount,${options}`, root])
    return {}
  }
  const used = (): number =>
    Number(/(\d+) +\d+ +\d+%/.exec(execFileSync('df', ['-k', root], {encoding: 'utf8'}))?.[1] ?? 0)
  return {
    name: 'a file system of its own',
    leave: (kilobytes) => again(kilobytes === undefined ? 'rw,size=16m' : `rw,size=${used() + kilobytes}k`),
    lock: () => again('ro'),
    remove: () => void spawnSync('umount', [root]),
  }
}

/** Writing to a handle, and opening one to write, fail as on a disk that is full or may not be written. */
export function played(): Disk {
  const preload = (room: number, code: string): NodeJS.ProcessEnv => {
    const script = `import fs from 'node:fs/promises'; import {syncBuiltinESMExports} from 'node:module'
      let room = ${room}
      const fail = () => { throw Object.assign(new Error('${code}'), {code: '${code}'}) }
      const open = fs.open
      fs.open = async (path, flags, ...others) => {
        if (flags === 'wx' && '${code}' === 'EROFS') fail()
        const handle = await open(path, flags, ...others)
        const writeFile = handle.writeFile.bind(handle)
        handle.writeFile = async (bytes) => {
          const fits = bytes.slice(0, Math.max(0, room))
          room -= bytes.length
          await writeFile(fits)
          if (room < 0) fail()
        }
        return handle
      }
      syncBuiltinESMExports()`
    const options = `--import=data:text/javascript,${encodeURIComponent(script)}`
    return {NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${options}`}
  }
  return {
    name: 'played, since none can be mounted here',
    leave: (kilobytes) => (kilobytes === undefined ? {} : preload(kilobytes * 1024, 'ENOSPC')),
    lock: () => preload(0, 'EROFS'),
    remove: () => undefined,
  }
}
