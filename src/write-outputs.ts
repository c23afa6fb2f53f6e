import {digestsOf, type Edited, keepEdited} from './edited/index.ts'
import {addAll} from './message/index.ts'
import {
  type LeftOutputs,
  type Outputs,
  type WriteOptions,
  type Written,
  type WrittenBefore,
  write,
  writtenBefore,
} from './write/index.ts'

/**
 * Writes outputs into out/. Word files that somebody edited there are first copied to edited/.
 *
 * @param root  the content root
 * @returns what was done, and the edited files with the places of their copies
 * @throws EnvironmentError  when the disk will not do it
 */
export async function writeOutputs(
  root: string,
  outputs: Outputs,
  options: WriteOptions,
): Promise<Written & {edited: readonly Edited[]}> {
  const edited = await keepEdited(root, outputs, options)
  return {...(await write(root, outputs, {...options, kept: digestsOf(edited)})), edited}
}

/** So many bytes wait to be written: all of most dossiers, of which nothing is written before everything is made. */
const mostWaiting = 24 * 1024 * 1024

/** Outputs that are written while others are made. */
export interface OutputsWriter {
  /**
   * Takes whole documents, or what is about all of them. They are written when much waits.
   *
   * @throws EnvironmentError  when the disk will not do it
   */
  take(outputs: Outputs): Promise<void>
  /** Is told of outputs that stand there already: they stay, and are named by their manifests. */
  leave(outputs: LeftOutputs): void
  /**
   * Writes what waits, and removes what no source gives any more.
   *
   * @throws EnvironmentError  when the disk will not do it
   */
  finish(options: Pick<WriteOptions, 'isPartial'>): Promise<Finished>
}

/** What was done, and which outputs there are. */
export interface Finished extends Written {
  edited: readonly Edited[]
  /** Digests of all outputs that were taken or left, as manifests name them, by path from out/. */
  digests: ReadonlyMap<string, string>
}

/**
 * Writes outputs into out/ as `writeOutputs` does, without having all of them in memory.
 *
 * @param root  the content root; its lock is held
 * @param most  bytes that wait to be written
 */
export function outputsWriter(root: string, most = mostWaiting): OutputsWriter {
  const before = new Map<string, WrittenBefore>()
  const all = {written: [], unchanged: [], removed: [], edited: []} as Written & {edited: Edited[]}
  let waiting: Outputs = new Map()
  let size = 0
  const owners = new Set<string | undefined>()
  const flush = async (isPartial: boolean, left?: WriteOptions['left']): Promise<void> => {
    const options = {isPartial, before, left}
    const {written, unchanged, removed, edited} = await writeOutputs(root, waiting, options)
    addAll(all.written, written)
    addAll(all.unchanged, unchanged)
    addAll(all.removed, removed)
    addAll(all.edited, edited)
    for (const [path, one] of writtenBefore(waiting)) before.set(path, one)
    waiting = new Map()
    size = 0
  }
  return {
    async take(outputs) {
      for (const [path, output] of outputs) {
        waiting.set(path, output)
        size += output.bytes.length
      }
      if (size >= most) await flush(true)
    },
    leave(outputs) {
      for (const [path, {digest, document, isOnlyBuilt}] of outputs) {
        const owner = isOnlyBuilt ? undefined : document?.path
        before.set(path, {owner, digest})
        owners.add(owner)
        all.unchanged.push(path)
      }
    },
    async finish({isPartial}) {
      await flush(isPartial, owners)
      return {...all, digests: new Map([...before].map(([path, {digest}]) => [path, digest]))}
    },
  }
}
