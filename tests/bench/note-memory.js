// Loaded before a command that is measured: at its end it notes the largest memory that its process had, in KiB.
import {writeFileSync} from 'node:fs'
import {isMainThread} from 'node:worker_threads'

const folder = process.env.CITES_DOCS_MEMORY
if (folder && isMainThread)
  process.on('exit', () => writeFileSync(`${folder}/${process.pid}`, String(process.resourceUsage().maxRSS)))
