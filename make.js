// Makes the command from its sources where they are newer, before it is run. Whoever waits is told why.
import {spawnSync} from 'node:child_process'
import {readdirSync, statSync} from 'node:fs'

const command = 'dist/cites-docs.js'
const made = statSync(command, {throwIfNoEntry: false})?.mtimeMs
const sources = readdirSync('src', {recursive: true}).map((name) => `src/${name}`)

/** Whether the command is older than one of the files that it is made from. */
function isOld() {
  const files = [...sources, 'tsconfig.json', 'package-lock.json', 'bundle.js']
  return files.some((file) => statSync(file).mtimeMs > made)
}

// On the other stream than what the command prints, which another program may read.
if (made === undefined)
  process.stderr.write('Making the command from its sources. It is done once, and takes a while …\n')
else if (isOld()) process.stderr.write('Making the command anew, because its sources have changed …\n')

const {status} = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], {stdio: 'inherit'})
if (status !== 0) process.exit(status ?? 1)
await import('./bundle.js')
