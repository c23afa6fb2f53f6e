import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {digestOf, stampOf, walked} from './stamps.ts'

/**
 * Which program this is: its files with their stamps, and what else decides what it prints.
 *
 * @param folder  of the package
 * @returns undefined where it cannot be told
 */
export function programStamp(folder: string): string | undefined {
  const data = walked(folder, ['templates', 'schemas', 'package.json'])
  // The command is a few files at the top; the modules of the library lie below.
  const command = readdirSync(join(folder, 'dist'), {withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({name}) => [name, stampOf(join(folder, 'dist', name))])
  return data && digestOf(JSON.stringify([process.version, process.platform, [...data], command]))
}
