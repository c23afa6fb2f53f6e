import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {repository} from '../support/content-root.ts'

// What whoever clones the project, or installs its package, gets from others.
interface Installed {
  dev?: boolean
  resolved?: string
  hasInstallScript?: boolean
}
const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Installed>
}
const installed = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'))

test('the lock file names no address of a registry', () => {
  expect(installed.length).toBeGreaterThan(100)
  const addresses = installed.filter(([, {resolved}]) => resolved?.includes('://'))
  expect(addresses.map(([path]) => path)).toEqual([])
})

test('nothing that is shipped runs a script when it is installed', () => {
  const scripts = installed.filter(([, {dev, hasInstallScript}]) => !dev && hasInstallScript)
  expect(scripts.map(([path]) => path)).toEqual([])
})
