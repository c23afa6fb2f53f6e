import {join} from 'node:path'
import {compare} from '../message/index.ts'
import {entriesOf} from './entries.ts'
import {documentOf} from './manifest.ts'

/** Sources of one folder are never so many; what else stands there is not ours. */
const most = 10_000

/**
 * The files of out/ that have the name of an output of some document, whether or not a manifest names them.
 *
 * @param folder  out/, absolute
 * @param extension  such as `docx`
 * @returns paths from there, sorted; no link among them, and none is followed
 */
export async function documentOutputs(folder: string, extension: string): Promise<string[]> {
  const paths: string[] = []
  for (const group of await entriesOf(folder)) {
    if (!group.isDirectory()) continue
    for (const entry of await entriesOf(join(folder, group.name))) {
      const path = `${group.name}/${entry.name}`
      const isOutput = entry.name.endsWith(`.${extension}`) && documentOf(path) !== undefined
      if (isOutput && entry.isFile() && paths.length < most) paths.push(path)
    }
  }
  return paths.sort(compare)
}
