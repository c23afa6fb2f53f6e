// Reads one large source in a thread of its own, whose memory has a limit (trial.ts).
import {parentPort, workerData} from 'node:worker_threads'
import {EnvironmentError} from './failure/index.ts'
import {load} from './load/index.ts'

/** Nothing, or why it was given up. */
function reasonToGiveUp(): string | undefined {
  try {
    load(new Map([workerData as [path: string, bytes: Uint8Array]]))
    return undefined
  } catch (cause) {
    if (cause instanceof EnvironmentError) return cause.message
    throw cause
  }
}

parentPort?.postMessage(reasonToGiveUp())
