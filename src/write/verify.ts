import {lstat} from 'node:fs/promises'
import {join} from 'node:path'
import {addAll, compare} from '../message/index.ts'
import {isSame} from './bytes.ts'
import {compareGroup} from './compare-group.ts'
import {groupsOf} from './groups.ts'
import {manifestPath, manifestText} from './manifest.ts'
import type {Outputs, WriteOptions} from './types.ts'

/**
 * Files of out/ that are not what the sources give, with what is wrong, in the order of their paths; manifests too.
 *
 * @param root  the content root
 * @param outputs  what the sources give
 */
export async function verify(root: string, outputs: Outputs, options: WriteOptions): Promise<string[]> {
  const folder = join(root, 'out')
  const differing: string[] = []
  const stray: string[] = []
  for (const group of await groupsOf(root, outputs, options)) {
    const {files, different, superfluous} = await compareGroup(folder, group, options.isPartial)
    addAll(
      differing,
      different.map(([path]) => path),
    )
    addAll(
      stray,
      superfluous.map(([path]) => path),
    )
    const manifest = manifestPath(group.document)
    if (files.size === 0) {
      if (group.hasManifest) stray.push(manifest)
    } else if (!(await isSame(join(folder, manifest), manifestText(group.document, files))))
      differing.push(manifest)
  }
  const faults = stray.map((path) => `out/${path} comes from no source any more`)
  for (const path of differing) {
    const there = await lstat(join(folder, path)).catch(() => undefined)
    faults.push(`out/${path} ${there ? 'is not what the sources give' : 'is missing'}`)
  }
  return faults.sort(compare)
}
