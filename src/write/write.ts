import {join} from 'node:path'
import {addAll} from '../message/index.ts'
import {isSame} from './bytes.ts'
import {compareGroup} from './compare-group.ts'
import {type Group, groupsOf} from './groups.ts'
import {clearLeftovers} from './leftovers.ts'
import {manifestPath, manifestText} from './manifest.ts'
import {remove} from './remove.ts'
import {flushFolders, refuseLinks, replaceFile} from './replace-file.ts'
import type {Outputs, WriteOptions, Written} from './types.ts'

/**
 * Writes outputs into out/, one document after the other, what is about all documents last: each file whole or not at
 * all, only where its bytes differ, and after them the manifest that names them.
 * Files that an earlier manifest names and nothing produces any more are removed; no other file ever is.
 *
 * @param root  the content root
 * @throws EnvironmentError  when the disk will not do it
 */
export async function write(root: string, outputs: Outputs, options: WriteOptions): Promise<Written> {
  await clearLeftovers(join(root, 'out'))
  const result: Written = {written: [], unchanged: [], removed: []}
  for (const group of await groupsOf(root, outputs, options)) {
    const {written, unchanged, removed} = await writeGroup(root, group, options)
    addAll(result.written, written)
    addAll(result.unchanged, unchanged)
    addAll(result.removed, removed)
  }
  return result
}

async function writeGroup(root: string, group: Group, {isPartial, kept}: WriteOptions): Promise<Written> {
  const manifest = `out/${manifestPath(group.document)}`
  await refuseLinks(root, manifest)
  const {files, unchanged, different, superfluous} = await compareGroup(join(root, 'out'), group, isPartial)
  // Until all is done the manifest names the old bytes too: whoever goes on after a kill knows them for ours.
  if (different.length > 0)
    await replaceFile(root, manifest, manifestText(group.document, files, group.earlier))
  const result: Written = {written: [], unchanged: [...unchanged], removed: []}
  for (const [path, bytes] of different) {
    await replaceFile(root, `out/${path}`, bytes)
    result.written.push(path)
  }
  for (const [path, digests] of superfluous)
    if (await remove(root, path, [...digests, kept?.get(path) ?? ''])) result.removed.push(path)
  await flushFolders(
    root,
    result.written.map((path) => `out/${path}`),
  )
  await writeManifest(root, group, files)
  return result
}

/** A manifest that has nothing to name goes; one that is none of ours stays. */
async function writeManifest(
  root: string,
  {document, hasManifest}: Group,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  const path = manifestPath(document)
  if (files.size === 0) {
    if (hasManifest) await remove(root, path)
    return
  }
  const text = manifestText(document, files)
  if (await isSame(join(root, 'out', path), text)) return
  await replaceFile(root, `out/${path}`, text)
  await flushFolders(root, [`out/${path}`])
}
