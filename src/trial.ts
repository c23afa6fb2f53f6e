import {join} from 'node:path'
import {Worker} from 'node:worker_threads'
import {EnvironmentError} from './failure/index.ts'
import {backstops, type Content, caps, tooMuchMemory} from './load/index.ts'
import {packageFolder} from './package-files.ts'

/**
 * Reads sources that are larger than any real one in a thread with a limit of time and memory, and ends the program at one
 * that exceeds it: in this thread there would be nobody left to say so. The others are too small for that.
 *
 * @param content  bytes by path
 * @throws EnvironmentError  naming the file
 */
export async function tryLargeSources(content: Content): Promise<void> {
  for (const [path, bytes] of content) {
    if (!/\.(?:yaml|md)$/.test(path)) continue
    const {most} = path.endsWith('.md') ? caps.markdownBytes : caps.yamlBytes
    if (bytes.length <= most / 4 || bytes.length > most) continue // Over the cap it is refused unread.
    const reason = await reasonToGiveUp(path, bytes)
    if (reason !== undefined) throw new EnvironmentError(reason)
  }
}

function reasonToGiveUp(path: string, bytes: Uint8Array): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(packageFolder, 'dist/bundled-trial.js'), {
      workerData: [path, bytes],
      resourceLimits: {maxOldGenerationSizeMb: backstops.parseBytes / 1024 / 1024},
    })
    worker.on('message', resolve)
    worker.on('error', (cause: NodeJS.ErrnoException) =>
      cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(tooMuchMemory(path)) : reject(cause),
    )
  })
}
