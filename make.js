// Makes the command from its sources where they have changed, before it is run. Whoever waits is told why.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {lstatSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'

const madeFrom = ['src', 'schemas', 'templates', 'tsconfig.json', 'package-lock.json', 'bundle.js', 'make.js']
const record = 'dist/.made'

/** Names of files with their lengths and times, as the disk has them: nothing is read. */
function stampsOf(paths, isDeep) {
  return paths.flatMap((path) => {
    const stat = lstatSync(path, {bigint: true, throwIfNoEntry: false})
    const own = stat ? `${path} ${stat.size} ${stat.mtimeNs} ${stat.ctimeNs}` : `${path} missing`
    const below = stat?.isDirectory() && isDeep ? readdirSync(path).map((name) => `${path}/${name}`) : []
    return stat?.isDirectory() ? stampsOf(below, isDeep) : [own]
  })
}

const digestOf = (lines) => createHash('sha256').update(lines.join('\n')).digest('hex')
const sources = () => digestOf(stampsOf(madeFrom, true))
// The command is the files at the top of dist/; what lies below, and what the compiler notes for itself, is none of it.
const commandFiles = () =>
  readdirSync('dist').flatMap((name) => (name.startsWith('.') ? [] : [`dist/${name}`]))
const command = () => digestOf(stampsOf(commandFiles(), false))

const made = lstatSync('dist/cites-docs.js', {throwIfNoEntry: false}) !== undefined
const known = made && lstatSync(record, {throwIfNoEntry: false}) ? readFileSync(record, 'utf8') : ''
const before = sources()

if (!made || known !== `${before} ${command()}\n`) {
  // On the other stream than what the command prints, which another program may read.
  if (!made)
    process.stderr.write('Making the command from its sources. It is done once, and takes a while …\n')
  else if (known.split(' ')[0] !== before)
    process.stderr.write('Making the command anew, because its sources have changed …\n')
  const {status} = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b'], {stdio: 'inherit'})
  if (status !== 0) process.exit(status ?? 1)
  await import('./bundle.js')
  // Of the sources as they were before: what was changed meanwhile is made the next time.
  writeFileSync(record, `${before} ${command()}\n`)
}
