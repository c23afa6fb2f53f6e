// Reads one large source in a thread of its own, whose memory has a limit (trial.ts).
import {parentPort, workerData} from 'node:worker_threads'
import {caps, load} from './load/index.ts'

const {messages} = load(new Map([workerData as [path: string, bytes: Uint8Array]]))
parentPort?.postMessage(messages.some(({ruleId}) => ruleId === caps.parseSeconds.rule))
