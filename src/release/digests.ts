import {createHash} from 'node:crypto'
import type {VFileMessage} from 'vfile-message'
import {caps} from '../load/index.ts'
import {compare, error, quote} from '../message/index.ts'
import {readEarlier} from '../write/index.ts'

/** The folder of the content root that holds what was released. */
export const releaseFolder = 'release'
/** Its list of digests, which `sha256sum -c` reads. */
export const sumsPath = `${releaseFolder}/SHA256SUMS`

const line = /^([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9-]*\.[a-z]+)$/

/** One line that is none tells that the list is damaged; a few more tell how much of it. */
const mostSaid = 20

/** SHA-256 of a file, 64 hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The list of digests after a release: those of earlier releases whose files are there, and the new ones.
 *
 * @param root  the content root
 * @param files  the new files by name
 * @returns the list, and a finding for everything that is not as it was released
 * @throws EnvironmentError  when the disk will not give a file
 */
export async function mergeSums(
  root: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<{sums: Uint8Array; messages: VFileMessage[]}> {
  const messages: VFileMessage[] = []
  const say = (path: string, ruleId: string, reason: string, number = 1): void => {
    const place = {line: number, column: 1}
    messages.push(error(reason, {path, ruleId, place: {start: place, end: place}}))
  }
  const digests = new Map<string, string>()
  const text = new TextDecoder().decode(await readEarlier(root, sumsPath, caps.yamlBytes.most))
  for (const [index, entry] of text.split('\n').entries()) {
    const [, digest = '', name = ''] = line.exec(entry) ?? []
    if (name !== '') digests.set(name, digest)
    else if (entry !== '' && messages.length < mostSaid)
      say(
        sumsPath,
        'release-sums',
        `This is no digest and name of a file: ${quote(entry)}. Restore the line.`,
        index + 1,
      )
  }
  for (const [name, digest] of digests) {
    if (files.has(name)) continue
    const bytes = await readEarlier(root, `${releaseFolder}/${name}`)
    if (!bytes) digests.delete(name)
    else if (digestOf(bytes) !== digest)
      say(
        `${releaseFolder}/${name}`,
        'release-changed',
        `This file was changed after it was released: SHA256SUMS has another digest. Restore it.`,
      )
  }
  for (const [name, bytes] of files) {
    const path = `${releaseFolder}/${name}`
    const digest = digestOf(bytes)
    const there = await readEarlier(root, path)
    const earlier = there ? digestOf(there) : digests.get(name)
    if (earlier !== undefined && earlier !== digest)
      say(
        path,
        'release-exists',
        'A file of this name was released with other bytes, and a released file is never overwritten. Release a new revision (--revision); or, if it was never posted, delete it and its line in SHA256SUMS.',
      )
    digests.set(name, digest)
  }
  const lines = [...digests].sort(([a], [b]) => compare(a, b)).map(([name, digest]) => `${digest}  ${name}\n`)
  return {sums: new TextEncoder().encode(lines.join('')), messages}
}
