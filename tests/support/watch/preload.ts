// Loaded before everything in each process that a test starts, and in the tests themselves: whatever a command puts into
// its place in out/ or release/ is read (read-output.ts).
import fs from 'node:fs/promises'
import {syncBuiltinESMExports} from 'node:module'

const {readFile, rename} = fs
const ours = /[\\/](?:out|release)[\\/](.+)$/

fs.rename = async (from, to) => {
  await rename(from, to)
  const path = ours.exec(String(to))?.[1]
  if (path === undefined) return
  // Only where there is something to read: most processes write nothing.
  const {readOutput} = await import('./read-output.ts')
  readOutput(path.replaceAll('\\', '/'), await readFile(to))
}
syncBuiltinESMExports()
