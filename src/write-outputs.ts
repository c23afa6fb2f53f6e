import {digestsOf, type Edited, keepEdited} from './edited/index.ts'
import {type Outputs, type WriteOptions, type Written, write} from './write/index.ts'

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
