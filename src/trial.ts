import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {VFileMessage} from 'vfile-message'
import {type Content, caps, tooMuchMemory, tooSlow} from './load/index.ts'
import {packageFolder} from './package-files.ts'

/**
 * Reads sources that are larger than any real one in a thread with a limit of time and memory, and takes out of the
 * content those that exceed it: in this thread there would be nobody left to say so. The others are too small for that.
 *
 * @param content  bytes by path; a file that is refused is no longer in it
 * @returns a finding for each that was taken out
 */
export async function tryLargeSources(content: Content): Promise<VFileMessage[]> {
  const messages: VFileMessage[] = []
  for (const [path, bytes] of content) {
    if (!/\.(?:yaml|md)$/.test(path)) continue
    const {most} = path.endsWith('.md') ? caps.markdownBytes : caps.yamlBytes
    if (bytes.length <= most / 4 || bytes.length > most) continue // Over the cap it is refused unread.
    const finding = await trial(path, bytes)
    if (!finding) continue
    messages.push(finding)
    content.delete(path)
  }
  return messages
}

function trial(path: string, bytes: Uint8Array): Promise<VFileMessage | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(packageFolder, 'dist/bundled-trial.js'), {
      workerData: [path, bytes],
      resourceLimits: {maxOldGenerationSizeMb: caps.parseBytes.most / 1024 / 1024},
    })
    worker.on('message', (isSlow: boolean) => resolve(isSlow ? tooSlow(path) : undefined))
    worker.on('error', (cause: NodeJS.ErrnoException) =>
      cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooMuchMemory(path)) : reject(cause),
    )
  })
}
