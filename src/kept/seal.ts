import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto'
import {lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {cacheFolder, isOwn} from './cache-folder.ts'

/** What 3,000 bodies need has some 80 MiB, and none of its files as much. */
const mostBytes = 64 * 1024 * 1024

/** What is kept of a content root, by names of files. */
export interface Store {
  /** Undefined where there is nothing that can be believed. */
  read(name: string): unknown
  /** Keeps JSON, whole or not at all; where the disk will not have it nothing is kept. */
  write(name: string, value: unknown): void
  /** Lets go of all that is kept in a folder but some names. */
  clear(folder: string, but: ReadonlySet<string>): void
}

/**
 * What is kept of a content root. Nobody but this program can have written it so: it is sealed with a key that lies above
 * the folders of all roots, so that something that was cut off, put under another name, made by another version or with
 * the right digests is nothing.
 *
 * @param program  which program this is, `programStamp`
 * @returns undefined where nothing can be kept
 */
export function storeOf(root: string, program: string): Store | undefined {
  const folder = cacheFolder(root)
  if (folder === undefined) return undefined
  const above = dirname(folder)
  return {
    read(name) {
      const path = join(folder, name)
      try {
        if (!isOwn(path) || !lstatSync(path).isFile() || lstatSync(path).size > mostBytes) return undefined
        const text = readFileSync(path, 'utf8')
        const [seal, value] = [text.slice(0, sealLength), text.slice(sealLength + 1)]
        const key = readKey(above)
        return key && isSame(seal, sealOf(key, program, name, value)) ? JSON.parse(value) : undefined
      } catch {
        return undefined
      }
    },
    write(name, value) {
      const temporary = join(folder, `.${randomBytes(6).toString('hex')}.tmp`)
      try {
        const text = JSON.stringify(value)
        const seal = sealOf(readKey(above) ?? newKey(above), program, name, text)
        mkdirSync(dirname(join(folder, name)), {recursive: true, mode: 0o700})
        writeFileSync(temporary, `${seal}\n${text}`, {mode: 0o600, flag: 'wx'})
        renameSync(temporary, join(folder, name))
      } catch {
        rmSync(temporary, {force: true})
      }
    },
    clear(part, but) {
      try {
        for (const name of readdirSync(join(folder, part)))
          if (!but.has(`${part}/${name}`)) rmSync(join(folder, part, name), {force: true})
      } catch {
        // There is no such folder, or what stands there does not go: it is in nobody's way.
      }
    },
  }
}

const sealLength = 64
const keyName = 'key'

function readKey(folder: string): Buffer | undefined {
  const path = join(folder, keyName)
  if (!isOwn(path) || !lstatSync(path).isFile()) return undefined
  const key = readFileSync(path)
  return key.length === 32 ? key : undefined
}

/** One that another process has just made is the one that counts. */
function newKey(folder: string): Buffer {
  const path = join(folder, keyName)
  try {
    writeFileSync(path, randomBytes(32), {mode: 0o600, flag: 'wx'})
  } catch {
    // It is there, or cannot be: then there is none.
  }
  const key = readKey(folder)
  if (!key) throw new Error('There is no key.')
  return key
}

function sealOf(key: Buffer, program: string, name: string, value: string): string {
  return createHmac('sha256', key).update(`${program}\n${name}\n`).update(value).digest('hex')
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}
