import type {VFileMessage} from 'vfile-message'
import {choices, compare, error, largest, nearest, quote} from '../message/index.ts'
import type {Schema} from './schemas.ts'

/** Names of files of one folder: a list of our own. */
const namesListed = 30

/** Finding about a file that no schema governs, with the names that files may have in its folder. */
export function unknownFile(
  path: string,
  paths: ReadonlySet<string>,
  schemas: readonly Pick<Schema, 'files'>[],
): VFileMessage {
  const name = path.split('/').at(-1) ?? ''
  const language = /\.([a-z]{2})\.(?:yaml|md)$/.exec(name)?.[1] ?? 'en'
  const names = namesBeside(path, schemas).map((known) => known.replace('{lang}', language))
  // A template is meant even where the package has one of that name.
  const isFree = (known: string): boolean =>
    path.startsWith('templates/') || !paths.has(path.replace(name, known))
  const near = nearest(name, names.filter(isFree))
  const remedy = near
    ? `Call it ${quote(near)}, or move it.`
    : names.length > 0
      ? `Call it ${choices(name, names, namesListed)}; or move it.`
      : 'Move it into the folder of a document.'
  return error(`Nothing is known about a file of this name in this folder. ${remedy}`, {
    path,
    ruleId: 'file-unknown',
  })
}

/** Patterns of the names of files in a folder; where one names the folder itself, only those that do. */
function namesBeside(path: string, schemas: readonly Pick<Schema, 'files'>[]): string[] {
  const folders = path.split('/').slice(0, -1)
  const found = schemas
    .flatMap(({files}) => files)
    .map((file) => ({name: file.split('/').at(-1) ?? '', above: file.split('/').slice(0, -1)}))
    .filter(
      ({above}) =>
        above.length === folders.length && above.every((step, at) => step === '*' || step === folders[at]),
    )
    .map(({name, above}) => ({name, named: above.filter((step) => step !== '*').length}))
  const most = largest(found.map(({named}) => named))
  return found
    .filter(({named}) => named === most)
    .map(({name}) => name.replace('-*', '-1').replace('*', 'sc58'))
    .sort(compare)
}
