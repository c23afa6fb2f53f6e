// Where the time of a clean build goes: functions by the time that is spent in themselves, from a profile of V8.
import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** @param {string} folder  where the profile is put */
export function profile(program, root, folder) {
  spawnSync(
    process.execPath,
    ['--cpu-prof', `--cpu-prof-dir=${folder}`, program, 'build', '--no-cache', '--root', root],
    {
      stdio: 'ignore',
    },
  )
  for (const name of readdirSync(folder)) {
    const {nodes, samples, timeDeltas} = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const calls = new Map(nodes.map(({id, callFrame}) => [id, callFrame]))
    const own = new Map()
    for (const [index, id] of samples.entries()) {
      const {functionName, url} = calls.get(id)
      const key = `${functionName || '(anonymous)'}  ${url.slice(url.lastIndexOf('/') + 1)}`
      own.set(key, (own.get(key) ?? 0) + timeDeltas[index] / 1e6)
    }
    const all = [...own.values()].reduce((sum, time) => sum + time, 0)
    for (const [key, time] of [...own].sort((a, b) => b[1] - a[1]).slice(0, 40))
      console.log(
        `${((time / all) * 100).toFixed(1).padStart(5)} %  ${time.toFixed(2).padStart(6)} s  ${key}`,
      )
  }
}
