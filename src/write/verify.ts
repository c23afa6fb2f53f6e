import {lstat, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {caps, sidesOf} from '../load/index.ts'
import {addAll, compare} from '../message/index.ts'
import {isSame} from './bytes.ts'
import {compareGroup} from './compare-group.ts'
import {groupsOf} from './groups.ts'
import {manifestPath, manifestText} from './manifest.ts'
import {strangeFiles} from './strange-files.ts'
import type {Outputs, WriteOptions} from './types.ts'

/** A file of out/ that is not as the sources give it. */
export interface OutputFault {
  /** From out/. */
  path: string
  /**
   * `missing`: it should be there; `different`: it holds something else; `left`: an earlier build made it, and nothing
   * makes it any more; `strange`: no build ever made it; `conflict`: git left two versions in it.
   */
  kind: 'missing' | 'different' | 'left' | 'strange' | 'conflict'
  /** Where it is different, and no manifest: what it holds, and what it is to hold. */
  bytes?: {there: Uint8Array; due: Uint8Array}
}

/**
 * Files of out/ that are committed and not what the sources give, in the order of their paths; manifests too. What is only
 * built may be there or not, and of any state.
 *
 * @param root  the content root
 * @param outputs  what the sources give
 */
export async function verify(root: string, outputs: Outputs, options: WriteOptions): Promise<OutputFault[]> {
  const folder = join(root, 'out')
  const faults: OutputFault[] = []
  const known = new Set(outputs.keys())
  for (const group of await groupsOf(root, outputs, options)) {
    const {files, different, superfluous} = await compareGroup(folder, group, options.isPartial)
    const manifest = manifestPath(group.document)
    for (const path of [...files.keys(), ...superfluous.map(([path]) => path)]) known.add(path)
    if (files.size > 0 || group.hasManifest) known.add(manifest)
    if (group.document === undefined) continue
    for (const [path] of superfluous) if (await isThere(folder, path)) faults.push({path, kind: 'left'})
    for (const [path, due] of different) faults.push(await faultOf(folder, path, due))
    if (files.size === 0) {
      if (group.hasManifest) faults.push({path: manifest, kind: 'left'})
    } else if (!(await isSame(join(folder, manifest), manifestText(group.document, files))))
      faults.push(withoutBytes(await faultOf(folder, manifest, new Uint8Array())))
  }
  // What a part of the documents, or one that is refused, has in out/ is not known.
  if (!options.isPartial)
    addAll(
      faults,
      (await strangeFiles(folder, known)).map((path) => ({path, kind: 'strange' as const})),
    )
  return faults.sort((a, b) => compare(a.path, b.path))
}

async function faultOf(folder: string, path: string, due: Uint8Array): Promise<OutputFault> {
  const stat = await lstat(join(folder, path)).catch(() => undefined)
  if (!stat) return {path, kind: 'missing'}
  if (!stat.isFile() || stat.size > caps.outputBytes.most) return {path, kind: 'different'}
  const there = await readFile(join(folder, path))
  if (mayBeInConflict.test(path) && sidesOf(there.toString('utf8'))) return {path, kind: 'conflict'}
  return {path, kind: 'different', bytes: {there, due}}
}

/** Git joins lines; of other files it leaves one side. */
const mayBeInConflict = /\.(?:html|json|txt)$/

/** Of a manifest nobody asks in which way it is different. */
function withoutBytes({path, kind}: OutputFault): OutputFault {
  return {path, kind}
}

async function isThere(folder: string, path: string): Promise<boolean> {
  return (await lstat(join(folder, path)).catch(() => undefined)) !== undefined
}
