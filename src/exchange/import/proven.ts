import type {VFileMessage} from 'vfile-message'
import {checkContent} from '../../content.ts'
import {isError} from '../../message/index.ts'
import {newErrors} from '../../sheet/index.ts'
import type {Refusal} from '../types.ts'
import type {ImportedUnit, ImportPlan} from './plan-import.ts'

/** Said as a warning of what stands in the sources; of what comes back it is no translation. */
const leftInOriginal = 'parity-language'

/**
 * Errors that there would be with what came back and that there are not now, and units that are the original, word for
 * word; each at the unit in whose file it is.
 *
 * @param root  the content root
 * @param plan  without refusals
 * @param documents  that print the words; all are looked at where there is none
 */
export async function errorsAfter(
  root: string,
  {files, units}: ImportPlan,
  documents: readonly string[],
): Promise<Refusal[]> {
  const changes = new Map(files.map(({path, text}) => [path, text]))
  const before = await checkContent({root, documents})
  const after = await checkContent({root, documents, changes})
  const errors = newErrors(before.messages.filter(isRefused), after.messages.filter(isRefused))
  return errors.flatMap((message) => {
    // An error that shows elsewhere comes of one of them all the same.
    const unit = unitOf(message, units, changes) ?? units[0]
    if (!unit || !(isError(message) || unit.isSame)) return []
    return [
      {
        file: unit.file,
        line: unit.line,
        unit: unit.key,
        reason: isError(message)
          ? `In ${message.file} there would be an error: ${message.reason}`
          : message.reason,
      },
    ]
  })
}

function isRefused(message: VFileMessage): boolean {
  return isError(message) || message.ruleId === leftInOriginal
}

/** The unit whose words stand in the line of a message; else any of its file, since something must be wrong with one. */
function unitOf(
  {file = '', line = 1}: VFileMessage,
  units: readonly ImportedUnit[],
  texts: ReadonlyMap<string, string>,
): ImportedUnit | undefined {
  const own = units.filter(({path}) => path === file)
  const typed = (texts.get(file) ?? '').split('\n')[line - 1] ?? ''
  return own.find(({words}) => typed.includes(words)) ?? own[0]
}
